// Our own texts under the claim checker: what a leaflet would be told off for, the guide does not say.

import { guideContent, guideLanguages, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { createClaimChecker } from '../claims/check-claims.ts';

const register = loadKnowledge().claims;
const check = createClaimChecker(register);
/** What a text leaves out is asked of a whole guide (guide-gaps.ts), not of each of its pieces. */
const leftOut = new Set(register.claims.filter(({ verdict }) => verdict === 'left-out').map(({ id }) => id));

test('the checker finds what it is for', () => {
  expect(check('Een injectie beschermt het gewricht.', 'nl').found).not.toEqual([]);
});

/** Every text of an entry in one language, whatever its shape, a line each. */
function linesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesIn) : [];
}

const entries: readonly { readonly id: string; readonly texts: Readonly<Record<string, unknown>> }[] = [
  ...guideContent.blocks,
  ...guideContent.exercises,
  ...guideContent.figures,
  ...guideContent.spans,
  ...guideContent.alarmGroups,
  ...guideContent.home.questions,
  ...guideContent.home.advice,
  ...guideContent.pictures.map(({ id, alts }) => ({ id: `picture ${id}`, texts: alts })),
  { id: 'words', texts: guideContent.words },
];

test.each(guideLanguages)(
  'nothing that the guide can say in %s is what the claim register contradicts',
  (language) => {
    const said = entries.flatMap(({ id, texts }) => {
      const whole = linesIn(texts[language]).join('\n');
      return check(whole, language)
        .found.filter(({ claim }) => !leftOut.has(claim))
        .map(({ claim, start, end }) => `${id}, ${claim}: ${whole.slice(start, end)}`);
    });
    expect(said).toEqual([]);
    expect(entries.length).toBeGreaterThan(150);
  },
);
