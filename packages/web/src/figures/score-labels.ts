// Where the words beside the T-scores stand, so that they can be read where several scans fall in one year. Pure arithmetic.
// Decision: only the newest score of each place has words; older ones are points, and stand in the sentence and the table
// below. Words that would touch are moved apart, never left out.

import type { PlacedScore } from './t-score-places.ts';

export interface ScoreLabel {
  readonly of: PlacedScore;
  /** On which side of their point the words stand: before it where the limits have theirs. */
  readonly side: 'before' | 'after';
  /** 0 at the top of the figure, 1 at its bottom. */
  readonly y: number;
}

/** Right of this place the words of a score would run into those of the limits. */
const beforeFrom = 0.32;

/** @param gap least distance of two labels on one side, as a part of the height of the figure. */
export function placeLabels(placed: readonly PlacedScore[], gap: number): readonly ScoreLabel[] {
  const newest = newestOf(placed);
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

function newestOf(placed: readonly PlacedScore[]): readonly PlacedScore[] {
  const byPlace = new Map<string, PlacedScore>();
  for (const each of placed) {
    const place = `${each.score.region} ${each.score.side}`;
    const known = byPlace.get(place);
    if (known === undefined || known.score.on <= each.score.on) byPlace.set(place, each);
  }
  return [...byPlace.values()];
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
