// Whether a number that came from outside can be true at all. Decision: the range stands in knowledge and travels
// with the refusal, so that whoever typed 170 for 1.70 m sees what was expected. A plausible value is not yet right.

import { failure, type Result, success } from '@breekpunt/core';

export interface PlausibleRange {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

/** What was expected; the value itself is given back only as a number, never with the patient's text. */
export interface ImplausibleValue {
  readonly kind: 'not-a-number' | 'out-of-range';
  /** Which quantity, as the asker names it: T-score, calcium. */
  readonly quantity: string;
  readonly range: PlausibleRange;
}

/** The value when it lies in the range, both ends included. */
export function plausible(
  quantity: string,
  value: number,
  range: PlausibleRange,
): Result<number, ImplausibleValue> {
  if (!Number.isFinite(value)) return failure({ kind: 'not-a-number', quantity, range });
  if (value < range.least || value > range.most) return failure({ kind: 'out-of-range', quantity, range });
  return success(value);
}
