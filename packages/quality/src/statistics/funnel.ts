// Limits of a funnel plot of shares around the common share of all hospitals (Spiegelhalter 2005): where 95 and 99.8 % of
// hospitals of that size would lie if only chance made them differ.
// Decision: exact binomial limits with Spiegelhalter's interpolation; overdispersion is told, not hidden in wider limits.

import { binomialChance, binomialQuantile, binomialUpTo } from './binomial.ts';

export interface FunnelPoint {
  readonly count: number;
  readonly of: number;
}

export interface FunnelLimits {
  readonly of: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

export interface Funnel {
  /** The common share; null when nothing was counted anywhere. */
  readonly centre: number | null;
  /** Mean square of the standardised distances: about 1 when only chance is at work; null below three hospitals. */
  readonly overdispersion: number | null;
}

export function funnelOf(points: readonly FunnelPoint[]): Funnel {
  const counted = points.filter(({ of }) => of > 0);
  const [count, of] = [sum(counted.map((one) => one.count)), sum(counted.map((one) => one.of))];
  if (of === 0) return { centre: null, overdispersion: null };
  const centre = count / of;
  const spread = centre * (1 - centre);
  if (counted.length < 3 || spread === 0) return { centre, overdispersion: null };
  const squares = counted.map((one) => (one.count / one.of - centre) ** 2 / (spread / one.of));
  return { centre, overdispersion: sum(squares) / squares.length };
}

/** Limits for a hospital with so many patients. */
export function funnelLimits(centre: number, of: number): FunnelLimits {
  return {
    of,
    low95: limit(0.025, of, centre),
    high95: limit(0.975, of, centre),
    low998: limit(0.001, of, centre),
    high998: limit(0.999, of, centre),
  };
}

/** Spiegelhalter 2005, appendix: the quantile moved down by the part of its own chance that overshoots. */
function limit(q: number, n: number, p: number): number {
  const k = binomialQuantile(q, n, p);
  const own = binomialChance(k, n, p);
  const overshoot = own === 0 ? 0 : (binomialUpTo(k, n, p) - q) / own;
  return Math.min(1, Math.max(0, (k - overshoot) / n));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
