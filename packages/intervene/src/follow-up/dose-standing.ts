// How the next dose of a drug stands on a day: later, soon, due, overdue, or nobody can tell. Decision: only of denosumab
// and zoledronate, whose doses lie so far apart that nobody at home misses them; without the day of the last dose the
// answer is that nobody can tell, which stands beside the overdue ones and never beside those in time.

import { addDays, addMonths, type CalendarDate, daysBetween } from '@breekpunt/core';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import type { Drug } from '../bone/drug.ts';
import { type CurrentTreatment, safetyClocks } from '../bone/safety-clocks.ts';
import type { ContactRules } from './contact-rules.ts';
import { unknownPatient } from './unknown-patient.ts';

/** Drugs of which a forgotten dose is seen here before anybody misses it at home. */
export const watchedDrugs: readonly ['denosumab', 'zoledronate'] = ['denosumab', 'zoledronate'];
export type WatchedDrug = (typeof watchedDrugs)[number] & Drug;

export type DoseState = 'cannot-tell' | 'later' | 'soon' | 'due' | 'overdue';

export interface DoseStanding {
  readonly drug: WatchedDrug;
  readonly state: DoseState;
  /** Null: the day of the last dose is not known. */
  readonly dueOn: CalendarDate | null;
  readonly overdueOn: CalendarDate | null;
  /** After the day it was due; 0 on the day and before. */
  readonly daysLate: number;
  /** Of denosumab: several vertebrae broke within this time after stopping or delaying. */
  readonly reboundUntil: CalendarDate | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

/** Null for a drug whose doses nobody watches here, and for one that was stopped. */
export function doseStanding(treatment: CurrentTreatment, rules: ContactRules): DoseStanding | null {
  const drug = watchedDrugs.find((each) => each === treatment.drug);
  if (treatment.stoppedOn !== null || drug === undefined) return null;
  const { clocks, standings } = {
    clocks: safetyClocks(treatment, unknownPatient, rules.clocks).clocks,
    standings: rules.clocks.standings,
  };
  const due = clocks.find(({ kind }) => kind === 'dose-due');
  if (due === undefined) {
    const reasons = ['FU14'];
    return {
      ...{ drug, state: 'cannot-tell', dueOn: null, overdueOn: null, daysLate: 0, reboundUntil: null },
      ...{ reasons, missing: ['day-of-the-last-dose'], standing: standings.of(reasons) },
    };
  }
  const late = clocks.find(({ kind }) => kind === 'dose-overdue');
  const overdueOn = late?.on ?? addDays(due.on, 7 * rules.infusionLateWeeks);
  const soonFrom = addDays(due.on, -7 * rules.doseWarningWeeks);
  const state = stateOn(rules.on, { soonFrom, dueOn: due.on, overdueOn });
  const warned = state === 'later' ? [] : ['FC5'];
  const reasons = [
    ...due.reasons,
    ...warned,
    ...(state === 'overdue' ? [...(late?.reasons ?? []), ...(drug === 'denosumab' ? ['FC8'] : [])] : []),
  ];
  return {
    drug,
    state,
    dueOn: due.on,
    overdueOn,
    daysLate: Math.max(0, daysBetween(due.on, rules.on)),
    reboundUntil: drug === 'denosumab' ? addMonths(due.on, rules.clocks.denosumabReboundMonths) : null,
    reasons,
    missing: [],
    standing: standings.of(reasons),
  };
}

function stateOn(
  today: CalendarDate,
  {
    soonFrom,
    dueOn,
    overdueOn,
  }: { readonly soonFrom: CalendarDate; readonly dueOn: CalendarDate; readonly overdueOn: CalendarDate },
): DoseState {
  if (today >= overdueOn) return 'overdue';
  if (today >= dueOn) return 'due';
  return today >= soonFrom ? 'soon' : 'later';
}
