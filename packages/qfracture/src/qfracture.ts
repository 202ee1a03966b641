// The QFracture-2012 algorithm: the risk, in percent, of an osteoporotic and of a hip fracture within 1 to 18 years.
// Decision: two separately fitted equations are computed side by side and their known contradiction (a hip risk above
// the risk of any fracture) is stated, never mended. Nothing is rounded here.
//
// Copyright 2012 ClinRisk Ltd. (equations and coefficients); the Breekpunt contributors (this implementation).
// SPDX-License-Identifier: LGPL-3.0-or-later

import { failure, type Result, success } from '@breekpunt/core';
import { type Equation, equations, type Transform } from './coefficients.ts';
import { disclaimer } from './disclaimer.ts';
import {
  answerTo,
  missingInputs,
  type QFractureInput,
  type QFractureRefusal,
  refusedInputs,
} from './input.ts';
import { alcoholIntakes, type Condition, conditions, ethnicGroups, smokingHabits } from './questions.ts';

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
  const osteoporoticPercent = riskPercent(equations[sex].osteoporotic, input);
  const hipPercent = riskPercent(equations[sex].hip, input);
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
function riskPercent(equation: Equation, input: QFractureInput): number {
  let sum = 0;
  sum += at(equation.alcohol, alcoholIntakes.indexOf(input.alcohol as (typeof alcoholIntakes)[number]));
  sum += at(equation.ethrisk, 1 + ethnicGroups.indexOf(input.ethnicGroup as (typeof ethnicGroups)[number]));
  sum += at(equation.smoke, smokingHabits.indexOf(input.smoking as (typeof smokingHabits)[number]));
  const decades = Number(input.age) / 10;
  const tens = Number(input.bodyMassIndex) / 10;
  for (const [term, transform] of Object.entries(equation.fp)) {
    sum +=
      (transformed(transform, decades, tens) - named(equation.centre, term)) *
      named(equation.continuous, term);
  }
  for (const condition of Object.keys(conditions) as Condition[]) {
    if (has(input, condition)) sum += equation.boolean[conditions[condition]] ?? 0;
  }
  return 100 * (1 - at(equation.survivor, input.years) ** Math.exp(sum));
}

function has(input: QFractureInput, condition: Condition): boolean {
  return answerTo(input, condition) === 'yes';
}

const transforms: Readonly<Record<Transform, (decades: number, tens: number) => number>> = {
  dage: (decades) => decades,
  'pow(dage,0.5)': (decades) => decades ** 0.5,
  'pow(dage,2)': (decades) => decades ** 2,
  'pow(dage,3)': (decades) => decades ** 3,
  'pow(dage,3)*log(dage)': (decades) => decades ** 3 * Math.log(decades),
  'pow(dbmi,-0.5)': (_, tens) => tens ** -0.5,
  'pow(dbmi,-1)': (_, tens) => tens ** -1,
  'pow(dbmi,-2)': (_, tens) => tens ** -2,
};

function transformed(transform: Transform, decades: number, tens: number): number {
  return transforms[transform](decades, tens);
}

function at(list: readonly number[], place: number): number {
  const found = list[place];
  if (found === undefined) throw new Error(`QFracture-2012 has no coefficient at place ${place}`);
  return found;
}

function named(record: Readonly<Record<string, number>>, name: string): number {
  const found = record[name];
  if (found === undefined) throw new Error(`QFracture-2012 has no coefficient "${name}"`);
  return found;
}
