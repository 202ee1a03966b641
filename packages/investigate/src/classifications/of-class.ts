// The OF class of an osteoporotic vertebral fracture, from what was seen. Decision: at exactly a fifth of the posterior
// wall the publication gives neither OF2 nor OF3, so both are given; the reader chooses.

import { type Answer, type Result, success } from '@breekpunt/core';
import { modelNumber, modelOf } from '@breekpunt/knowledge';
import { checkInputs } from '../risk/check-inputs.ts';
import {
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from '../risk/model-answer.ts';
import { type OpenClasses, openClasses } from './open-classes.ts';

export const ofClasses = ['OF1', 'OF2', 'OF3', 'OF4', 'OF5'] as const;
export type OfClass = (typeof ofClasses)[number];

export interface OfFindings {
  readonly distractionOrRotation: Answer;
  /** Both endplates, loss of the frame, collapse or pincer. */
  readonly bothEndplatesOrCollapse: Answer;
  /** Anything beyond oedema. */
  readonly deformation: Answer;
  /** Percent of the posterior wall. */
  readonly posteriorWallPercent: Recorded<number>;
}

export type OfClassAnswer =
  | {
      readonly outcome: 'value';
      /** One class, or both where the publication leaves the boundary open. */
      readonly classes: readonly OfClass[];
      readonly model: ModelStamp;
    }
  | OpenClasses<OfClass>;

export function ofClass(
  knowledge: ModelKnowledge,
  findings: OfFindings,
): Result<OfClassAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'of-classification');
  const wall = findings.posteriorWallPercent;
  const checked = checkInputs(model, {
    'distraction-or-rotation': findings.distractionOrRotation,
    'both-endplates-or-collapse': findings.bothEndplatesOrCollapse,
    deformation: findings.deformation,
    'posterior-wall': wall,
  });
  if (!checked.ok) return checked;
  const possible = new Set<OfClass>();
  const looked = new Set<string>();

  // From the gravest down: a finding that is present ends it, one that is not recorded leaves its class open.
  const ends = (answer: Answer, found: OfClass, input: string): boolean => {
    looked.add(input);
    if (answer !== 'no') possible.add(found);
    return answer === 'yes';
  };
  const graver =
    ends(findings.distractionOrRotation, 'OF5', 'distraction-or-rotation') ||
    ends(findings.bothEndplatesOrCollapse, 'OF4', 'both-endplates-or-collapse');
  if (!graver) {
    looked.add('deformation');
    if (findings.deformation !== 'yes') possible.add('OF1');
    if (findings.deformation !== 'no') {
      looked.add('posterior-wall');
      const boundary = modelNumber(model, 'posterior-wall-boundary').value;
      if (wall === 'not-recorded' || wall <= boundary) possible.add('OF2');
      if (wall === 'not-recorded' || wall >= boundary) possible.add('OF3');
    }
  }
  const classes = ofClasses.filter((one) => possible.has(one));
  const stamp = stampOf(model);
  const open = openClasses(classes, checked.value, looked, stamp);
  return success(open ?? { outcome: 'value', classes, model: stamp });
}
