// Where each event of the fracture cascade stands on the line of time: from the first event to today or the last one planned,
// with room so that words do not lie on each other. Pure arithmetic; timeline.tsx draws.

import type { CasePage } from '@breekpunt/server';

export type Entry = CasePage['timeline'][number];

export interface PlacedEntry {
  readonly entry: Entry;
  /** 0 at the left end, 1 at the right. */
  readonly x: number;
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

export function placeTimeline(entries: readonly Entry[], today: string, wordWidth: number): PlacedTimeline {
  const days = [...entries.map(({ on }) => dayNumber(on)), dayNumber(today)];
  // At least a year, so that a fracture of last week does not look far away.
  const first = Math.min(...days, dayNumber(today) - 365);
  const last = Math.max(...days);
  const margin = Math.max(30, (last - first) * 0.04);
  const from = first - margin;
  const span = last + margin - from;
  const at = (day: number): number => (day - from) / span;
  const ends: number[] = [];
  const placed = entries.map((entry) => {
    const x = at(dayNumber(entry.on));
    const free = ends.findIndex((end) => end <= x);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = x + wordWidth;
    return { entry, x, lane };
  });
  const firstYear = new Date(from * dayMs).getUTCFullYear() + 1;
  const lastYear = new Date((from + span) * dayMs).getUTCFullYear();
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => ({
    year: firstYear + index,
    x: at(Date.UTC(firstYear + index, 0, 1) / dayMs),
  }));
  return { entries: placed, years, today: at(dayNumber(today)), lanes: Math.max(1, ends.length) };
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}
