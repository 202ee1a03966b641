// Days as patients read them: "donderdag 12 maart", never 03/04.

import type { CalendarDate } from '@breekpunt/core';
import type { Say } from './guide-words.ts';

const locales = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' } as const;

export function dayInWords(day: CalendarDate, { language }: Say): string {
  return inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** With the year, for what may be long ago. */
export function longDay(day: CalendarDate, { language }: Say): string {
  return inWords(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day has no time zone: it is written and read in UTC. */
function inWords(day: CalendarDate, language: Say['language'], options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
