// A day in the calendar, as a birth certificate or a report states it: no hour, no time zone.
// Decision: an ISO string yyyy-mm-dd compared as text, with day arithmetic of its own, because a Date is an
// instant and turns a birthday into the day before in half of the world. Formatting for people is not done here.

import { failure, type Result, success } from './result.ts';

declare const calendarDate: unique symbol;

/** A day that exists, written yyyy-mm-dd in the Gregorian calendar. Later days are greater strings. */
export type CalendarDate = string & { readonly [calendarDate]: true };

/** Never holds the text that came: it may be a patient's. */
export type CalendarDateError =
  | { readonly kind: 'not-a-calendar-date' }
  | { readonly kind: 'no-such-day'; readonly part: 'month' | 'day' }
  | { readonly kind: 'implausible-year' };

/** Years in which a patient of this software can be born or an event can lie; 0001 and 9999 are placeholders. */
const firstYear = 1850;
const lastYear = 2199;

/** Reads yyyy-mm-dd and nothing else: no other order, no time, no surrounding space. */
export function parseCalendarDate(text: string): Result<CalendarDate, CalendarDateError> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return failure({ kind: 'not-a-calendar-date' });
  return calendarDateOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** The day of a year, month (1 to 12) and day of the month. */
export function calendarDateOf(
  year: number,
  month: number,
  day: number,
): Result<CalendarDate, CalendarDateError> {
  if (![year, month, day].every(Number.isInteger)) return failure({ kind: 'not-a-calendar-date' });
  if (year < firstYear || year > lastYear) return failure({ kind: 'implausible-year' });
  if (month < 1 || month > 12) return failure({ kind: 'no-such-day', part: 'month' });
  if (day < 1 || day > daysInMonth(year, month)) return failure({ kind: 'no-such-day', part: 'day' });
  return success(written(year, month, day));
}

/** A day written in our own code or knowledge; throws when it does not exist. Outside input: `parseCalendarDate`. */
export function knownDate(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(`"${text}": ${describeCalendarDateError(parsed.error)}`);
  return parsed.value;
}

/** What was expected, what is wrong, what to do. */
export function describeCalendarDateError(error: CalendarDateError): string {
  switch (error.kind) {
    case 'not-a-calendar-date':
      return 'Expected a day written yyyy-mm-dd, such as 2026-11-21; the text has another form. Correct the source.';
    case 'no-such-day':
      return `Expected a day that exists; the ${error.part} does not. Correct the source.`;
    case 'implausible-year':
      return `Expected a year from ${firstYear} to ${lastYear}; this one looks like a placeholder. Leave unknown dates empty.`;
  }
}

/** Negative when `a` is the earlier day, zero when they are the same, positive when it is the later. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The day a number of days later; earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/**
 * The same day of the month a number of months later, or the last day of that month when it is shorter:
 * a month after 31 January is 28 or 29 February.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return written(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Completed years of life on a day; null on a day before birth. Somebody born on 29 February completes a year
 * on 1 March of a common year, as Belgian and Dutch practice has it.
 */
export function ageInYears(birth: CalendarDate, on: CalendarDate): number | null {
  if (on < birth) return null;
  const born = partsOf(birth);
  const then = partsOf(on);
  const birthdayReached = on.slice(5) >= birth.slice(5);
  return then.year - born.year - (birthdayReached ? 0 : 1);
}

export interface CalendarDateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Day of the month, from 1. */
  readonly day: number;
}

export function partsOf(date: CalendarDate): CalendarDateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function written(year: number, month: number, day: number): CalendarDate {
  if (year < 1 || year > 9999) throw new RangeError('Date arithmetic left the years 0001 to 9999');
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

// Days are counted in years that begin on 1 March, so that the leap day is the last of its year and every
// month's offset is one formula; 400 such years have 146,097 days.
const daysIn400Years = 146_097;

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  return daysBeforeMarchYear(marchYear) + daysBeforeMonth(monthFromMarch) + day - 1;
}

function dateOfDayNumber(days: number): CalendarDate {
  let marchYear = Math.floor((days * 400) / daysIn400Years);
  while (daysBeforeMarchYear(marchYear) > days) marchYear--;
  while (daysBeforeMarchYear(marchYear + 1) <= days) marchYear++;
  const dayOfYear = days - daysBeforeMarchYear(marchYear);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = month > 2 ? marchYear : marchYear + 1;
  return written(year, month, dayOfYear - daysBeforeMonth(monthFromMarch) + 1);
}

function daysBeforeMarchYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}
