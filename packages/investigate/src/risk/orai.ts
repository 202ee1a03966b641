// ORAI (Cadarette 2000): age, weight and oestrogen; from 9 points bone densitometry. For women.

import type { Answer, Result } from '@breekpunt/core';
import { modelOf } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from './model-answer.ts';
import { pointScore, type ScoreAnswer } from './point-score.ts';

export interface OraiInput {
  /** Whole years. */
  readonly age: Recorded<number>;
  readonly weightKg: Recorded<number>;
  readonly takesOestrogen: Answer;
}

export function orai(knowledge: ModelKnowledge, input: OraiInput): Result<ScoreAnswer, OutsideRange> {
  const given = { age: input.age, weight: input.weightKg, oestrogen: input.takesOestrogen };
  return pointScore(modelOf(knowledge, 'orai'), given, { readings: 'default' });
}
