// The numbers of the guide as knowledge has them on a day, together, so that a plan is never made on half of them.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';

const ids = {
  hospitalDays: 'guide.hospital-days',
  buildUpPainAtMost: 'guide.spine-build-up-pain-at-most',
  strengthPainAtMost: 'guide.spine-strength-pain-at-most',
  sitAtMostMinutes: 'guide.sit-at-most-minutes',
  bedSetsADay: 'guide.bed-sets-a-day',
  stepBackPain: 'guide.step-back-pain',
  stepBackHours: 'guide.step-back-hours',
  goodDays: 'guide.good-days',
  stepUpPercent: 'guide.step-up-percent',
  painMeasurements: 'guide.pain-measurements',
  missedDoses: 'guide.missed-doses',
  painFrom: 'alarm.pain-from',
  painAfterWeeks: 'alarm.pain-after-weeks',
  adultFromAge: 'spine.fracture-service-from-age',
} as const;

const lists = {
  hipPhaseDays: 'guide.hip-phase-days',
  spinePhaseWeeks: 'guide.spine-phase-weeks',
  armPhaseWeeks: 'guide.arm-phase-weeks',
  fixationAges: 'hip-surgery.fixation-ages',
} as const;

export interface GuideRules
  extends Readonly<Record<keyof typeof ids, number>>,
    Readonly<Record<keyof typeof lists, readonly number[]>> {}

export function guideRulesOn(knowledge: Knowledge, on: CalendarDate): Result<GuideRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  const limits: Partial<Record<keyof typeof lists, readonly number[]>> = {};
  for (const [name, id] of Object.entries(lists) as [keyof typeof lists, string][]) {
    const list = listOn(knowledge, id, on);
    if (!list.ok) return list;
    limits[name] = list.value.map(Number);
  }
  return success({ ...numbers.value, ...(limits as Record<keyof typeof lists, readonly number[]>) });
}
