// How right and how complete case finding is, from what people judged. Recall needs the fractures nobody flagged: their share is
// known from a random sample of unflagged reports only, so its interval is that share's, carried through.

import { type Share, wilson } from '../statistics/wilson.ts';

export interface FindingCounts {
  /** Flagged and judged right. */
  readonly right: number;
  readonly judged: number;
  /** Unflagged reports looked at, and those in which somebody found a fracture. */
  readonly sampled: number;
  readonly missedInSample: number;
  /** All reports that were not flagged. */
  readonly unflagged: number;
  /** Reports that were flagged, judged or not. */
  readonly flagged: number;
}

export function precisionOf({ right, judged }: FindingCounts): Share {
  return wilson(right, judged);
}

/** Null share without a sample, or without any verdict: nothing can be said. */
export function recallOf(counts: FindingCounts): Share {
  const precision = precisionOf(counts);
  const missed = wilson(counts.missedInSample, counts.sampled);
  if (precision.share === null || missed.share === null || missed.low === null || missed.high === null)
    return { count: 0, of: counts.sampled, share: null, low: null, high: null };
  const found = counts.flagged * precision.share;
  const recall = (missedShare: number): number | null => {
    const all = found + counts.unflagged * missedShare;
    return all === 0 ? null : found / all;
  };
  return {
    count: counts.sampled - counts.missedInSample,
    of: counts.sampled,
    share: recall(missed.share),
    low: recall(missed.high),
    high: recall(missed.low),
  };
}
