// TL AOSIS (Kepler 2016) with the bands of Vaccaro 2016. Decision: NX is an examination that cannot be done and has
// its points; a blank neurology is missing and never N0. Answers that rest on an unconfirmed point say draft.

import type { Answer, Result } from '@breekpunt/core';
import { modelOf } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from '../risk/model-answer.ts';
import { pointScore, type ScoreAnswer } from '../risk/point-score.ts';

export const aoSpineMorphologies = ['A0', 'A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'C'] as const;
export type AoSpineMorphology = (typeof aoSpineMorphologies)[number];
export const aoSpineNeurologies = ['N0', 'N1', 'N2', 'N3', 'N4', 'NX'] as const;
export type AoSpineNeurology = (typeof aoSpineNeurologies)[number];

export interface TlAosisInput {
  readonly morphology: Recorded<AoSpineMorphology>;
  readonly neurology: Recorded<AoSpineNeurology>;
  /** M1. */
  readonly indeterminateLigaments: Answer;
  /** M2. */
  readonly relevantComorbidity: Answer;
}

/** The reading is conservative, either or surgical. */
export function tlAosis(knowledge: ModelKnowledge, input: TlAosisInput): Result<ScoreAnswer, OutsideRange> {
  const given = {
    morphology: input.morphology,
    neurology: input.neurology,
    'indeterminate-ligaments': input.indeterminateLigaments,
    'relevant-comorbidity': input.relevantComorbidity,
  };
  return pointScore(modelOf(knowledge, 'tl-aosis'), given, { readings: 'vaccaro-2016' });
}
