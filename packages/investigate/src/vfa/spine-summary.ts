// What a spine amounts to: how many vertebrae were read, how many are broken and how badly. Decision: an unread
// vertebra is never normal, so "no fracture" is only said of a spine that was read whole; the visual and the measured
// grades are summed up apart.

import type { Answer, VertebralLevel } from '@breekpunt/core';
import type { MeasuredVertebra } from './measured-vertebra.ts';
import type { VertebraReading, VisualGrade } from './vertebra-reading.ts';
import type { VfaRules } from './vfa-rules.ts';

export type LevelGrade =
  | {
      readonly level: VertebralLevel;
      readonly state: 'graded';
      readonly grade: VisualGrade;
      readonly atLeast: boolean;
    }
  | { readonly level: VertebralLevel; readonly state: 'not-readable' | 'not-recorded' };

export interface SpineSummary {
  readonly readable: number;
  readonly notReadable: readonly VertebralLevel[];
  readonly notRecorded: readonly VertebralLevel[];
  /** Grade 1 or more. */
  readonly fractured: readonly VertebralLevel[];
  readonly suspected: readonly VertebralLevel[];
  /** How many vertebrae have at least grade 1, 2 and 3. */
  readonly countFromGrade: readonly [number, number, number];
  /** Null when no vertebra was graded. */
  readonly worst: VisualGrade | null;
  /** Sum of the grades; a lower bound unless complete. */
  readonly deformityIndex: { readonly sum: number; readonly complete: boolean };
  readonly anyFracture: Answer;
  readonly gradeTwoOrMore: Answer;
  readonly gradeThree: Answer;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

/** The grades that the eye gave, for every level that the rules read; a level without a reading was not recorded. */
export function visualGrades(readings: readonly VertebraReading[], rules: VfaRules): readonly LevelGrade[] {
  return rules.levels.map((level) => {
    const reading = readings.find((each) => each.level === level);
    if (reading?.readability === 'not-readable') return { level, state: 'not-readable' };
    const visual = reading?.visual ?? null;
    if (visual === null) return { level, state: 'not-recorded' };
    return { level, state: 'graded', grade: visual.grade, atLeast: false };
  });
}

/** The grades that the measured heights give. */
export function measuredGrades(
  readings: readonly VertebraReading[],
  measured: ReadonlyMap<VertebralLevel, MeasuredVertebra>,
  rules: VfaRules,
): readonly LevelGrade[] {
  return rules.levels.map((level) => {
    const found = measured.get(level);
    if (found !== undefined) {
      return { level, state: 'graded', grade: found.graded.grade, atLeast: found.atLeast };
    }
    const reading = readings.find((each) => each.level === level);
    return { level, state: reading?.readability === 'not-readable' ? 'not-readable' : 'not-recorded' };
  });
}

export function spineSummary(grades: readonly LevelGrade[]): SpineSummary {
  const graded = grades.filter((each) => each.state === 'graded');
  const inState = (state: LevelGrade['state']): VertebralLevel[] =>
    grades.filter((each) => each.state === state).map(({ level }) => level);
  const [notReadable, notRecorded] = [inState('not-readable'), inState('not-recorded')];
  const complete =
    graded.length === grades.length && graded.every(({ atLeast, grade }) => !atLeast && grade !== 0.5);
  const count = (least: number): number => graded.filter(({ grade }) => grade >= least).length;
  const answer = (least: number): Answer => (count(least) > 0 ? 'yes' : complete ? 'no' : 'not-recorded');
  return {
    readable: graded.length,
    notReadable,
    notRecorded,
    fractured: graded.filter(({ grade }) => grade >= 1).map(({ level }) => level),
    suspected: graded.filter(({ grade }) => grade === 0.5).map(({ level }) => level),
    countFromGrade: [count(1), count(2), count(3)],
    worst: graded.length === 0 ? null : (Math.max(...graded.map(({ grade }) => grade)) as VisualGrade),
    deformityIndex: { sum: graded.reduce((sum, { grade }) => sum + Math.floor(grade), 0), complete },
    anyFracture: answer(1),
    gradeTwoOrMore: answer(2),
    gradeThree: answer(3),
    reasons: ['VF1', 'VF14', ...(notReadable.length > 0 ? ['VF13'] : [])],
    missing: [
      ...(notReadable.length > 0 ? ['x-ray of the thoracic and lumbar spine'] : []),
      ...notRecorded,
      ...(graded.some(({ atLeast }) => atLeast) ? ['neighbour-heights'] : []),
    ],
  };
}
