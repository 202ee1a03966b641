// An instant on a day, within working hours: what was done on a day was done at some hour of it.

import type { CalendarDate } from '@breekpunt/core';

const opens = 7 * 60;
const minutesOpen = 9 * 60;

/** The same for the same day and number; UTC, so that the day is the same in Belgium. */
export function duringWork(day: CalendarDate, number: number): Date {
  const minute = opens + ((number * 37) % minutesOpen);
  return new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000);
}
