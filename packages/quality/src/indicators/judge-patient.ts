// Where one patient stands in one indicator. Decision: missing is not achieved, as the published sets have it, but it is kept
// apart, so that "of known" can stand beside; a patient too early to judge is in no denominator.

import { addDays } from '@breekpunt/core';
import type { Indicator } from '@breekpunt/knowledge';
import type { TimedRecord } from '../record/timed-record.ts';
import { zeroDay } from '../record/zero-day.ts';
import { judgeCondition } from './judge-condition.ts';
import type { Reason } from './reason.ts';

/**
 * left-out: not in the set's cohort. outside: in the cohort, not in this denominator. too-early: the clock still runs.
 * missed: known not to be so. not-recorded: nobody can tell; counts as not achieved.
 */
export const standings = ['achieved', 'missed', 'not-recorded', 'too-early', 'outside', 'left-out'] as const;
export type Standing = (typeof standings)[number];

export interface PatientStanding {
  readonly standing: Standing;
  readonly reason: Reason;
}

/**
 * For indicators that count patients. The record is in the cohort; the cut is the number of the last day of which everything is
 * known.
 */
export function judgePatient(timed: TimedRecord, indicator: Indicator, cut: number): PatientStanding {
  return tooEarly(timed, indicator, cut) ?? judgeMature(timed, indicator);
}

/** Null when the clock has run. */
export function tooEarly(
  { record, zero }: TimedRecord,
  { matures }: Indicator,
  cut: number,
): PatientStanding | null {
  if (zero + matures <= cut) return null;
  return {
    standing: 'too-early',
    reason: { kind: 'too-early', judgedOn: addDays(zeroDay(record), matures) },
  };
}

function judgeMature(timed: TimedRecord, indicator: Indicator): PatientStanding {
  for (const condition of indicator.among) {
    const { holds, reason } = judgeCondition(timed, condition);
    if (holds !== 'yes') return { standing: 'outside', reason };
  }
  let unknown: Reason | null = null;
  let last: Reason = { kind: 'alive' };
  for (const condition of indicator.achieved) {
    const { holds, reason } = judgeCondition(timed, condition);
    if (holds === 'no') return { standing: 'missed', reason };
    if (holds === 'not-recorded') unknown ??= reason;
    last = reason;
  }
  return unknown === null
    ? { standing: 'achieved', reason: last }
    : { standing: 'not-recorded', reason: unknown };
}
