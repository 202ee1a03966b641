// What a LOINC code of a bone densitometry states: which quantity, at which site, on which side. Decision: a femur
// code without a body site is left open, because LOINC has none of its own for the neck of the femur; guessing "neck"
// would pass a whole-femur value off as one. Reading FHIR or HL7 is not done here.

import type { CalendarDate, Result } from '@breekpunt/core';
import { success } from '@breekpunt/core';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import type { DxaSite } from './dxa-scan.ts';

export type DxaQuantity = 'bmd' | 't-score' | 'z-score';

export interface DxaObservationMeaning {
  readonly quantity: DxaQuantity;
  /** `femur` needs the body site of the observation before it is one of our sites; so does `forearm`. */
  readonly site: Extract<DxaSite, 'lumbar-spine' | 'total-hip'> | 'femur' | 'forearm';
  readonly side: 'left' | 'right' | null;
}

/** By LOINC code. */
export type DxaObservationIndex = ReadonlyMap<string, DxaObservationMeaning>;

const named = [
  ['bmd', 'total-hip'],
  ['bmd', 'femur'],
  ['bmd', 'lumbar-spine'],
  ['bmd', 'forearm'],
  ['t-score', 'total-hip'],
  ['t-score', 'femur'],
  ['t-score', 'lumbar-spine'],
  ['t-score', 'forearm'],
  ['z-score', 'total-hip'],
  ['z-score', 'femur'],
  ['z-score', 'lumbar-spine'],
] as const;

export function dxaObservationsOn(
  knowledge: Knowledge,
  date: CalendarDate,
): Result<DxaObservationIndex, NoValueInForce> {
  const left = listOn(knowledge, 'dxa.loinc-left-side', date);
  if (!left.ok) return left;
  const right = listOn(knowledge, 'dxa.loinc-right-side', date);
  if (!right.ok) return right;
  const index = new Map<string, DxaObservationMeaning>();
  for (const [quantity, site] of named) {
    const codes = listOn(knowledge, `dxa.loinc-${quantity}-${site}`, date);
    if (!codes.ok) return codes;
    for (const code of codes.value) {
      const side = left.value.includes(code) ? 'left' : right.value.includes(code) ? 'right' : null;
      index.set(String(code), { quantity, site, side });
    }
  }
  return success(index);
}
