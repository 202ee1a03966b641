// Whether a series of months shows more than chance (Anhøj 2014): a run on one side of the median that is too long, or too few
// crossings of it. Decision: points on the median are not useful and are left out of both counts; below twelve months nothing
// is said.

import { binomialQuantile } from './binomial.ts';

export interface RunChart {
  readonly median: number | null;
  /** Points that do not lie on the median. */
  readonly useful: number;
  readonly longestRun: number;
  readonly crossings: number;
  /** A run longer than this, or fewer crossings than that, is a signal. */
  readonly runLimit: number;
  readonly crossingLimit: number;
  readonly signal: 'too-few-months' | 'chance' | 'better' | 'worse' | 'unsteady';
}

export const leastMonths = 12;

/** Newest last. Better is higher. */
export function runChart(values: readonly number[]): RunChart {
  const median = medianOf(values);
  const sides = median === null ? [] : values.filter((one) => one !== median).map((one) => one > median);
  const n = sides.length;
  const runs = runsOf(sides);
  const longest = runs.reduce((best, one) => (one.length > best.length ? one : best), {
    above: false,
    length: 0,
  });
  const crossings = Math.max(0, runs.length - 1);
  const runLimit = n === 0 ? 0 : Math.round(Math.log2(n) + 3);
  const crossingLimit = n === 0 ? 0 : binomialQuantile(0.05, n - 1, 0.5);
  const counts = { median, useful: n, longestRun: longest.length, crossings, runLimit, crossingLimit };
  if (values.length < leastMonths) return { ...counts, signal: 'too-few-months' };
  if (longest.length > runLimit) return { ...counts, signal: sideOfEnd(sides) };
  if (crossings < crossingLimit) return { ...counts, signal: sideOfEnd(sides) };
  return { ...counts, signal: 'chance' };
}

/** Where the newest half lies against the oldest half. */
function sideOfEnd(sides: readonly boolean[]): 'better' | 'worse' | 'unsteady' {
  const half = Math.floor(sides.length / 2);
  const above = (part: readonly boolean[]): number => part.filter(Boolean).length / Math.max(1, part.length);
  const [before, after] = [above(sides.slice(0, half)), above(sides.slice(sides.length - half))];
  if (after === before) return 'unsteady';
  return after > before ? 'better' : 'worse';
}

function runsOf(sides: readonly boolean[]): { readonly above: boolean; readonly length: number }[] {
  const runs: { above: boolean; length: number }[] = [];
  for (const above of sides) {
    const last = runs.at(-1);
    if (last?.above === above) last.length++;
    else runs.push({ above, length: 1 });
  }
  return runs;
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
