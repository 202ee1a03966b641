// How much glucocorticoid somebody took in the months that count: as somebody added it up, or as dose and duration give it.
// Decision: a total that was worked out can show that there was too much, and never that there was not: nobody knows the
// courses before.

import type { Recorded } from '@breekpunt/investigate';
import type { NecrosisRules } from './necrosis-rules.ts';

export interface SteroidCourse {
  /** Prednisolone equivalent. */
  readonly mgPerDay: number;
  readonly months: number;
}

export interface SteroidTotal {
  /** Prednisolone equivalent, g. */
  readonly grams: number;
  /** worked-out: from dose and duration; at least so much. */
  readonly from: 'stated' | 'worked-out';
}

const daysAMonth = 365.25 / 12;

export function steroidTotal(
  stated: Recorded<number>,
  course: Recorded<SteroidCourse>,
  { steroidMonths }: Pick<NecrosisRules, 'steroidMonths'>,
): SteroidTotal | null {
  if (stated !== 'not-recorded') return { grams: stated, from: 'stated' };
  if (course === 'not-recorded') return null;
  const days = Math.min(course.months, steroidMonths) * daysAMonth;
  return { grams: (course.mgPerDay * days) / 1000, from: 'worked-out' };
}
