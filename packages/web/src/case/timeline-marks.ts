// Where each event of the fracture cascade stands on the line of time: from the first event to today or the last one planned,
// with room so that words do not lie on each other. Pure arithmetic; timeline.tsx draws.

import type { CasePage } from '@breekpunt/server';

export type Entry = CasePage['timeline'][number];

export interface PlacedEntry {
  readonly entry: Entry;
  /** 0 at the left end, 1 at the right. */
  readonly x: number;
  /** Its word ends at the mark instead of beginning there: at the right end nothing fits behind it. */
  readonly before: boolean;
  /** Row of its word, 0 nearest the line. */
  readonly lane: number;
}

export interface PlacedTimeline {
  readonly entries: readonly PlacedEntry[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly today: number;
  readonly lanes: number;
}

const dayMs = 86_400_000;

/** `widthOf` is that of an entry's word, as a part of the whole line. */
export function placeTimeline(
  entries: readonly Entry[],
  today: string,
  widthOf: (entry: Entry) => number,
): PlacedTimeline {
  const days = [...entries.map(({ on }) => dayNumber(on)), dayNumber(today)];
  // At least a year, so that a fracture of last week does not look far away.
  const first = Math.min(...days, dayNumber(today) - 365);
  const last = Math.max(...days);
  const margin = Math.max(30, (last - first) * 0.04);
  const from = first - margin;
  const span = last + margin - from;
  const at = (day: number): number => (day - from) / span;
  const taken: Stretch[][] = [];
  const placed = entries.map((entry) => {
    const x = at(dayNumber(entry.on));
    const width = widthOf(entry);
    const before = x + width > 1;
    const stretch: Stretch = before ? [x - width, x] : [x, x + width];
    const free = taken.findIndex((lane) => lane.every((other) => areApart(other, stretch)));
    const lane = free === -1 ? taken.length : free;
    taken[lane] = [...(taken[lane] ?? []), stretch];
    return { entry, x, before, lane };
  });
  const firstYear = new Date(from * dayMs).getUTCFullYear() + 1;
  const lastYear = new Date((from + span) * dayMs).getUTCFullYear();
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => ({
    year: firstYear + index,
    x: at(Date.UTC(firstYear + index, 0, 1) / dayMs),
  }));
  return { entries: placed, years, today: at(dayNumber(today)), lanes: Math.max(1, taken.length) };
}

/** From and to. */
type Stretch = readonly [number, number];

function areApart([from, to]: Stretch, [otherFrom, otherTo]: Stretch): boolean {
  return to <= otherFrom || otherTo <= from;
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}
