// FRACTURE Index (Black 2001): points for the risk of fracture in five years, with or without the T-score of the hip.
// Decision: the two forms have their own cuts and are asked for by name; a missing T-score never turns one into the
// other.

import type { Answer, Result } from '@breekpunt/core';
import { modelOf } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from './model-answer.ts';
import { pointScore, type ScoreAnswer } from './point-score.ts';

export interface FractureIndexInput {
  /** Whole years. */
  readonly age: Recorded<number>;
  readonly fractureAfter50: Answer;
  readonly motherHipFracture: Answer;
  readonly weightKg: Recorded<number>;
  readonly smokesNow: Answer;
  readonly needsArmsToRise: Answer;
  /** Total hip; not looked at without bone density. */
  readonly tScore: Recorded<number>;
}

export type FractureIndexForm = 'without-bone-density' | 'with-bone-density';

export function fractureIndex(
  knowledge: ModelKnowledge,
  input: FractureIndexInput,
  form: FractureIndexForm,
): Result<ScoreAnswer, OutsideRange> {
  const given = {
    age: input.age,
    'fracture-after-50': input.fractureAfter50,
    'mother-hip-fracture': input.motherHipFracture,
    weight: input.weightKg,
    smokes: input.smokesNow,
    'arms-to-rise': input.needsArmsToRise,
    't-score': input.tScore,
  };
  return pointScore(modelOf(knowledge, 'fracture-index'), given, {
    readings: form,
    without: form === 'with-bone-density' ? [] : ['t-score'],
  });
}
