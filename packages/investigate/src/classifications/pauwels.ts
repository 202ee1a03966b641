// Pauwels' type of a femoral neck fracture, from the angle and the edition. Decision: sources disagree about who owns
// exactly 30, 50 and 70 degrees, so there both types are given and the answer says that it depends on the edition.

import { type Result, success } from '@breekpunt/core';
import { modelNumber, modelOf } from '@breekpunt/knowledge';
import { checkInputs } from '../risk/check-inputs.ts';
import {
  type CannotTell,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from '../risk/model-answer.ts';

export type PauwelsType = 'I' | 'II' | 'III';
/** aoota2018: the qualifiers p, q and r of 31B2 are types I, II and III. */
export type PauwelsEdition = 'pauwels1935' | 'aoota2018';

export type PauwelsAnswer =
  | {
      readonly outcome: 'value';
      /** Degrees; stored with the edition, because the type follows from both. */
      readonly angle: number;
      readonly edition: PauwelsEdition;
      /** One type, or two on a boundary. */
      readonly types: readonly PauwelsType[];
      readonly editionDependent: boolean;
      readonly model: ModelStamp;
    }
  | CannotTell;

export function pauwels(
  knowledge: ModelKnowledge,
  angle: Recorded<number>,
  edition: PauwelsEdition,
): Result<PauwelsAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'pauwels');
  const checked = checkInputs(model, { angle });
  if (!checked.ok) return checked;
  if (angle === 'not-recorded')
    return success({ outcome: 'cannot-tell', missing: checked.value, model: stampOf(model) });
  const first = modelNumber(model, `${edition}-I-II`).value;
  const second = modelNumber(model, `${edition}-II-III`).value;
  const types: PauwelsType[] = [];
  if (angle <= first) types.push('I');
  if (angle >= first && angle <= second) types.push('II');
  if (angle >= second) types.push('III');
  const editionDependent = types.length > 1;
  return success({ outcome: 'value', angle, edition, types, editionDependent, model: stampOf(model) });
}
