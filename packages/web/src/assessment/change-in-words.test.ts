// Whoever reviews decisions reads words: no place of the record and no quotation mark of its storage may be among them.

import { expect, test } from 'vitest';
import { sayIn } from '../words/use-words.tsx';
import { fill, type Words } from '../words/words.ts';
import { changesInWords } from './change-in-words.ts';
import type { AssessmentSay } from './use-assessment-words.ts';
import nl from './words/nl.json' with { type: 'json' };

const words: Words = nl;
const own: AssessmentSay = Object.assign(
  (key: string, values: Record<string, string | number> = {}): string => fill(words[key] ?? key, values),
  { language: 'nl' as const, of: sayIn('nl', words).of },
);
const change = (place: string, before: string | null, after: string | null) => ({ place, before, after });

test('an indication that turns is said by its outcomes', () => {
  const changes = [
    change('indication/outcome', '"no-drug"', '"treat"'),
    change('indication/reasons/0', '"TX5"', '"TX7"'),
  ];
  expect(changesInWords('bone', changes, own)).toEqual(['Behandeling: was geen medicijn, wordt behandelen']);
});

test('a drug is named with what became of its safety and of who pays', () => {
  const lines = changesInWords(
    'bone',
    [
      change('options/risedronate/safety/outcome', '"open"', '"blocked"'),
      change('options/risedronate/payment/outcome', '"paid"', '"not-paid"'),
      change('options/alendronate/reasons/1', '"TX22"', null),
    ],
    own,
  );
  expect(lines).toEqual([
    'risedronaat, veiligheid: was kan, wordt geblokkeerd',
    'risedronaat, terugbetaling: was ja, wordt nee',
    'alendronaat: regels erachter anders',
  ]);
});

test('an option of a table comes, goes, or is blocked', () => {
  const lines = changesInWords(
    'necrosis',
    [
      change('table/options/core-decompression/option', '"core-decompression"', null),
      change('table/options/core-decompression/reasons/0', '"AV3"', null),
      change('table/blocked/core-decompression/option', null, '"core-decompression"'),
      change('otherHip/outcome', '"watch"', '"over"'),
    ],
    own,
  );
  expect(lines).toEqual([
    'core-decompressie wordt niet meer aangeboden',
    'core-decompressie wordt nu geblokkeerd',
    'Andere heup: was opvolgen, wordt opvolging voorbij',
  ]);
});
