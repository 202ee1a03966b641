// What a full stop after a vocabulary text does to the sentence.

import type { VocabularyRow } from '@breekpunt/knowledge';
import { duty } from '../scan/duties.ts';

/**
 * 0: nothing known; 1: an abbreviated side, bone, unit or examination, which ends a sentence only right behind a
 * place ("heup re. Geen …"); 2: an abbreviation that ends none; 3: a German bone or unit of time, which an
 * ordinal may count ("1. Lendenwirbel", "50. Lebensjahr"); 4: another place word; 5: an abbreviated fracture word,
 * which a small letter behind its stop goes on ("Fract. colli femoris").
 */
export type StopDuty = 0 | 1 | 2 | 3 | 4 | 5;

export function stopDuty(rows: readonly VocabularyRow[], duties: number): StopDuty {
  if ((duties & duty.abbreviation) !== 0 && (duties & duty.head) !== 0) return 5;
  if ((duties & duty.abbreviation) !== 0)
    return (duties & abbreviated) !== 0 && (duties & notAbbreviated) === 0 ? 1 : 2;
  if (rows.some((row) => (row.role === 'site' || row.role === 'unit') && row.lang === 'de')) return 3;
  return (duties & places) === 0 ? 0 : 4;
}

const abbreviated = duty.side | duty.site | duty.unit | duty.exam;
const notAbbreviated = duty.cue | duty.joiner | duty.part;
const places = duty.site | duty.head | duty.exam;
