// The grade of a loss of height. Decision: the unrounded percentage is graded; only the noise of binary fractions is
// forgiven, so that 16 of 20 mm, which a computer calls 19.999999999999996 %, is the 20 % that it is.

import { unreachable } from '@breekpunt/core';
import type { Grading, GradingName } from './vfa-rules.ts';

export type GenantGrade = 0 | 1 | 2 | 3;

export interface GradedLoss {
  readonly grade: GenantGrade;
  readonly grading: GradingName;
  /** The loss lies exactly where published readings give different grades. */
  readonly disputed: boolean;
  readonly reasons: readonly string[];
}

const noise = 1e-9;

/** `loss` in percent of the expected height; a gain of height is no loss. */
export function genantGrade(loss: number, grading: Grading): GradedLoss {
  let grade: GenantGrade = 0;
  grading.from.forEach((boundary, index) => {
    if (reaches(loss, boundary, grading.atBoundary[index] ?? 'higher')) grade = (index + 1) as GenantGrade;
  });
  const disputed = grading.disputed.some((boundary) => isAt(loss, boundary));
  const reasons = [ruleOf(grading.name), ...(disputed ? ['VF3'] : [])];
  return { grade, grading: grading.name, disputed, reasons };
}

function reaches(loss: number, boundary: number, owner: 'higher' | 'lower'): boolean {
  if (isAt(loss, boundary)) return owner === 'higher';
  return loss > boundary;
}

function isAt(loss: number, boundary: number): boolean {
  return Math.abs(loss - boundary) < noise;
}

function ruleOf(name: GradingName): 'VF2' | 'VF4' {
  switch (name) {
    case 'nhg':
      return 'VF2';
    case 'radiopaedia':
    case 'wang':
      return 'VF4';
    default:
      return unreachable(name);
  }
}
