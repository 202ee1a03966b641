// What cannot be true of a patient is refused before anything is decided, with the range that was expected. Decision: a
// contradiction (a fracture before birth, a scan of tomorrow) is said and not swallowed; the value itself is not repeated.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type ImplausibleValue, type PlausibleRange, plausible, type Recorded } from '@breekpunt/investigate';
import type { BonePatient } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';

export type PatientRefusal =
  | ImplausibleValue
  | {
      readonly kind: 'contradiction';
      /** Which day: birth, fracture, scan, operation. */
      readonly what: string;
      readonly because: 'before-birth' | 'in-the-future';
    };

/** The patient when everything recorded can be true; otherwise all that cannot (rule DS20). */
export function checkBonePatient(
  patient: BonePatient,
  { on, plausible: ranges }: Pick<BoneRules, 'on' | 'plausible'>,
): Result<BonePatient, readonly PatientRefusal[]> {
  const { scan, glucocorticoid, clearance, vitaminD } = patient;
  const scores = typeof scan === 'string' ? [] : scan.measurements.flatMap(({ tScore }) => tScore ?? []);
  const refusals = [
    ...outside('creatinine clearance', clearance, ranges.clearance),
    ...outside('25-hydroxyvitamin D', vitaminD, ranges.vitaminD),
    ...scores.flatMap(({ value }) => outside('T-score', value, ranges.tScore)),
    ...(typeof glucocorticoid === 'string'
      ? []
      : outside('glucocorticoids a day', glucocorticoid.mgPerDay, ranges.glucocorticoidDose)),
    ...daysOf(patient).flatMap(([what, day]) => impossibleDay(what, day, patient.birthDate, on)),
  ];
  return refusals.length === 0 ? success(patient) : failure(refusals);
}

function outside(
  quantity: string,
  value: Recorded<number>,
  range: PlausibleRange,
): readonly PatientRefusal[] {
  if (value === 'not-recorded') return [];
  const checked = plausible(quantity, value, range);
  return checked.ok ? [] : [checked.error];
}

function daysOf(patient: BonePatient): readonly (readonly [string, Recorded<CalendarDate>])[] {
  const { birthDate, fractures, spine, scan, hipSurgery } = patient;
  return [
    ['birth', birthDate],
    ...(fractures === 'not-recorded' ? [] : fractures.map(({ on }) => ['fracture', on] as const)),
    ...(typeof spine === 'string' ? [] : spine.broken.map(({ on }) => ['fracture', on] as const)),
    ...(typeof scan === 'string' ? [] : [['scan', scan.date] as const]),
    ...(hipSurgery === 'none' ? [] : [['operation', hipSurgery] as const]),
  ];
}

function impossibleDay(
  what: string,
  day: Recorded<CalendarDate>,
  birth: Recorded<CalendarDate>,
  today: CalendarDate,
): readonly PatientRefusal[] {
  if (day === 'not-recorded') return [];
  if (day > today) return [{ kind: 'contradiction', what, because: 'in-the-future' }];
  if (birth === 'not-recorded' || day >= birth) return [];
  return [{ kind: 'contradiction', what, because: 'before-birth' }];
}
