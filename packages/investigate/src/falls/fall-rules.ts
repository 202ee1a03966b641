// The numbers of the falls assessment as knowledge has them on a day. Decision: the classes of drugs are named here,
// which ATC groups belong to them is knowledge.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { numberListOn, numbersOn, rangesOn } from '../parameters-on.ts';
import type { PlausibleRange } from '../plausible-value.ts';

export const fallRiskDrugClasses = [
  'benzodiazepines',
  'antipsychotics',
  'opioids',
  'antidepressants',
  'antiepileptics',
  'anticholinergics',
  'diuretics',
  'alpha-blockers-hypertension',
  'central-antihypertensives',
  'vasodilators-cardiac',
  'alpha-blockers-prostate',
  'bladder-drugs',
  'antihistamines',
] as const;
export type FallRiskDrugClass = (typeof fallRiskDrugClasses)[number];

export interface FallRules {
  /** Age from which the world guidelines are made. */
  readonly fromAge: number;
  readonly recurrentFrom: number;
  readonly gaitSpeedAtMost: number;
  readonly tugAbove: number;
  readonly tugModifiedAbove: number;
  readonly chairStandAbove: number;
  readonly systolicDrop: number;
  readonly diastolicDrop: number;
  readonly orthostaticMinutes: number;
  /** Least and greatest number of days until a person at high risk is seen again. */
  readonly followUpDays: readonly [number, number];
  readonly multifactorialItems: readonly string[];
  readonly drugClasses: readonly { readonly name: FallRiskDrugClass; readonly atc: readonly string[] }[];
  readonly plausible: Readonly<
    Record<'age' | 'gaitSpeed' | 'seconds' | 'bloodPressure' | 'falls', PlausibleRange>
  >;
}

export function fallRulesOn(knowledge: Knowledge, date: CalendarDate): Result<FallRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, date, {
    fromAge: 'falls.from-age',
    recurrentFrom: 'falls.recurrent-from',
    gaitSpeedAtMost: 'falls.gait-speed-at-most',
    tugAbove: 'falls.tug-above',
    tugModifiedAbove: 'falls.tug-modified-above',
    chairStandAbove: 'falls.chair-stand-above',
    systolicDrop: 'falls.orthostatic-systolic-drop',
    diastolicDrop: 'falls.orthostatic-diastolic-drop',
    orthostaticMinutes: 'falls.orthostatic-minutes',
  });
  if (!numbers.ok) return numbers;
  const plausible = rangesOn(knowledge, date, {
    age: 'labs.plausible-age',
    gaitSpeed: 'falls.plausible-gait-speed',
    seconds: 'falls.plausible-test-seconds',
    bloodPressure: 'falls.plausible-blood-pressure',
    falls: 'falls.plausible-falls',
  });
  if (!plausible.ok) return plausible;
  const followUp = numberListOn(knowledge, 'falls.follow-up-days', date, 2);
  if (!followUp.ok) return followUp;
  const items = listOn(knowledge, 'falls.multifactorial-items', date);
  if (!items.ok) return items;
  const drugClasses: FallRules['drugClasses'][number][] = [];
  for (const name of fallRiskDrugClasses) {
    const atc = listOn(knowledge, `falls.drugs-${name}`, date);
    if (!atc.ok) return atc;
    drugClasses.push({ name, atc: atc.value.map(String) });
  }
  return success({
    ...numbers.value,
    plausible: plausible.value,
    followUpDays: followUp.value as [number, number],
    multifactorialItems: items.value.map(String),
    drugClasses,
  });
}
