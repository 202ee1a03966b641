// Every vocabulary row is proved by its own two sentences; see row-proof.ts.

import { join } from 'node:path';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { compileVocabulary } from '../../knowledge/scripts/compile-vocabulary.ts';
import { rowFault } from './row-proof.ts';

const { files, examples } = compileVocabulary(join(import.meta.dirname, '../../../knowledge'));
const rows = files['vocabulary.json'] as VocabularyRow[];

test('the vocabulary has rows in all four languages', () => {
  expect(new Set(rows.map((row) => row.lang))).toEqual(new Set(['any', 'nl', 'fr', 'de', 'en']));
  expect(rows.length).toBeGreaterThan(500);
});

for (const lang of ['any', 'nl', 'fr', 'de', 'en'])
  describe(`vocabulary of ${lang}`, () => {
    for (const example of examples.filter((candidate) => candidate.lang === lang))
      test(`${example.id} decides "${example.matches}"`, () => {
        expect(rowFault(example, rows)).toBeNull();
      });
  });
