// TLICS (Vaccaro 2005): shape, ligaments and neurology of a thoracolumbar injury, 1 to 10 points.

import type { Result } from '@breekpunt/core';
import { modelOf } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from '../risk/model-answer.ts';
import { pointScore, type ScoreAnswer } from '../risk/point-score.ts';

export const tlicsMorphologies = ['compression', 'burst', 'translation-rotation', 'distraction'] as const;
export const tlicsLigaments = ['intact', 'suspected', 'injured'] as const;
export const tlicsNeurologies = [
  'intact',
  'root',
  'complete-cord',
  'incomplete-cord-or-conus',
  'cauda-equina',
] as const;

export interface TlicsInput {
  readonly morphology: Recorded<(typeof tlicsMorphologies)[number]>;
  /** Posterior ligament complex. */
  readonly ligaments: Recorded<(typeof tlicsLigaments)[number]>;
  readonly neurology: Recorded<(typeof tlicsNeurologies)[number]>;
}

/** The reading is conservative, either or surgical. */
export function tlics(
  knowledge: ModelKnowledge,
  { morphology, ligaments, neurology }: TlicsInput,
): Result<ScoreAnswer, OutsideRange> {
  return pointScore(
    modelOf(knowledge, 'tlics'),
    { morphology, ligaments, neurology },
    { readings: 'default' },
  );
}
