// The Kerboul angle: the arcs of necrosis on the frontal and the lateral image, added. Decision: radiograph and MRI are
// asked for by name, because the same sum means different grades; the risk of collapse is given for MRI only.

import { type Result, success } from '@breekpunt/core';
import { type ClinicalModel, liesIn, modelOf, modelReadings } from '@breekpunt/knowledge';
import { checkInputs } from '../risk/check-inputs.ts';
import {
  type CannotTell,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from '../risk/model-answer.ts';
import type { Meaning } from '../risk/point-score.ts';

export interface KerboulInput {
  /** Degrees. */
  readonly frontalAngle: Recorded<number>;
  /** Degrees; lateral radiograph or sagittal MRI. */
  readonly lateralAngle: Recorded<number>;
}

export type KerboulAnswer =
  | {
      readonly outcome: 'value';
      /** Degrees. */
      readonly sum: number;
      readonly grade: Meaning;
      readonly collapseRisk?: Meaning;
      readonly model: ModelStamp;
    }
  | CannotTell;

export function kerboul(
  knowledge: ModelKnowledge,
  input: KerboulInput,
  imaging: 'radiograph' | 'mri',
): Result<KerboulAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'kerboul');
  const { frontalAngle, lateralAngle } = input;
  const checked = checkInputs(model, { 'frontal-angle': frontalAngle, 'lateral-angle': lateralAngle });
  if (!checked.ok) return checked;
  if (frontalAngle === 'not-recorded' || lateralAngle === 'not-recorded')
    return success({ outcome: 'cannot-tell', missing: checked.value, model: stampOf(model) });
  const sum = frontalAngle + lateralAngle;
  const grade = meaningIn(model, imaging, sum);
  const value = { outcome: 'value', sum, grade, model: stampOf(model) } as const;
  return success(
    imaging === 'mri' ? { ...value, collapseRisk: meaningIn(model, 'mri-collapse-risk', sum) } : value,
  );
}

function meaningIn(model: ClinicalModel, readings: string, sum: number): Meaning {
  const found = modelReadings(model, readings).find((one) => liesIn(one, sum));
  if (found === undefined) throw new Error(`The readings "${readings}" of the Kerboul angle leave a gap`);
  return { means: found.means, says: found.says };
}
