// Where the bone is that a head word speaks of, and what of the sentence belongs to that head.

import type { FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';

export interface Place {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  /** Where the words stand that name it; null when only the context does. */
  readonly start: number | null;
  readonly end: number | null;
  readonly from: 'phrase' | 'sentence' | 'context' | 'nothing';
  /** Vocabulary rows that named it, with their positions. */
  readonly named: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
  /** The site this bone is counted with when both broke (ulnar styloid: distal radius). */
  readonly partOf: FractureSite | null;
  /** Named by an everyday word for a whole area only. */
  readonly vague: boolean;
}

/** A place that is not written in the head's own phrase. */
export function placeElsewhere(
  from: Place['from'],
  site: FractureSite,
  named: Place['named'],
  side: Side | null = null,
  levels: readonly VertebralLevel[] = [],
): Place {
  return { site, side, levels, start: null, end: null, from, named, partOf: null, vague: false };
}

/** Index range of elements that form a head's phrase. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

export function needsSpine(row: HeadRow): boolean {
  return row.needs === 'spine' || row.needs === 'grading';
}
