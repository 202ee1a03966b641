// Where the words beside the T-scores stand, so that they can be read where several scans fall in one year. Pure arithmetic.
// Decision: only the newest score of each place has words; older ones are points, and stand in the sentence and the table
// below. Words that would touch are moved apart, never left out.

import { newestByPlace, type PlacedScore } from './t-score-places.ts';

export interface ScoreLabel {
  readonly of: PlacedScore;
  /** On which side of their point the words stand: where there is more room. */
  readonly side: 'before' | 'after';
  /** 0 at the top of the figure, 1 at its bottom. */
  readonly y: number;
}

const beforeFrom = 0.5;

/** @param gap least distance of two labels on one side, as a part of the height of the figure. */
export function placeLabels(placed: readonly PlacedScore[], gap: number): readonly ScoreLabel[] {
  const named = new Set(newestByPlace(placed.map(({ score }) => score)));
  const newest = placed.filter(({ score }) => named.has(score));
  return (['before', 'after'] as const).flatMap((side) => {
    const own = newest
      .filter(({ x }) => x > beforeFrom === (side === 'before'))
      .toSorted((one, other) => one.y - other.y);
    const heights = apart(
      own.map(({ y }) => y),
      gap,
    );
    return own.map((of, at) => ({ of, side, y: heights[at] ?? of.y }));
  });
}

/** Downwards so far as is needed, then upwards again where the lowest fell out of the figure. */
function apart(sorted: readonly number[], gap: number): readonly number[] {
  const moved: number[] = [];
  for (const y of sorted) moved.push(Math.max(y, (moved.at(-1) ?? -gap) + gap));
  let lowest = 1 + gap;
  for (let at = moved.length - 1; at >= 0; at -= 1) {
    lowest = Math.min(moved[at] ?? lowest, lowest - gap);
    moved[at] = lowest;
  }
  return moved;
}
