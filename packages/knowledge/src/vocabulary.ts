// The compiled vocabulary, all languages together. Authored in knowledge/vocabulary/, compiled by
// `npm run knowledge`.

import packed from './generated/vocabulary.json' with { type: 'json' };
import { unpackedVocabulary } from './packed-vocabulary.ts';
import type { VocabularyRow } from './vocabulary-row.ts';

/** Every vocabulary row, ordered by id. */
export const vocabulary: readonly VocabularyRow[] = unpackedVocabulary(packed);
