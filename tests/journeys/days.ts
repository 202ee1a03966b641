// The days of a journey, counted from the day on which it is made, in the hospital's own time zone. Decision: no journey types
// a day of the calendar that time passes by, or it would come out otherwise on some day to come.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';

export function today(): CalendarDate {
  return knownDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date()));
}

/** A day in the past; a negative number gives one to come. */
export function daysAgo(days: number): CalendarDate {
  return addDays(today(), -days);
}

/** As people type it: "14-9-2028". */
export function asTyped(day: CalendarDate): string {
  return day.split('-').toReversed().map(Number).join('-');
}

/** As the pages write it in Dutch: "14 sep 2028". */
export function inDutch(day: CalendarDate): string {
  const words = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'medium', timeZone: 'UTC' });
  return words.format(new Date(`${day}T00:00:00Z`)).replace('.', '');
}
