// The T-score computed again from the density, as a cross-check of what the device printed. Decision: only where the
// reference values are in knowledge (femoral neck, Hologic scale, female reference); everywhere else it says why not.
// The device's score is never replaced.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { numberListOn } from '../parameters-on.ts';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaDevice, DxaMeasurement } from './dxa-scan.ts';

export interface RecomputedTScore {
  readonly value: number;
  readonly reference: { readonly database: 'NHANES III'; readonly sex: 'female' };
  /** yes when it differs from the device's by at least the limit of knowledge; not-recorded without a device score. */
  readonly disagrees: 'yes' | 'no' | 'not-recorded';
  readonly reasons: readonly ['DX19'];
}

export type NotRecomputed =
  | ImplausibleValue
  | NoValueInForce
  | {
      readonly kind: 'not-recomputed';
      /** Lumbar references belong to the makers; other references were not confirmed; other makers use other scales. */
      readonly because: 'reference-of-the-maker' | 'reference-not-confirmed' | 'other-scale' | 'no-density';
    };

export function recomputedTScore(
  measurement: DxaMeasurement,
  device: DxaDevice,
  knowledge: Knowledge,
  date: CalendarDate,
  rules: DxaRules,
): Result<RecomputedTScore, NotRecomputed> {
  const { site, bmd, tScore } = measurement;
  if (site === 'lumbar-spine') return failure({ kind: 'not-recomputed', because: 'reference-of-the-maker' });
  const againstMen = tScore !== null && tScore.reference.sex === 'male';
  if (site !== 'femoral-neck' || againstMen) {
    return failure({ kind: 'not-recomputed', because: 'reference-not-confirmed' });
  }
  if (device.maker !== 'hologic') return failure({ kind: 'not-recomputed', because: 'other-scale' });
  if (bmd === null) return failure({ kind: 'not-recomputed', because: 'no-density' });
  const density = plausible('bone density', bmd, rules.plausible.bmd);
  if (!density.ok) return density;
  const reference = numberListOn(knowledge, 'dxa.nhanes-femoral-neck-female', date, 2);
  if (!reference.ok) return reference;
  const [mean = 0, deviation = 1] = reference.value;
  const value = (bmd - mean) / deviation;
  return success({
    value,
    reference: { database: 'NHANES III', sex: 'female' },
    disagrees: tScore === null ? 'not-recorded' : disagree(value, tScore.value, rules) ? 'yes' : 'no',
    reasons: ['DX19'],
  });
}

function disagree(recomputed: number, stated: number, rules: DxaRules): boolean {
  return Math.abs(recomputed - stated) >= rules.recomputedDifference - 1e-9;
}
