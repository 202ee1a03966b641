// The QFracture-2012 algorithm: the risk, in percent, of an osteoporotic and of a hip fracture within 1 to 18 years.
// Decision: two separately fitted equations are computed side by side and their known contradiction (a hip risk above
// the risk of any fracture) is stated, never mended. Nothing is rounded here.
//
// Copyright 2012 ClinRisk Ltd. (equations and coefficients); the Breekpunt contributors (this implementation).
// SPDX-License-Identifier: LGPL-3.0-or-later

import { failure, type Result, success } from '@breekpunt/core';
import { disclaimer } from './disclaimer.ts';
import {
  answerTo,
  missingInputs,
  type QFractureInput,
  type QFractureRefusal,
  refusedInputs,
} from './input.ts';
import { type PreparedEquation, preparedEquations } from './prepared-equation.ts';
import { alcoholIntakes, type Condition, ethnicGroups, smokingHabits } from './questions.ts';

/** What must stand beside every figure. */
export interface QFractureModel {
  readonly name: string;
  readonly population: string;
  readonly source: string;
  readonly limits: readonly string[];
}

export const model: QFractureModel = {
  name: 'QFracture-2012 algorithm',
  population: 'General practice patients of 30 to 100 years in the United Kingdom',
  source: 'Hippisley-Cox and Coupland, BMJ 2012;344:e3427, doi 10.1136/bmj.e3427',
  limits: [
    'Made and validated in the United Kingdom; not calibrated for Belgium or the Netherlands.',
    'Does not take bone density into account, nor that death may come before a fracture.',
    'The risks of any osteoporotic and of hip fracture come from two separate equations.',
    'Supports a decision; it is not a treatment order.',
  ],
};

export type QFractureWarning = 'hip-risk-above-any-fracture-risk' | 'both-types-of-diabetes';

export type QFractureAnswer =
  | {
      readonly outcome: 'value';
      /** Percent within `years`: wrist, shoulder, vertebral or hip fracture. */
      readonly osteoporoticPercent: number;
      /** Percent within `years`. */
      readonly hipPercent: number;
      readonly years: number;
      readonly warnings: readonly QFractureWarning[];
      readonly model: QFractureModel;
      /** To be displayed with the figures; a term of the licence. */
      readonly disclaimer: string;
    }
  | { readonly outcome: 'cannot-tell'; readonly missing: readonly string[]; readonly model: QFractureModel };

export function qfracture(input: QFractureInput): Result<QFractureAnswer, QFractureRefusal> {
  const refused = refusedInputs(input);
  if (refused.length > 0) return failure({ kind: 'outside-range', inputs: refused });
  const missing = missingInputs(input);
  const { sex } = input;
  if (missing.length > 0 || (sex !== 'female' && sex !== 'male'))
    return success({ outcome: 'cannot-tell', missing, model });
  const osteoporoticPercent = riskPercent(preparedEquations[sex].osteoporotic, input);
  const hipPercent = riskPercent(preparedEquations[sex].hip, input);
  const warnings: QFractureWarning[] = [];
  if (hipPercent > osteoporoticPercent) warnings.push('hip-risk-above-any-fracture-risk');
  if (has(input, 'type-1-diabetes') && has(input, 'type-2-diabetes')) warnings.push('both-types-of-diabetes');
  return success({
    outcome: 'value',
    osteoporoticPercent,
    hipPercent,
    years: input.years,
    warnings,
    model,
    disclaimer,
  });
}

// The order of the sums is that of the original, so that the last digits agree.
function riskPercent(equation: PreparedEquation, input: QFractureInput): number {
  let sum = 0;
  sum += at(equation.alcohol, alcoholIntakes.indexOf(input.alcohol as (typeof alcoholIntakes)[number]));
  sum += at(equation.ethrisk, 1 + ethnicGroups.indexOf(input.ethnicGroup as (typeof ethnicGroups)[number]));
  sum += at(equation.smoke, smokingHabits.indexOf(input.smoking as (typeof smokingHabits)[number]));
  const decades = Number(input.age) / 10;
  const tens = Number(input.bodyMassIndex) / 10;
  for (const { transform, centre, coefficient } of equation.terms)
    sum += (transform(decades, tens) - centre) * coefficient;
  for (const { condition, coefficient } of equation.flags) if (has(input, condition)) sum += coefficient;
  return 100 * (1 - at(equation.survivor, input.years) ** Math.exp(sum));
}

function has(input: QFractureInput, condition: Condition): boolean {
  return answerTo(input, condition) === 'yes';
}

function at(list: readonly number[], place: number): number {
  const found = list[place];
  if (found === undefined) throw new Error(`QFracture-2012 has no coefficient at place ${place}`);
  return found;
}
