// Whether a pertrochanteric fracture is 31A1 or 31A2 in the edition of 2018: by the thickness of the lateral wall. The
// edition of 2007 decides otherwise and is not read here.

import { type Result, success } from '@breekpunt/core';
import { liesIn, modelOf, modelReadings } from '@breekpunt/knowledge';
import { checkInputs } from '../risk/check-inputs.ts';
import {
  type CannotTell,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from '../risk/model-answer.ts';

export type TrochantericGroupAnswer =
  | {
      readonly outcome: 'value';
      readonly group: '31A1' | '31A2';
      readonly says: string;
      readonly model: ModelStamp;
    }
  | CannotTell;

/** For a pertrochanteric fracture that is not reverse or intertrochanteric (31A3). */
export function trochantericGroup(
  knowledge: ModelKnowledge,
  lateralWallMm: Recorded<number>,
): Result<TrochantericGroupAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'ao-ota-31');
  const checked = checkInputs(model, { 'lateral-wall': lateralWallMm });
  if (!checked.ok) return checked;
  if (lateralWallMm === 'not-recorded')
    return success({ outcome: 'cannot-tell', missing: checked.value, model: stampOf(model) });
  const found = modelReadings(model, 'lateral-wall').find((one) => liesIn(one, lateralWallMm));
  if (found === undefined) throw new Error('The readings of the lateral wall leave a gap');
  const group = found.means as '31A1' | '31A2';
  return success({ outcome: 'value', group, says: found.says, model: stampOf(model) });
}
