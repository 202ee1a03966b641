// The numbers of follow-up as knowledge has them on a day, for one rule set.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';
import type { RuleSet } from './bone-patient.ts';
import { type DrugTable, drugTableOn } from './drug-knowledge.ts';

const everywhere = {
  denosumabLateWeeks: 'follow-up.denosumab-late-weeks',
  denosumabReboundMonths: 'follow-up.denosumab-rebound-months',
  denosumabExitMonths: 'follow-up.denosumab-exit-months',
  courseEndWarningMonths: 'follow-up.course-end-warning-months',
  oralReviewMonths: 'follow-up.oral-review-months',
  infusionReviewMonths: 'follow-up.infusion-review-months',
  failureMonths: 'follow-up.nl-failure-months',
} as const;

const dutch = { firstMonths: 'follow-up.nl-first-months', thenMonths: 'follow-up.nl-then-months' } as const;

const nogg = {
  months: 'follow-up.nogg-longer-months',
  fromAge: 'follow-up.nogg-longer-from-age',
  glucocorticoidDose: 'follow-up.nogg-longer-glucocorticoid-dose',
  firstYearsMonths: 'follow-up.oral-review-months',
} as const;

export interface ClockRules extends Readonly<Record<keyof typeof everywhere, number>> {
  readonly set: RuleSet;
  readonly on: CalendarDate;
  readonly standings: Standings;
  readonly drugs: DrugTable;
  /** Null for the other sets. */
  readonly dutch: Readonly<Record<keyof typeof dutch, number>> | null;
  readonly nogg: Readonly<Record<keyof typeof nogg, number>> | null;
}

export function clockRulesOn(
  knowledge: Knowledge,
  set: RuleSet,
  on: CalendarDate,
  signed: SignedRules,
): Result<ClockRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, everywhere);
  if (!numbers.ok) return numbers;
  const table = drugTableOn(knowledge, on);
  if (!table.ok) return table;
  const ofDutch = set === 'NL' ? numbersOn(knowledge, on, dutch) : success(null);
  if (!ofDutch.ok) return ofDutch;
  const ofNogg = set === 'NICE' ? numbersOn(knowledge, on, nogg) : success(null);
  if (!ofNogg.ok) return ofNogg;
  return success({
    set,
    on,
    standings: standingsOf(knowledge, signed),
    drugs: table.value,
    dutch: ofDutch.value,
    nogg: ofNogg.value,
    ...numbers.value,
  });
}
