// The numbers of the broken vertebra as knowledge has them on a day.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const ids = {
  serviceFromAge: 'spine.fracture-service-from-age',
  youngBelowAge: 'spine.young-below-age',
  braceBmiBelow: 'spine.brace-bmi-below',
  braceScoliosisAtMost: 'spine.brace-scoliosis-at-most',
  bracePainFrom: 'spine.brace-pain-from',
  cementFromWeeks: 'spine.cement-from-weeks',
  cementSettledByWeeks: 'spine.cement-settled-by-weeks',
  cementPainFrom: 'spine.cement-pain-from',
  cementFromAge: 'spine.cement-from-age',
} as const;

export interface SpineRules extends Readonly<Record<keyof typeof ids, number>> {
  readonly standings: Standings;
  readonly xRayWeeks: readonly number[];
}

export function spineRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<SpineRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  const weeks = listOn(knowledge, 'spine.x-ray-weeks', on);
  if (!weeks.ok) return weeks;
  return success({
    ...numbers.value,
    standings: standingsOf(knowledge, signed),
    xRayWeeks: weeks.value.map(Number),
  });
}
