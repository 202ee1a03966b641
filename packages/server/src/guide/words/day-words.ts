// Days as patients read them: "donderdag 12 maart", never 03/04.

import type { CalendarDate, Language } from '@breekpunt/core';

const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };

interface Spoken {
  readonly language: Language;
}

export function dayInWords(day: CalendarDate, { language }: Spoken): string {
  return inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** With the year, for what may be long ago. */
export function longDay(day: CalendarDate, { language }: Spoken): string {
  return inWords(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day has no time zone: it is written and read in UTC. */
function inWords(day: CalendarDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
