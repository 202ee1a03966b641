// Where one patient stands in one indicator and why, in a word each, so that a case reads as a sentence.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { judgeCase } from '../src/indicators/judge-case.ts';
import type { CareRecord, ContactSeen } from '../src/record/care-record.ts';
import { emptyRecord } from './empty-record.ts';

const sets = Object.values(loadKnowledge().indicators);

/** The day of the fracture of the empty record. */
export const zero: CalendarDate = knownDate('2025-01-10');
export const day = (after: number): CalendarDate => addDays(zero, after);

/** Examined on one day after the fracture. */
export const assessed = (after: number): Partial<CareRecord> => ({
  assessments: [{ on: day(after), happened: 'yes' }],
});
export const advised: Partial<CareRecord> = { decisions: [{ outcome: 'medicine', on: day(30) }] };
/** Somebody who was spoken to, and of whom nothing was learned. */
export const spokenTo: ContactSeen = {
  on: day(100),
  reached: true,
  medicineStarted: 'not-recorded',
  medicineStartedOn: null,
  stillPrescribed: 'not-recorded',
  exerciseStarted: 'not-recorded',
};

/** By which every clock has run. */
const later = knownDate('2026-11-21');

interface Circumstances {
  readonly cut?: CalendarDate;
  /** Other records of the same person. */
  readonly siblings?: readonly CareRecord[];
}

export function stands(
  indicator: string,
  changes: Partial<CareRecord>,
  { cut = later, siblings = [] }: Circumstances = {},
): string {
  const set = sets.find((one) => one.indicators.some(({ id }) => id === indicator));
  if (set === undefined) throw new Error(`No set has ${indicator}`);
  const record = { ...emptyRecord, ...changes };
  const place = set.indicators.findIndex(({ id }) => id === indicator);
  const judged = judgeCase(set, record, [record, ...siblings], cut)[place];
  return judged === undefined ? 'no such indicator' : `${judged.standing}: ${judged.reason.kind}`;
}
