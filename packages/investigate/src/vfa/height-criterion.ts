// Whether a measured vertebra meets a criterion in percent and millimetres. Decision: both must be reached at the same
// border against the same comparison; and "no" is only said when every border that counts could be judged.

import type { MeasuredVertebra } from './measured-vertebra.ts';
import type { HeightCriterion } from './vfa-rules.ts';

export interface HeightCriterionAnswer {
  readonly meets: 'yes' | 'no' | 'cannot-tell';
  readonly reasons: readonly ('VF11' | 'VF12' | 'VF9')[];
  readonly missing: readonly ('scale-of-the-image' | 'neighbour-heights')[];
}

const noise = 1e-9;

export function meetsHeightCriterion(
  vertebra: MeasuredVertebra,
  criterion: HeightCriterion,
): HeightCriterionAnswer {
  const reached = vertebra.losses.filter(({ percent }) => percent >= criterion.percent - noise);
  if (reached.some(({ mm }) => mm !== null && mm >= criterion.mm - noise)) {
    return { meets: 'yes', reasons: ['VF11'], missing: [] };
  }
  if (reached.some(({ mm }) => mm === null)) {
    return { meets: 'cannot-tell', reasons: ['VF12'], missing: ['scale-of-the-image'] };
  }
  if (vertebra.atLeast) return { meets: 'cannot-tell', reasons: ['VF9'], missing: ['neighbour-heights'] };
  return { meets: 'no', reasons: ['VF11'], missing: [] };
}
