// Proportions with their uncertainty. Wilson's interval is used because it stays honest at 100 % and
// in small groups, where the textbook interval would claim certainty. Unknown (nothing to count) is
// null, never 0 or 1.

export interface Rate {
  /** Between 0 and 1; null when there was nothing to count. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Numerator and denominator, so that a reader can recompute. */
  readonly hits: number;
  readonly of: number;
}

export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** null at mention level, where "no mention" cannot be counted. */
  readonly tn: number | null;
}

export interface Accuracy extends Confusion {
  readonly sensitivity: Rate;
  readonly ppv: Rate;
  readonly specificity: Rate | null;
  readonly f1: Rate;
}

/** The 97.5th percentile of the standard normal distribution: both tails together 5 %. */
const z = 1.959963984540054;

/** A proportion with Wilson's 95 % score interval (Wilson 1927, doi 10.1080/01621459.1927.10502953). */
export function rate(hits: number, of: number): Rate {
  if (of === 0) return { value: null, low: null, high: null, hits, of };
  const p = hits / of;
  const z2 = z * z;
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return {
    value: p,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === of ? 1 : Math.min(1, centre + half),
    hits,
    of,
  };
}

/**
 * F1 with an interval. F1 is no proportion of independent cases, but tp / (tp + fp + fn) is, and F1 is
 * a rising function of it (2j / (1 + j)): Wilson's limits are carried over.
 */
export function f1Rate(counts: Pick<Confusion, 'tp' | 'fp' | 'fn'>): Rate {
  const union = rate(counts.tp, counts.tp + counts.fp + counts.fn);
  const carry = (j: number | null): number | null => (j === null ? null : (2 * j) / (1 + j));
  return {
    value: carry(union.value),
    low: carry(union.low),
    high: carry(union.high),
    hits: 2 * counts.tp,
    of: 2 * counts.tp + counts.fp + counts.fn,
  };
}

export function accuracyFrom(counts: Confusion): Accuracy {
  return {
    ...counts,
    sensitivity: rate(counts.tp, counts.tp + counts.fn),
    ppv: rate(counts.tp, counts.tp + counts.fp),
    specificity: counts.tn === null ? null : rate(counts.tn, counts.tn + counts.fp),
    f1: f1Rate(counts),
  };
}
