// The Dutch score of 2011/2012, and its form for patients with COPD; 4 points lead to bone densitometry. Decision: the
// weight item is settled here from weight and height as the guideline words it (below 1.73 m the body mass index
// decides); without a height it is not recorded, whatever the weight. The revision of 2024 is not built: its table is
// not confirmed.

import { type Answer, type Result, success } from '@breekpunt/core';
import { type ClinicalModel, modelNumber, modelOf } from '@breekpunt/knowledge';
import { checkInputs } from './check-inputs.ts';
import type { ModelKnowledge, OutsideRange, Recorded } from './model-answer.ts';
import { pointScore, type ScoreAnswer } from './point-score.ts';

export interface NhgScoreInput {
  /** Whole years. */
  readonly age: Recorded<number>;
  readonly weightKg: Recorded<number>;
  readonly heightCm: Recorded<number>;
  readonly fractureAfter50: Answer;
  readonly parentHipFracture: Answer;
  /** Walking aid, or more than 4 weeks without walking in the last year. */
  readonly reducedMobility: Answer;
  readonly rheumatoidArthritis: Answer;
  /** A condition with secondary osteoporosis. */
  readonly secondaryCondition: Answer;
  /** More than 3 months, more than 7.5 mg a day. */
  readonly glucocorticoids: Answer;
}

export interface CopdItems {
  readonly moreThanOneFall: Answer;
  /** Three units a day or more. */
  readonly alcohol3Units: Answer;
  /** FEV1 below 50 % of predicted. */
  readonly fev1BelowHalf: Answer;
}

export function nhgScore(knowledge: ModelKnowledge, input: NhgScoreInput): Result<ScoreAnswer, OutsideRange> {
  return scored(modelOf(knowledge, 'nhg-score-2012'), input, {});
}

/** For patients with COPD only. */
export function nhgScoreInCopd(
  knowledge: ModelKnowledge,
  input: NhgScoreInput & CopdItems,
): Result<ScoreAnswer, OutsideRange> {
  return scored(modelOf(knowledge, 'nhg-score-copd-2015'), input, {
    'more-than-one-fall': input.moreThanOneFall,
    'alcohol-3-units': input.alcohol3Units,
    'fev1-below-half': input.fev1BelowHalf,
  });
}

function scored(
  model: ClinicalModel,
  input: NhgScoreInput,
  more: Readonly<Record<string, Answer>>,
): Result<ScoreAnswer, OutsideRange> {
  const { weightKg, heightCm } = input;
  const body = checkInputs(model, { weight: weightKg, height: heightCm }, ['weight', 'height']);
  if (!body.ok) return body;
  const given = {
    age: input.age,
    'low-weight': lowWeight(model, weightKg, heightCm),
    'fracture-after-50': input.fractureAfter50,
    'parent-hip-fracture': input.parentHipFracture,
    'reduced-mobility': input.reducedMobility,
    'rheumatoid-arthritis': input.rheumatoidArthritis,
    'secondary-condition': input.secondaryCondition,
    glucocorticoids: input.glucocorticoids,
    ...more,
  };
  const answer = pointScore(model, given, { readings: 'default' });
  if (!answer.ok || answer.value.outcome === 'value') return answer;
  // Nobody can be asked for "low weight"; what is missing is the weight or the height.
  const missing = answer.value.missing.flatMap((one) => (one.input === 'low-weight' ? body.value : [one]));
  return success({ ...answer.value, missing });
}

function lowWeight(model: ClinicalModel, weightKg: Recorded<number>, heightCm: Recorded<number>): Answer {
  if (weightKg === 'not-recorded' || heightCm === 'not-recorded') return 'not-recorded';
  const bodyMassIndex = weightKg / (heightCm / 100) ** 2;
  const isLean = bodyMassIndex < modelNumber(model, 'body-mass-index-below').value;
  if (heightCm < modelNumber(model, 'height-below').value) return isLean ? 'yes' : 'no';
  return isLean || weightKg < modelNumber(model, 'weight-below').value ? 'yes' : 'no';
}
