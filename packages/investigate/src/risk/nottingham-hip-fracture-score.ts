// Nottingham Hip Fracture Score: points at admission and the risk of dying within 30 days by the equation of 2012.
// Decision: haemoglobin is taken in the unit the laboratory gave, each with its own published limit, so that no rounding
// of a conversion decides a point. With answers missing the risk is given as a span.

import { type Answer, type Result, type Sex, success } from '@breekpunt/core';
import { type ClinicalModel, modelNumber, modelOf } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from './model-answer.ts';
import { pointScore, type ScoreCannotTell, type ScoreValue } from './point-score.ts';

export interface NottinghamInput {
  /** Whole years. */
  readonly age: Recorded<number>;
  readonly sex: Sex;
  readonly haemoglobin: Recorded<{ readonly value: number; readonly unit: 'g/dL' | 'mmol/L' }>;
  /** Abbreviated Mental Test Score, 0 to 10. */
  readonly mentalTestScore: Recorded<number>;
  readonly fromInstitution: Answer;
  /** How many of the counted comorbidities. */
  readonly comorbidities: Recorded<number>;
  /** In the last 20 years. */
  readonly malignancy: Answer;
}

export type NottinghamAnswer =
  | (ScoreValue & { readonly deathWithin30DaysPercent: number })
  | (ScoreCannotTell & {
      readonly deathWithin30DaysPercent: { readonly least: number; readonly most: number };
    });

/** moppett-2012 is the recalibration in use; maxwell-2008 came first and over-estimates high risks. */
export type NottinghamEquation = 'moppett-2012' | 'maxwell-2008';

export function nottinghamHipFractureScore(
  knowledge: ModelKnowledge,
  input: NottinghamInput,
): Result<NottinghamAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'nottingham-hip-fracture-score');
  const { haemoglobin } = input;
  const perMillimoles = haemoglobin !== 'not-recorded' && haemoglobin.unit === 'mmol/L';
  const given = {
    age: input.age,
    sex: input.sex,
    [perMillimoles ? 'haemoglobin-mmol-l' : 'haemoglobin-g-dl']:
      haemoglobin === 'not-recorded' ? haemoglobin : haemoglobin.value,
    'mental-test-score': input.mentalTestScore,
    institution: input.fromInstitution,
    comorbidities: input.comorbidities,
    malignancy: input.malignancy,
  };
  const scored = pointScore(model, given, {
    readings: 'wiles-2011',
    without: [perMillimoles ? 'haemoglobin-g-dl' : 'haemoglobin-mmol-l'],
  });
  if (!scored.ok) return scored;
  const risk = (points: number): number => mortality(model, points, 'moppett-2012');
  if (scored.value.outcome === 'value')
    return success({ ...scored.value, deathWithin30DaysPercent: risk(scored.value.total) });
  const { least, most } = scored.value.total;
  return success({ ...scored.value, deathWithin30DaysPercent: { least: risk(least), most: risk(most) } });
}

/** Percent dying within 30 days at a score of 0 to 10. */
export function nottinghamMortalityPercent(
  knowledge: ModelKnowledge,
  points: number,
  equation: NottinghamEquation,
): number {
  return mortality(modelOf(knowledge, 'nottingham-hip-fracture-score'), points, equation);
}

function mortality(model: ClinicalModel, points: number, equation: NottinghamEquation): number {
  const intercept = modelNumber(model, `${equation}-intercept`).value;
  const slope = modelNumber(model, `${equation}-slope`).value;
  return 100 / (1 + Math.exp(intercept - slope * points));
}
