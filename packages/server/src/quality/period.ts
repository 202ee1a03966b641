// Months as the dashboard counts them: twelve whole months that end with the last one before the cut, and the twelve before.

import { addDays, addMonths, type CalendarDate, knownDate } from '@breekpunt/core';

/** First days of the first and the last month, both included. */
export interface Months {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function monthOf(day: CalendarDate): CalendarDate {
  return knownDate(`${day.slice(0, 7)}-01`);
}

/** The twelve months of which the last is the month of this day, or those a number of years earlier. */
export function twelveMonths(last: CalendarDate, yearsBefore = 0): Months {
  const to = addMonths(monthOf(last), -12 * yearsBefore);
  return { from: addMonths(to, -11), to };
}

/** The last month of which every patient has passed a number of days. */
export function lastMature(cut: CalendarDate, days: number): CalendarDate {
  const latest = addDays(cut, -days);
  const month = monthOf(latest);
  const ends = addDays(addMonths(month, 1), -1);
  return ends <= latest ? month : addMonths(month, -1);
}

export function monthsOf({ from, to }: Months): readonly CalendarDate[] {
  const months: CalendarDate[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}
