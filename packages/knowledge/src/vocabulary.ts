// The compiled vocabulary, all languages together. Authored in knowledge/vocabulary/, compiled by
// `npm run knowledge`.

import rows from './generated/vocabulary.json' with { type: 'json' };
import type { VocabularyRow } from './vocabulary-row.ts';

type Compiled = Omit<VocabularyRow, 'text'> & { readonly text: string };

/** Every vocabulary row, ordered by id. */
export const vocabulary: readonly VocabularyRow[] = (rows as unknown as readonly Compiled[]).map(
  (row) => ({ ...row, text: row.text.split('|') }) as unknown as VocabularyRow,
);
