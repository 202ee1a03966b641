// What one case adds to every indicator of a set: where the patient stands, why, and what is counted.
// Decision: one case adds a tally, because a figure may count something else than patients (fields, doses); the standing is the
// patient's own and makes the list behind the figure.

import { type CalendarDate, unreachable } from '@breekpunt/core';
import type { Indicator, IndicatorSet } from '@breekpunt/knowledge';
import type { CareRecord } from '../record/care-record.ts';
import { dayNumber } from '../record/day-number.ts';
import { type TimedRecord, timedRecord } from '../record/timed-record.ts';
import { leftOut } from './cohort.ts';
import { emptyFields } from './completeness.ts';
import { type DoseStanding, dosesOf } from './injections-in-time.ts';
import { judgePatient, type PatientStanding, type Standing, tooEarly } from './judge-patient.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface Contribution extends PatientStanding {
  readonly tally: Tally;
  /** Completeness: the fields that are empty. */
  readonly empty: readonly string[];
  /** Injections: every dose that was due. */
  readonly doses: readonly DoseStanding[];
  /** Number of the first day on which time alone changes this; null when it does not. */
  readonly wakes: number | null;
}

/** In the order of the set's indicators. `siblings`: all records of the person, this one included. */
export function judgeCase(
  set: IndicatorSet,
  record: CareRecord,
  siblings: readonly CareRecord[],
  cut: CalendarDate,
): readonly Contribution[] {
  const excluded = leftOut(record, set.cohort, siblings);
  if (excluded !== null) {
    const out = patient({ standing: 'left-out', reason: excluded }, null);
    return set.indicators.map(() => out);
  }
  const timed = timedRecord(record);
  const last = dayNumber(cut);
  return set.indicators.map((indicator) => contributionOf(indicator, timed, last));
}

/** What a patient counts who counts once. */
export const onePatient: Readonly<Record<Standing, Tally>> = Object.fromEntries(
  (Object.keys(emptyTally) as Standing[]).map((standing) => [standing, { ...emptyTally, [standing]: 1 }]),
) as Record<Standing, Tally>;

const none: readonly never[] = [];

function patient(stands: PatientStanding, ripe: number | null): Contribution {
  return {
    standing: stands.standing,
    reason: stands.reason,
    tally: onePatient[stands.standing],
    empty: none,
    doses: none,
    wakes: stands.standing === 'too-early' ? ripe : null,
  };
}

function contributionOf(indicator: Indicator, timed: TimedRecord, cut: number): Contribution {
  const ripe = timed.zero + indicator.matures;
  switch (indicator.counts) {
    case 'share':
      return patient(judgePatient(timed, indicator, cut), ripe);
    case 'caseload': {
      const stands = judgePatient(timed, indicator, cut);
      // Whoever is not of the kind that is expected is no failure of the service.
      if (stands.standing === 'achieved' || stands.standing === 'too-early') return patient(stands, ripe);
      return patient({ ...stands, standing: 'outside' }, null);
    }
    case 'completeness':
      return completeness(indicator, timed, cut);
    case 'injections':
      return injections(indicator, timed, cut);
    case 'precision':
    case 'recall':
      return patient({ standing: 'outside', reason: { kind: 'alive' } }, null);
    default:
      return unreachable(indicator.counts);
  }
}

function completeness(indicator: Indicator, timed: TimedRecord, cut: number): Contribution {
  const early = tooEarly(timed, indicator, cut);
  if (early !== null) return patient(early, timed.zero + indicator.matures);
  const empty = emptyFields(timed, indicator.fields);
  const filled = indicator.fields.length - empty.length;
  return {
    standing: empty.length === 0 ? 'achieved' : 'not-recorded',
    reason: { kind: 'fields', filled, of: indicator.fields.length },
    tally: { ...emptyTally, achieved: filled, 'not-recorded': empty.length },
    empty,
    doses: [],
    wakes: null,
  };
}

function injections(
  { medicine = '', graceDays = 0 }: Indicator,
  { record }: TimedRecord,
  cut: number,
): Contribution {
  const doses = dosesOf(record, medicine, graceDays, cut);
  const tally = { ...emptyTally };
  for (const { standing } of doses) tally[standing]++;
  if (doses.length === 0) tally.outside = 1;
  const order: readonly Standing[] = ['not-recorded', 'missed', 'achieved', 'too-early'];
  const standing = order.find((one) => tally[one] > 0) ?? 'outside';
  const late = doses.filter((dose) => dose.standing === 'missed' || dose.standing === 'not-recorded').length;
  const waking = doses.flatMap((dose) =>
    dose.standing === 'too-early' ? [dayNumber(dose.dueOn) + graceDays + 1] : [],
  );
  return {
    standing,
    reason: { kind: 'doses', due: doses.length, late },
    tally,
    empty: [],
    doses,
    wakes: waking.length === 0 ? null : Math.min(...waking),
  };
}
