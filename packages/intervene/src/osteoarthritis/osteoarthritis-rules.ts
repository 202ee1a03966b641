// The numbers of hip osteoarthritis as knowledge has them on a day.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const ids = {
  typicalFromAge: 'osteoarthritis.typical-from-age',
  stiffnessBelowMinutes: 'osteoarthritis.stiffness-below-minutes',
  exerciseWeeks: 'osteoarthritis.exercise-weeks',
  weightBmiFrom: 'osteoarthritis.weight-bmi-from',
  injectionMonths: 'osteoarthritis.injection-months',
  injectionDoseBelow: 'osteoarthritis.injection-dose-below',
  prosthesisAfterMonths: 'osteoarthritis.prosthesis-after-months',
} as const;

export interface OsteoarthritisRules extends Readonly<Record<keyof typeof ids, number>> {
  readonly standings: Standings;
}

export function osteoarthritisRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<OsteoarthritisRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  return success({ ...numbers.value, standings: standingsOf(knowledge, signed) });
}
