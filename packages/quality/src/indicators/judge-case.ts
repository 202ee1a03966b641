// What one case adds to every indicator of a set: where the patient stands, why, and what is counted.
// Decision: one case adds a tally, because a figure may count something else than patients (fields, doses); the standing is the
// patient's own and makes the list behind the figure.

import { addDays, type CalendarDate, unreachable } from '@breekpunt/core';
import type { Indicator, IndicatorSet } from '@breekpunt/knowledge';
import type { CareRecord } from '../record/care-record.ts';
import { zeroDay } from '../record/zero-day.ts';
import { leftOut } from './cohort.ts';
import { emptyFields } from './completeness.ts';
import { type DoseStanding, dosesOf } from './injections-in-time.ts';
import { judgePatient, type PatientStanding, type Standing } from './judge-patient.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface Contribution extends PatientStanding {
  readonly tally: Tally;
  /** Completeness: the fields that are empty. */
  readonly empty: readonly string[];
  /** Injections: every dose that was due. */
  readonly doses: readonly DoseStanding[];
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
    const out = patient({ standing: 'left-out', reason: excluded });
    return set.indicators.map(() => out);
  }
  return set.indicators.map((indicator) => contributionOf(indicator, record, cut));
}

const ones = Object.fromEntries(
  (Object.keys(emptyTally) as Standing[]).map((standing) => [standing, { ...emptyTally, [standing]: 1 }]),
) as Record<Standing, Tally>;

function patient(stands: PatientStanding): Contribution {
  return { ...stands, tally: ones[stands.standing], empty: [], doses: [] };
}

function contributionOf(indicator: Indicator, record: CareRecord, cut: CalendarDate): Contribution {
  switch (indicator.counts) {
    case 'share':
      return patient(judgePatient(record, indicator, cut));
    case 'caseload': {
      const stands = judgePatient(record, indicator, cut);
      // Whoever is not of the kind that is expected is no failure of the service.
      return patient(stands.standing === 'achieved' ? stands : { ...stands, standing: 'outside' });
    }
    case 'completeness':
      return completeness(indicator, record, cut);
    case 'injections':
      return injections(indicator, record, cut);
    case 'precision':
    case 'recall':
      return patient({ standing: 'outside', reason: { kind: 'alive' } });
    default:
      return unreachable(indicator.counts);
  }
}

function completeness(indicator: Indicator, record: CareRecord, cut: CalendarDate): Contribution {
  const judgedOn = addDays(zeroDay(record), indicator.matures);
  if (judgedOn > cut) return patient({ standing: 'too-early', reason: { kind: 'too-early', judgedOn } });
  const empty = emptyFields(record, indicator.fields);
  const filled = indicator.fields.length - empty.length;
  return {
    standing: empty.length === 0 ? 'achieved' : 'not-recorded',
    reason: { kind: 'fields', filled, of: indicator.fields.length },
    tally: { ...emptyTally, achieved: filled, 'not-recorded': empty.length },
    empty,
    doses: [],
  };
}

function injections(
  { medicine = '', graceDays = 0 }: Indicator,
  record: CareRecord,
  cut: CalendarDate,
): Contribution {
  const doses = dosesOf(record, medicine, graceDays, cut);
  const tally = { ...emptyTally };
  for (const { standing } of doses) tally[standing]++;
  if (doses.length === 0) tally.outside = 1;
  const order: readonly Standing[] = ['not-recorded', 'missed', 'achieved', 'too-early'];
  const standing = order.find((one) => tally[one] > 0) ?? 'outside';
  const late = doses.filter((dose) => dose.standing === 'missed' || dose.standing === 'not-recorded').length;
  return { standing, reason: { kind: 'doses', due: doses.length, late }, tally, empty: [], doses };
}
