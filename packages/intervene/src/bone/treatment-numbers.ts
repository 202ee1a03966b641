// The numbers by which each rule set decides who is treated, as knowledge has them on a day. Decision: only the numbers
// of the set that is asked are read, because a set whose first edition is younger than the day must not stop the others.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import type { RuleSet } from './bone-patient.ts';

const dutch = {
  fromAge: 'treatment.nl-from-age',
  hipDirectlyFromAge: 'treatment.nl-hip-directly-from-age',
  tScoreAtMost: 'dxa.nl-t-score-at-most',
  vertebralGradeFrom: 'treatment.nl-vertebral-grade-from',
  mildCount: 'treatment.nl-vertebral-mild-count',
  moderateCount: 'treatment.nl-very-high-moderate-count',
  severeCount: 'treatment.nl-very-high-severe-count',
  recentMonths: 'identify.nl-recent-fracture-window',
  glucocorticoidMonths: 'treatment.nl-glucocorticoid-months',
} as const;

const belgian = {
  fromAge: 'treatment.be-from-age',
  tScoreAtMost: 'dxa.osteoporosis-at-most',
  majorMonths: 'treatment.be-major-fracture-months',
  forearmFromAge: 'treatment.be-forearm-from-age',
  percent: 'reimbursement.be-vertebral-height-loss-percent',
  mm: 'reimbursement.be-vertebral-height-loss-millimetres',
} as const;

const nice = {
  fromAge: 'treatment.nice-from-age',
  tScoreAtMost: 'treatment.nice-t-score-at-most',
  tScoreWithRiskAtMost: 'treatment.nice-t-score-with-risk-at-most',
  glucocorticoidDose: 'treatment.nice-glucocorticoid-dose',
  glucocorticoidMonths: 'treatment.nice-glucocorticoid-months',
  veryHighTScoreAtMost: 'treatment.nogg-very-high-t-score-at-most',
  veryHighVertebralMonths: 'treatment.nogg-very-high-vertebral-months',
  veryHighVertebralCount: 'treatment.nogg-very-high-vertebral-count',
  veryHighDose: 'treatment.nogg-very-high-glucocorticoid-dose',
  veryHighMonths: 'treatment.nogg-very-high-glucocorticoid-months',
} as const;

type Numbers<Ids> = Readonly<Record<keyof Ids, number>>;

export interface DutchNumbers extends Numbers<typeof dutch> {
  readonly set: 'NL';
}
export interface BelgianNumbers extends Numbers<typeof belgian> {
  readonly set: 'BE';
  readonly majorSites: readonly string[];
  readonly forearmSites: readonly string[];
  /** The least and the greatest threshold of FRAX over all ages. */
  readonly fraxEnds: readonly [number, number];
}
export interface NiceNumbers extends Numbers<typeof nice> {
  readonly set: 'NICE';
}
export type TreatmentNumbers = DutchNumbers | BelgianNumbers | NiceNumbers;

export function treatmentNumbersOn(
  knowledge: Knowledge,
  set: RuleSet,
  on: CalendarDate,
): Result<TreatmentNumbers, NoValueInForce> {
  switch (set) {
    case 'NL': {
      const numbers = numbersOn(knowledge, on, dutch);
      return numbers.ok ? success({ set, ...numbers.value }) : numbers;
    }
    case 'BE':
      return belgianNumbersOn(knowledge, on);
    case 'NICE': {
      const numbers = numbersOn(knowledge, on, nice);
      return numbers.ok ? success({ set, ...numbers.value }) : numbers;
    }
  }
}

function belgianNumbersOn(knowledge: Knowledge, on: CalendarDate): Result<BelgianNumbers, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, belgian);
  if (!numbers.ok) return numbers;
  const major = listOn(knowledge, 'treatment.be-major-fracture-sites', on);
  if (!major.ok) return major;
  const forearm = listOn(knowledge, 'treatment.be-forearm-sites', on);
  if (!forearm.ok) return forearm;
  const ends = listOn(knowledge, 'treatment.be-frax-ends', on);
  if (!ends.ok) return ends;
  const [least, greatest] = ends.value.map(Number);
  if (least === undefined || greatest === undefined) throw new Error('treatment.be-frax-ends has two ends');
  return success({
    set: 'BE',
    ...numbers.value,
    majorSites: major.value.map(String),
    forearmSites: forearm.value.map(String),
    fraxEnds: [least, greatest],
  });
}
