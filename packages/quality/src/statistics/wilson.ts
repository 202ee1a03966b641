// A share with the interval it lies in, by Wilson's method (1927): honest for few observations and near 0 and 1.

export interface Share {
  readonly count: number;
  readonly of: number;
  /** Null when nothing was counted: no share, not zero. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Standard normal deviate of a two-sided 95 % interval. */
const z = 1.959964;

export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null };
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return {
    count,
    of,
    share,
    low: Math.max(0, (middle - spread) / whole),
    high: Math.min(1, (middle + spread) / whole),
  };
}
