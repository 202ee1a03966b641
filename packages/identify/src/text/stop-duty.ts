// What a full stop after a vocabulary text does to the sentence.

import type { VocabularyRow } from '@breekpunt/knowledge';

/**
 * 0: nothing known; 1: an abbreviated side, bone, unit or examination, which ends a sentence only right behind a
 * place ("heup re. Geen …"); 2: an abbreviation that ends none; 3: a German bone, which an ordinal may count
 * ("1. Lendenwirbel"); 4: another place word.
 */
export type StopDuty = 0 | 1 | 2 | 3 | 4;

export function stopDuty(rows: readonly VocabularyRow[]): StopDuty {
  const has = (...roles: readonly VocabularyRow['role'][]): boolean =>
    rows.some((row) => roles.includes(row.role));
  if (has('abbreviation'))
    return has('side', 'site', 'unit', 'exam') && !has('cue', 'joiner', 'part') ? 1 : 2;
  if (!has('site', 'head', 'exam')) return 0;
  return rows.some((row) => row.role === 'site' && row.lang === 'de') ? 3 : 4;
}
