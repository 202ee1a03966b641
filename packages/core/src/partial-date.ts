// A date as far as it is known: "2016", "2016-05" or a whole day, as reports and FHIR give them.
// Decision: what is not known stays unknown. A year is never turned into its first of January; callers ask for
// the earliest and latest day it may mean, and comparison can answer that it cannot tell.

import {
  addDays,
  addMonths,
  type CalendarDate,
  type CalendarDateError,
  calendarDateOf,
  parseCalendarDate,
} from './calendar-date.ts';
import { failure, type Result, success } from './result.ts';

declare const partialDate: unique symbol;

/** yyyy, yyyy-mm or yyyy-mm-dd. Every CalendarDate is one. */
export type PartialDate = CalendarDate | (string & { readonly [partialDate]: true });

export type DatePrecision = 'year' | 'month' | 'day';

export function parsePartialDate(text: string): Result<PartialDate, CalendarDateError> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseCalendarDate(text);
  if (!/^\d{4}(-\d{2})?$/.test(text)) return failure({ kind: 'not-a-calendar-date' });
  const month = text.length === 4 ? 1 : Number(text.slice(5, 7));
  const first = calendarDateOf(Number(text.slice(0, 4)), month, 1);
  return first.ok ? success(text as PartialDate) : first;
}

export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** The first day it may mean. */
export function earliestDay(date: PartialDate): CalendarDate {
  return `${date}-01-01`.slice(0, 10) as CalendarDate;
}

/** The last day it may mean. */
export function latestDay(date: PartialDate): CalendarDate {
  const first = earliestDay(date);
  switch (precisionOf(date)) {
    case 'day':
      return first;
    case 'month':
      return addDays(addMonths(first, 1), -1);
    case 'year':
      return addDays(addMonths(first, 12), -1);
  }
}

/** Which of two dates is the earlier; 'cannot-tell' when the days they may mean overlap. */
export function comparePartialDates(
  a: PartialDate,
  b: PartialDate,
): 'before' | 'same-day' | 'after' | 'cannot-tell' {
  if (latestDay(a) < earliestDay(b)) return 'before';
  if (earliestDay(a) > latestDay(b)) return 'after';
  return precisionOf(a) === 'day' && a === b ? 'same-day' : 'cannot-tell';
}
