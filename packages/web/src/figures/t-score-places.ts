// Where each T-score stands in its figure: age across, T-score from +2 down to −5. Pure arithmetic; t-score-figure.tsx
// draws. Decision: a score beyond the axis is drawn at its edge and marked as such, so that none is lost; the newest stands
// towards the right, with its past and the room for its words on the left.

import type { CaseFigures } from '@breekpunt/server';

export type TScore = CaseFigures['tScores'][number];

export interface PlacedScore {
  readonly score: TScore;
  /** 0 left, 1 right. */
  readonly x: number;
  /** 0 at +2, 1 at −5. */
  readonly y: number;
  readonly beyond: boolean;
}

export interface PlacedScores {
  readonly placed: readonly PlacedScore[];
  readonly ages: readonly { readonly age: number; readonly x: number }[];
  /** Not drawn, because the age on that day is not known. */
  readonly withoutAge: readonly TScore[];
  /** An age as a place: 0 left, 1 right; beyond both for ages outside the figure. */
  readonly across: (age: number) => number;
}

/** A stretch of the band as places, cut off at the edges of the figure. */
export interface PlacedStretch {
  readonly from: number;
  readonly until: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

const [top, bottom] = [2, -5];
/** Years, so that two scans of one year do not fill the figure. */
const leastSpan = 20;
/** Years between a score and the edge. */
const room = 2;

export function heightOf(tScore: number): number {
  return (top - tScore) / (top - bottom);
}

export function placeScores(scores: readonly TScore[]): PlacedScores {
  const known = scores.flatMap((score) => (score.age === null ? [] : [{ score, age: score.age }]));
  const ages = known.map(({ age }) => age);
  const [first, last] = ages.length === 0 ? [70, 70] : [Math.min(...ages), Math.max(...ages)];
  const until = Math.ceil((last + room) / 5) * 5;
  const from = Math.min(until - leastSpan, Math.floor((first - room) / 5) * 5);
  const across = (age: number): number => (age - from) / (until - from);
  const step = until - from > 40 ? 10 : 5;
  return {
    placed: known.map(({ score, age }) => ({
      score,
      x: across(age),
      y: Math.min(1, Math.max(0, heightOf(score.tScore))),
      beyond: score.tScore > top || score.tScore < bottom,
    })),
    ages: Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, at) => ({
      age: from + at * step,
      x: across(from + at * step),
    })),
    withoutAge: scores.filter(({ age }) => age === null),
    across,
  };
}

/** The newest score of each place; of two of one day the one that came last. */
export function newestByPlace(scores: readonly TScore[]): readonly TScore[] {
  const byPlace = new Map<string, TScore>();
  for (const score of scores) {
    const place = `${score.region} ${score.side}`;
    const known = byPlace.get(place);
    if (known === undefined || known.on <= score.on) byPlace.set(place, score);
  }
  return [...byPlace.values()];
}

/** What of the band lies inside the figure. */
export function placeBand(
  { stretches }: NonNullable<CaseFigures['band']>,
  across: PlacedScores['across'],
): readonly PlacedStretch[] {
  const inside = (place: number): number => Math.min(1, Math.max(0, place));
  return stretches
    .map(({ from, until, low, mean, high }) => ({
      from: inside(across(from)),
      until: inside(across(until)),
      low: inside(heightOf(low)),
      mean: inside(heightOf(mean)),
      high: inside(heightOf(high)),
    }))
    .filter(({ from, until }) => until > from);
}
