// Parker Mobility Score (New Mobility Score): indoors, outdoors and shopping, 0 to 9.

import type { Result } from '@breekpunt/core';
import { modelOf } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from './model-answer.ts';
import { pointScore, type ScoreAnswer } from './point-score.ts';

export const mobilities = ['not-at-all', 'with-person', 'with-aid', 'no-difficulty'] as const;
export type Mobility = (typeof mobilities)[number];

export interface ParkerInput {
  readonly indoors: Recorded<Mobility>;
  readonly outdoors: Recorded<Mobility>;
  readonly shopping: Recorded<Mobility>;
}

export function parkerMobilityScore(
  knowledge: ModelKnowledge,
  { indoors, outdoors, shopping }: ParkerInput,
): Result<ScoreAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'parker-mobility-score');
  return pointScore(model, { indoors, outdoors, shopping }, { readings: 'default' });
}
