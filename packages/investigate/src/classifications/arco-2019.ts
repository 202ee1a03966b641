// The ARCO stage (2019) of osteonecrosis of the femoral head, from what the images showed. Decision: asked from the
// last stage back, because a later finding settles an earlier one; what is not recorded leaves its stages open.

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

export const arco2019Stages = ['I', 'II', 'IIIA', 'IIIB', 'IV'] as const;
export type Arco2019Stage = (typeof arco2019Stages)[number];

export interface HeadFindings {
  readonly osteoarthritis: Answer;
  /** Fracture under the cartilage or in the necrotic part, or flattening, on radiograph or CT. */
  readonly fractureOrFlattening: Answer;
  /** Depression of the head in mm. */
  readonly depressionMm: Recorded<number>;
  /** Sclerosis, focal osteoporosis or cyst on the radiograph. */
  readonly radiographAbnormal: Answer;
  readonly mriOrBoneScanPositive: Answer;
}

/** none: all images were made and none shows osteonecrosis. */
export type Arco2019Answer =
  | { readonly outcome: 'value'; readonly stage: Arco2019Stage | 'none'; readonly model: ModelStamp }
  | OpenClasses<Arco2019Stage | 'none'>;

export function arco2019(
  knowledge: ModelKnowledge,
  findings: HeadFindings,
): Result<Arco2019Answer, OutsideRange> {
  const model = modelOf(knowledge, 'arco-2019');
  const checked = checkInputs(model, {
    osteoarthritis: findings.osteoarthritis,
    'fracture-or-flattening': findings.fractureOrFlattening,
    depression: findings.depressionMm,
    'radiograph-abnormal': findings.radiographAbnormal,
    'mri-or-bone-scan-positive': findings.mriOrBoneScanPositive,
  });
  if (!checked.ok) return checked;
  const { possible, looked } = openStages(findings, modelNumber(model, 'early-depression-at-most').value);
  const drafts = new Set(model.stages.filter(({ status }) => status === 'draft').map(({ code }) => code));
  const stamp = stampOf(
    model,
    possible.some((one) => drafts.has(one)),
  );
  const [stage] = possible;
  if (stage === undefined) throw new Error('The findings leave no stage of ARCO 2019 open');
  const open = openClasses(possible, checked.value, looked, stamp);
  return success(open ?? { outcome: 'value', stage, model: stamp });
}

/** The stages the findings leave open, gravest first, and the inputs that were looked at for them. */
function openStages(
  findings: HeadFindings,
  earlyDepression: number,
): { possible: readonly (Arco2019Stage | 'none')[]; looked: ReadonlySet<string> } {
  const possible: (Arco2019Stage | 'none')[] = [];
  const looked = new Set(['osteoarthritis']);
  if (findings.osteoarthritis !== 'no') possible.push('IV');
  if (findings.osteoarthritis === 'yes') return { possible, looked };

  looked.add('fracture-or-flattening');
  if (findings.fractureOrFlattening !== 'no') {
    const depth = findings.depressionMm;
    looked.add('depression');
    if (depth === 'not-recorded' || depth > earlyDepression) possible.push('IIIB');
    if (depth === 'not-recorded' || depth <= earlyDepression) possible.push('IIIA');
  }
  if (findings.fractureOrFlattening === 'yes') return { possible, looked };

  looked.add('radiograph-abnormal');
  if (findings.radiographAbnormal !== 'no') possible.push('II');
  if (findings.radiographAbnormal === 'yes') return { possible, looked };

  looked.add('mri-or-bone-scan-positive');
  if (findings.mriOrBoneScanPositive !== 'no') possible.push('I');
  if (findings.mriOrBoneScanPositive !== 'yes') possible.push('none');
  return { possible, looked };
}
