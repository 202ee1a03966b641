// What the rows of one span do, as bits, so that the reader asks most of its questions with one comparison.

import type { VocabularyRow } from '@breekpunt/knowledge';

type Role = VocabularyRow['role'];

export const duty: Readonly<Record<Role | 'telling' | 'fact', number>> = {
  head: 1 << 0,
  site: 1 << 1,
  part: 1 << 2,
  side: 1 << 3,
  cue: 1 << 4,
  section: 1 << 5,
  exam: 1 << 6,
  unit: 1 << 7,
  joiner: 1 << 8,
  ordinal: 1 << 9,
  break: 1 << 10,
  attribute: 1 << 11,
  pseudo: 1 << 12,
  device: 1 << 13,
  mismatch: 1 << 14,
  region: 1 << 15,
  signal: 1 << 16,
  abbreviation: 1 << 17,
  language: 1 << 18,
  /** A fracture word or a fact about the whole report: its sentence is read to the end. */
  telling: 1 << 19,
  /** Tells of an injury, its energy, a treatment going on, or a general warning. */
  fact: 1 << 20,
};

export function dutiesOf(rows: readonly VocabularyRow[]): number {
  let bits = 0;
  for (const row of rows) bits |= dutiesOfRow(row);
  return bits;
}

export function dutiesOfRow(row: VocabularyRow): number {
  let bits = duty[row.role];
  if (row.role === 'head') bits |= duty.telling;
  if (row.role !== 'cue') return bits;
  if (row.reach === 'report' || row.sense === 'injury') bits |= duty.telling;
  if (
    row.sense === 'injury' ||
    row.sense === 'low-energy' ||
    row.sense === 'high-energy' ||
    row.sense === 'treated-now' ||
    row.sense === 'caveat'
  )
    bits |= duty.fact;
  return bits;
}
