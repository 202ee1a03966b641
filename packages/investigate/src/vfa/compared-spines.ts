// Two readings of one spine: which fractures are new, which were there. Decision: a vertebra that was not read the
// first time can never be called new, and one that looks better the second time is a disagreement, not a recovery.

import {
  type CalendarDate,
  compareDates,
  failure,
  type Result,
  success,
  type VertebralLevel,
} from '@breekpunt/core';
import type { LevelGrade } from './spine-summary.ts';

export interface DatedGrades {
  readonly date: CalendarDate;
  /** Grades of the eye and of the ruler are not compared with each other. */
  readonly by: 'visual' | 'measured';
  /** The reading of Genant's scale; null for grades of the eye. */
  readonly grading: string | null;
  readonly grades: readonly LevelGrade[];
}

export type LevelChange = 'none' | 'new' | 'worsened' | 'prevalent' | 'contradictory' | 'cannot-tell';

export interface ComparedLevel {
  readonly level: VertebralLevel;
  readonly change: LevelChange;
  readonly reasons: readonly ['VF15' | 'VF16' | 'VF17'];
}

export interface NotComparableReadings {
  readonly kind: 'not-later' | 'different-method';
}

export function comparedSpines(
  earlier: DatedGrades,
  later: DatedGrades,
): Result<readonly ComparedLevel[], NotComparableReadings> {
  if (compareDates(earlier.date, later.date) >= 0) return failure({ kind: 'not-later' });
  if (earlier.by !== later.by || earlier.grading !== later.grading)
    return failure({ kind: 'different-method' });
  return success(
    later.grades.map((after) => {
      const before = earlier.grades.find(({ level }) => level === after.level);
      return { level: after.level, ...changeOf(before, after) };
    }),
  );
}

function changeOf(before: LevelGrade | undefined, after: LevelGrade): Omit<ComparedLevel, 'level'> {
  if (before === undefined || before.state !== 'graded' || after.state !== 'graded') {
    return { change: 'cannot-tell', reasons: ['VF17'] };
  }
  // A suspicion, or a grade that is only a lower bound, is no firm ground to call anything new or unchanged.
  if ([before, after].some(({ grade, atLeast }) => grade === 0.5 || atLeast)) {
    return { change: 'cannot-tell', reasons: ['VF17'] };
  }
  if (after.grade < before.grade) return { change: 'contradictory', reasons: ['VF16'] };
  if (before.grade === 0) return { change: after.grade === 0 ? 'none' : 'new', reasons: ['VF15'] };
  return { change: after.grade > before.grade ? 'worsened' : 'prevalent', reasons: ['VF16'] };
}
