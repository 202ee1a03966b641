// Days and instants as a person reads them: "12 mrt 2026", never 03/04. The day itself comes from the hospital; nothing
// here asks the clock of the device.

import type { Say } from '../words/use-words.tsx';
import { dateFormat } from './formatters.ts';

/** A day, month or year (yyyy-mm-dd, yyyy-mm, yyyy), as far as it is known. */
export function dayInWords(date: string | null, say: Say): string {
  if (date === null) return say('unknown');
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = monthName(Number(month), say.language);
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function monthName(month: number, language: string): string {
  const name = dateFormat(language, { month: 'short', timeZone: 'UTC' });
  return name.format(new Date(Date.UTC(2024, month - 1, 15))).replace(/\.$/, '');
}

/** An instant as the clock of the hospital shows it: "10:42". */
export function clockTime(at: string | Date, timeZone: string, language: string): string {
  return dateFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(at));
}

/** "12 mrt 2026 10:42", or the clock alone when it is of today. */
export function moment(at: string | Date, today: string, timeZone: string, say: Say): string {
  const day = dayOf(at, timeZone);
  const time = clockTime(at, timeZone, say.language);
  return day === today ? time : `${dayInWords(day, say)} ${time}`;
}

export function dayOf(at: string | Date, timeZone: string): string {
  const parts = dateFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(new Date(at));
}

/** Completed years between two days; null when the birth date is known no better than that it cannot be told. */
export function ageOn(birth: string | null, today: string): number | null {
  if (birth === null) return null;
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  if (birth.length < 10) return null;
  return today.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** A day a number of days later. */
export function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
