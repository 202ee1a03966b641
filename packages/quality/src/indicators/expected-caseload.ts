// How many patients a service could find in a year: what the hospital says, or its hip fractures times five, of which a share
// with a broken vertebra. Found against expected is a ratio of counts, so its interval is that of a count (Byar).

import type { Share } from '../statistics/wilson.ts';

export interface ExpectedCaseload {
  /** Fragility fractures a year, all sites. */
  readonly perYear: number;
  /** Percent of them that are vertebral. */
  readonly spinePercent: number;
}

export function expectedIn(
  { perYear, spinePercent }: ExpectedCaseload,
  kind: 'all' | 'spine' | 'non-spine',
  months: number,
): number {
  const all = (perYear * months) / 12;
  if (kind === 'all') return all;
  return all * (kind === 'spine' ? spinePercent / 100 : 1 - spinePercent / 100);
}

/** May be above 1: more were found than expected. */
export function ratioOf(count: number, expected: number): Share {
  if (expected <= 0) return { count, of: 0, share: null, low: null, high: null };
  return {
    count,
    of: Math.round(expected),
    share: count / expected,
    low: lowByar(count) / expected,
    high: highByar(count) / expected,
  };
}

const z = 1.959964;

function lowByar(count: number): number {
  return count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
}

function highByar(count: number): number {
  const next = count + 1;
  return next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
}
