// The orthostatic test: blood pressure lying, then standing. Decision: one reading with the drop is enough for "yes";
// "no" needs a reading at the end of the time that counts, because the drop may come late.

import { type Answer, failure, type Result, success } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { FallRules } from './fall-rules.ts';

export interface BloodPressure {
  /** mmHg. */
  readonly systolic: number;
  readonly diastolic: number;
}

export interface StandingPressure extends BloodPressure {
  /** Since standing up; a reading at once is 0. */
  readonly minutes: number;
}

export interface OrthostaticTest {
  /** Null when not measured. */
  readonly lying: BloodPressure | null;
  readonly standing: readonly StandingPressure[];
  /** Could not stand for it. */
  readonly unableToStand: boolean;
}

export interface OrthostaticAnswer {
  readonly hypotension: Answer;
  /** Greatest drop within the time that counts, mmHg; negative when the pressure rose. */
  readonly greatestDrop: { readonly systolic: number; readonly diastolic: number } | null;
  readonly reasons: readonly ['FA11'];
  readonly missing: readonly string[];
}

export type OrthostaticRefusal = ImplausibleValue | { readonly kind: 'lower-not-below-upper' };

export function orthostaticAnswer(
  test: OrthostaticTest,
  rules: FallRules,
): Result<OrthostaticAnswer, OrthostaticRefusal> {
  const { lying, standing } = test;
  for (const reading of [...(lying === null ? [] : [lying]), ...standing]) {
    const refused = refusal(reading, rules);
    if (refused !== null) return failure(refused);
  }
  const open = (missing: readonly string[]): OrthostaticAnswer => ({
    hypotension: 'not-recorded',
    greatestDrop: null,
    reasons: ['FA11'],
    missing,
  });
  if (lying === null) return success(open(['lying blood pressure']));
  const counted = standing.filter(({ minutes }) => minutes >= 0 && minutes <= rules.orthostaticMinutes);
  if (counted.length === 0) {
    return success(
      open([test.unableToStand ? 'a test that does not need standing' : 'standing blood pressure']),
    );
  }
  const greatestDrop = {
    systolic: Math.max(...counted.map(({ systolic }) => lying.systolic - systolic)),
    diastolic: Math.max(...counted.map(({ diastolic }) => lying.diastolic - diastolic)),
  };
  const dropped =
    greatestDrop.systolic >= rules.systolicDrop || greatestDrop.diastolic >= rules.diastolicDrop;
  if (dropped) return success({ hypotension: 'yes', greatestDrop, reasons: ['FA11'], missing: [] });
  const toTheEnd = counted.some(({ minutes }) => minutes >= rules.orthostaticMinutes);
  return success({
    hypotension: toTheEnd ? 'no' : 'not-recorded',
    greatestDrop,
    reasons: ['FA11'],
    missing: toTheEnd ? [] : [`standing blood pressure at ${rules.orthostaticMinutes} minutes`],
  });
}

function refusal({ systolic, diastolic }: BloodPressure, rules: FallRules): OrthostaticRefusal | null {
  const upper = plausible('upper blood pressure', systolic, rules.plausible.bloodPressure);
  if (!upper.ok) return upper.error;
  const lower = plausible('lower blood pressure', diastolic, rules.plausible.bloodPressure);
  if (!lower.ok) return lower.error;
  return diastolic < systolic ? null : { kind: 'lower-not-below-upper' };
}
