// The counts of one indicator over some patients, and the figure made of them: share with interval, "of known", colour.
// Decision: a tally only adds up, so that months, sites and years can be put together in any order; small numbers are hidden
// when a figure is made of it, never before.

import type { Indicator, IndicatorColours } from '@breekpunt/knowledge';
import { type Share, wilson } from '../statistics/wilson.ts';
import type { Standing } from './judge-patient.ts';

export type Tally = Readonly<Record<Standing, number>>;

export const emptyTally: Tally = {
  achieved: 0,
  missed: 0,
  'not-recorded': 0,
  'too-early': 0,
  outside: 0,
  'left-out': 0,
};

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    achieved: a.achieved + b.achieved,
    missed: a.missed + b.missed,
    'not-recorded': a['not-recorded'] + b['not-recorded'],
    'too-early': a['too-early'] + b['too-early'],
    outside: a.outside + b.outside,
    'left-out': a['left-out'] + b['left-out'],
  };
}

export type Colour = 'green' | 'amber' | 'red';

export interface Figure {
  readonly tally: Tally;
  /** Missing counts as not achieved. */
  readonly ofAll: Share;
  readonly ofKnown: Share;
  /** Null without limits or without patients. */
  readonly colour: Colour | null;
  /** Fewer than `leastShown` patients: counts may point at a person and say little. */
  readonly small: boolean;
}

/** Below this many patients a share is not shown to others. */
export const leastShown = 10;

export function figureOf(tally: Tally, indicator: Pick<Indicator, 'colours'>): Figure {
  const known = tally.achieved + tally.missed;
  const ofAll = wilson(tally.achieved, known + tally['not-recorded']);
  return {
    tally,
    ofAll,
    ofKnown: wilson(tally.achieved, known),
    colour: ofAll.share === null ? null : colourOf(ofAll.share, indicator.colours),
    small: ofAll.of < leastShown,
  };
}

/** The unrounded share is compared. */
export function colourOf(share: number, colours: IndicatorColours | undefined): Colour | null {
  if (colours === undefined) return null;
  // Both sides are one correctly rounded division, so that 58 of 200 is exactly 29 %.
  const limit = colours.green / 100;
  if (colours.greenIs === 'from' ? share >= limit : share > limit) return 'green';
  return colours.amber !== undefined && share >= colours.amber / 100 ? 'amber' : 'red';
}
