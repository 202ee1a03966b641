// How many hips of a JIC type collapsed within 2 and 5 years in the cohort that counted them (212 hips, Japan). A share
// of that cohort, not a prediction for one hip.

import { modelNumber, modelOf } from '@breekpunt/knowledge';
import { type ModelKnowledge, type ModelStamp, stampOf } from '../risk/model-answer.ts';

export const jicTypes = ['A', 'B', 'C1', 'C2'] as const;
export type JicType = (typeof jicTypes)[number];

export interface JicCollapse {
  readonly within2YearsPercent: number;
  readonly within5YearsPercent: number;
  readonly model: ModelStamp;
}

export function jicCollapse(knowledge: ModelKnowledge, type: JicType): JicCollapse {
  const model = modelOf(knowledge, 'jic-2001');
  return {
    within2YearsPercent: modelNumber(model, `${type}-collapse-2-years`).value,
    within5YearsPercent: modelNumber(model, `${type}-collapse-5-years`).value,
    model: stampOf(model),
  };
}
