// The day on this computer's calendar. The only place of the command line that looks at the clock for a
// date; everything below gets it as an argument.

import { type CalendarDate, calendarDateOf } from '@breekpunt/core';

export function localToday(now: Date = new Date()): CalendarDate {
  const today = calendarDateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!today.ok) throw new Error('The clock of this computer gives a year this program does not work in');
  return today.value;
}
