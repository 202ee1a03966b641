// What a reader said of one vertebra: could it be read, which grade did the eye give, which heights were measured.
// Decision: the visual and the measured grade are two facts and stay two; a disagreement is shown, never averaged.

import { failure, type Result, success, type VertebralLevel } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { GenantGrade } from './genant-grade.ts';
import type { MeasuredVertebra, SpineHeights, VertebraShape } from './measured-vertebra.ts';
import { heightPositions, type VertebraHeights } from './vertebra-heights.ts';
import type { VfaRules } from './vfa-rules.ts';

export const readabilities = ['readable', 'not-readable', 'not-recorded'] as const;
export type Readability = (typeof readabilities)[number];

/** 0.5 is a suspicion: neither a fracture nor its absence. */
export type VisualGrade = GenantGrade | 0.5;

export interface VertebraReading {
  readonly level: VertebralLevel;
  readonly readability: Readability;
  readonly visual: { readonly grade: VisualGrade; readonly shape: VertebraShape | null } | null;
  readonly heights: VertebraHeights | null;
}

export type ReadingRefusal =
  | (ImplausibleValue & { readonly level: VertebralLevel })
  | {
      readonly kind: 'level-not-read-here' | 'level-twice' | 'graded-but-not-readable';
      readonly level: VertebralLevel;
    };

/** The readings when each is possible and none contradicts itself; every refusal otherwise. */
export function parseReadings(
  readings: readonly VertebraReading[],
  rules: VfaRules,
): Result<readonly VertebraReading[], readonly ReadingRefusal[]> {
  const refusals: ReadingRefusal[] = [];
  const seen = new Set<VertebralLevel>();
  for (const { level, readability, visual, heights } of readings) {
    if (!rules.levels.includes(level)) refusals.push({ kind: 'level-not-read-here', level });
    if (seen.has(level)) refusals.push({ kind: 'level-twice', level });
    seen.add(level);
    if (readability !== 'readable' && (visual !== null || heights !== null)) {
      refusals.push({ kind: 'graded-but-not-readable', level });
    }
    for (const position of heights?.unit === 'mm' ? heightPositions : []) {
      const checked = plausible(`${position} height`, heights?.[position] ?? 0, rules.plausibleHeight);
      if (!checked.ok) refusals.push({ ...checked.error, level });
    }
  }
  return refusals.length === 0 ? success(readings) : failure(refusals);
}

/** The heights of a spine's readings, for `measureSpine`. */
export function heightsOf(readings: readonly VertebraReading[]): SpineHeights {
  return Object.fromEntries(
    readings.flatMap(({ level, heights }) => (heights === null ? [] : [[level, heights] as const])),
  );
}

export interface GradeAgreement {
  readonly outcome: 'agree' | 'disagree' | 'cannot-tell';
  readonly reasons: readonly ['VF10'];
}

/** A suspicion agrees with both 0 and 1. Without either grade there is nothing to compare. */
export function gradeAgreement(
  visual: VisualGrade | null,
  measured: MeasuredVertebra | null,
): GradeAgreement {
  if (visual === null || measured === null) return { outcome: 'cannot-tell', reasons: ['VF10'] };
  const { grade } = measured.graded;
  const agree = visual === 0.5 ? grade <= 1 : visual === grade;
  return { outcome: agree ? 'agree' : 'disagree', reasons: ['VF10'] };
}
