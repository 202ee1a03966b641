// Every vocabulary row is proved by its own two sentences; see row-proof.ts.

import { vocabulary, vocabularyExamples } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { rowFault } from './row-proof.ts';

test('the vocabulary has rows in all four languages', () => {
  expect(new Set(vocabulary.map((row) => row.lang))).toEqual(new Set(['any', 'nl', 'fr', 'de', 'en']));
  expect(vocabulary.length).toBeGreaterThan(500);
});

for (const lang of ['any', 'nl', 'fr', 'de', 'en'])
  describe(`vocabulary of ${lang}`, () => {
    for (const example of vocabularyExamples.filter((candidate) => candidate.lang === lang))
      test(`${example.id} decides "${example.matches}"`, () => {
        expect(rowFault(example, vocabulary)).toBeNull();
      });
  });
