// The day on which an instant falls at a hospital.

import { type CalendarDate, knownDate } from '@breekpunt/core';

const formats = new Map<string, Intl.DateTimeFormat>();

export function dayAt(instant: Date, timeZone: string): CalendarDate {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return knownDate(format.format(instant));
}
