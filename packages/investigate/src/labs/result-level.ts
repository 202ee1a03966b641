// Whether a result is low, within range or high. Decision: the laboratory's own range decides; ours stands in only when
// it sent none and is named as such; without any range the answer is "cannot tell".

import type { Sex } from '@breekpunt/core';
import type { LabRules } from './lab-rules.ts';
import type { LabResult, ReferenceRange } from './lab-test.ts';

export interface ResultLevel {
  readonly level: 'low' | 'within' | 'high' | 'cannot-tell';
  /** Whose range decided. */
  readonly by: 'laboratory' | 'knowledge' | null;
  readonly reasons: readonly ['LB11'];
}

/** `value` stands in for the measured one where another counts, as for corrected calcium. */
export function resultLevel(
  result: LabResult,
  sex: Sex,
  rules: LabRules,
  value: number = result.value,
): ResultLevel {
  const own = result.range;
  if (own !== null && (own.low !== null || own.high !== null)) return judged(value, own, 'laboratory');
  const references = rules.references[result.test];
  if (references === undefined) return { level: 'cannot-tell', by: null, reasons: ['LB11'] };
  if (sex === 'female' || sex === 'male') return judged(value, references[sex], 'knowledge');
  // Of unknown sex only what both ranges agree on is said.
  const [woman, man] = [
    judged(value, references.female, 'knowledge'),
    judged(value, references.male, 'knowledge'),
  ];
  return woman.level === man.level ? woman : { level: 'cannot-tell', by: null, reasons: ['LB11'] };
}

function judged(value: number, { low, high }: ReferenceRange, by: 'laboratory' | 'knowledge'): ResultLevel {
  const level = low !== null && value < low ? 'low' : high !== null && value > high ? 'high' : 'within';
  return { level, by, reasons: ['LB11'] };
}
