// Whether a T-score meets a country's density criterion. Decision: apart from the class, because at exactly -2.5 the
// Dutch criterion is met and the Belgian one is not, and both are the same osteoporosis; and because Belgium asks for
// the reference of the patient's own sex, which the device may not have used.

import type { Sex } from '@breekpunt/core';
import type { DensityCriterion } from './dxa-rules.ts';
import type { StatedScore } from './dxa-scan.ts';

export interface DensityCriterionAnswer {
  readonly meets: 'yes' | 'no' | 'cannot-tell';
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

export function meetsDensityCriterion(
  tScore: StatedScore,
  sex: Sex,
  criterion: DensityCriterion,
): DensityCriterionAnswer {
  const { value, reference } = tScore;
  if (criterion.country === 'BE') {
    if (sex !== 'female' && sex !== 'male') {
      return { meets: 'cannot-tell', reasons: ['DX21'], missing: ['sex'] };
    }
    if (reference.sex !== sex) {
      return { meets: 'cannot-tell', reasons: ['DX21'], missing: [`T-score by ${sex} reference`] };
    }
  }
  const meets = criterion.meetsAtTheValue ? value <= criterion.tScore : value < criterion.tScore;
  const reasons = [criterion.country === 'BE' ? 'DX13' : 'DX14'];
  return { meets: meets ? 'yes' : 'no', reasons, missing: [] };
}
