// The numbers of hip surgery as knowledge has them on a day.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const ids = {
  frailFromAge: 'hip-surgery.frail-from-age',
  frailBmiBelow: 'hip-surgery.frail-bmi-below',
  frailAsaFrom: 'hip-surgery.frail-asa-from',
  frailFacAtMost: 'hip-surgery.frail-fac-at-most',
  fixationAsaAtMost: 'hip-surgery.fixation-asa-at-most',
  fixationEgfrFrom: 'hip-surgery.fixation-egfr-from',
  reoperationFiguresFromAge: 'hip-surgery.reoperation-figures-from-age',
  preserveJointBelowAge: 'hip-surgery.preserve-joint-below-age',
  conservativeWeeks: 'hip-surgery.conservative-weeks',
  dutchDays: 'hip-surgery.nl-days-to-surgery',
  dutchFromAge: 'hip-surgery.nl-days-from-age',
  oecdDays: 'hip-surgery.oecd-days-to-surgery',
  niceDays: 'hip-surgery.nice-days-to-surgery',
} as const;

export interface HipFractureRules {
  readonly standings: Standings;
  readonly numbers: Readonly<Record<keyof typeof ids | 'fixationLeastAge' | 'fixationMostAge', number>>;
  readonly reasonsForDelay: readonly string[];
}

export function hipFractureRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<HipFractureRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  const ages = listOn(knowledge, 'hip-surgery.fixation-ages', on);
  if (!ages.ok) return ages;
  const delay = listOn(knowledge, 'hip-surgery.reasons-for-delay', on);
  if (!delay.ok) return delay;
  const [fixationLeastAge, fixationMostAge] = ages.value.map(Number);
  if (fixationLeastAge === undefined || fixationMostAge === undefined) {
    throw new Error('hip-surgery.fixation-ages has two ends');
  }
  return success({
    standings: standingsOf(knowledge, signed),
    numbers: { ...numbers.value, fixationLeastAge, fixationMostAge },
    reasonsForDelay: delay.value.map(String),
  });
}
