// Our own texts under the claim checker: what a leaflet would be told off for, the guide does not say.

import { guideContent, guideLanguages, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { createClaimChecker } from '../claims/check-claims.ts';

const check = createClaimChecker(loadKnowledge().claims);

test('the checker finds what it is for', () => {
  expect(check('Een injectie beschermt het gewricht.', 'nl').found).not.toEqual([]);
});

test.each(guideLanguages)(
  'no block of the guide in %s says what the claim register contradicts',
  (language) => {
    const said = guideContent.blocks.flatMap(({ id, texts }) => {
      const text = texts[language];
      const whole = [text?.title ?? '', ...(text?.text ?? []), ...(text?.why ?? [])].join('\n');
      return check(whole, language).found.map(
        ({ claim, start, end }) => `${id}, ${claim}: ${whole.slice(start, end)}`,
      );
    });
    expect(said).toEqual([]);
  },
);
