// When a fracture can have happened, as far as one statement tells.
// Decision: a range of days with open ends instead of one invented day; "acute" on a report is the six weeks before
// it, "old" is everything up to a year before it, a stated year is that year. The lengths come from knowledge.

import { addDays, addMonths, type CalendarDate, calendarDateOf } from '@breekpunt/core';
import type { EpisodeRules } from './episode-rules.ts';
import type { FractureEvidence } from './fracture-evidence.ts';

/** What the range rests on, from the surest to the least sure. */
export type DateBasis =
  | 'stated-day'
  | 'stated-year'
  | 'called-acute'
  | 'called-subacute'
  | 'called-old'
  | 'first-seen';

/** Both ends included; null is open. */
export interface DateRange {
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
  readonly basis: DateBasis;
}

export function fractureDates(evidence: FractureEvidence, rules: EpisodeRules): DateRange {
  const { date, onset, fracture } = evidence;
  if (onset !== null) return { earliest: onset, latest: onset, basis: 'stated-day' };
  if (fracture.year !== null) {
    const year = yearRange(fracture.year, date);
    if (year !== null) return year;
  }
  if (date === null) return { earliest: null, latest: null, basis: 'first-seen' };
  if (fracture.aftercare) return { earliest: null, latest: date, basis: 'first-seen' };
  switch (fracture.time) {
    case 'acute':
      return { earliest: addDays(date, -rules.acuteDays), latest: date, basis: 'called-acute' };
    case 'subacute':
      return {
        earliest: addMonths(date, -rules.oldAfterMonths),
        latest: addDays(date, -rules.acuteDays),
        basis: 'called-subacute',
      };
    case 'old':
      return { earliest: null, latest: addMonths(date, -rules.oldAfterMonths), basis: 'called-old' };
    case 'undetermined':
      return { earliest: null, latest: date, basis: 'first-seen' };
  }
}

/** The days both ranges allow, on the surer basis; null when they exclude each other. */
export function intersection(a: DateRange, b: DateRange): DateRange | null {
  const earliest = later(a.earliest, b.earliest);
  const latest = earlier(a.latest, b.latest);
  if (earliest !== null && latest !== null && earliest > latest) return null;
  return {
    earliest,
    latest,
    basis: sureness.indexOf(a.basis) <= sureness.indexOf(b.basis) ? a.basis : b.basis,
  };
}

const sureness: readonly DateBasis[] = [
  'stated-day',
  'stated-year',
  'called-acute',
  'called-subacute',
  'called-old',
  'first-seen',
];

// A year that ends after the report ends with the report: the writer did not see the future.
function yearRange(year: number, reported: CalendarDate | null): DateRange | null {
  const first = calendarDateOf(year, 1, 1);
  const last = calendarDateOf(year, 12, 31);
  if (!first.ok || !last.ok || (reported !== null && first.value > reported)) return null;
  const latest = reported !== null && reported < last.value ? reported : last.value;
  return { earliest: first.value, latest, basis: 'stated-year' };
}

function later(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
