// Numbers and days as a reader writes them: decimal comma in Dutch and French, a point or space in thousands, days in
// words. Decision: the names of days and months are content, so that no country's formatting library decides.

import { type CalendarDate, daysBetween, knownDate, partsOf } from '@breekpunt/core';
import type { GuideLanguage } from '@breekpunt/knowledge';
import type { Words } from './words.ts';

const marks: Readonly<Record<GuideLanguage, { readonly decimal: string; readonly thousands: string }>> = {
  nl: { decimal: ',', thousands: '.' },
  fr: { decimal: ',', thousands: '\u202f' },
  en: { decimal: '.', thousands: ',' },
};

export function writtenNumber(value: number, language: GuideLanguage): string {
  const { decimal, thousands } = marks[language];
  const [whole = '', part] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return part === undefined ? grouped : `${grouped}${decimal}${part}`;
}

const aMonday = knownDate('2024-01-01');

/** "donderdag 12 maart 2026": without a figure for the month, so that it cannot be read the wrong way round. */
export function writtenDay(day: CalendarDate, words: Words): string {
  const { year, month, day: ofMonth } = partsOf(day);
  const weekday = (((daysBetween(aMonday, day) % 7) + 7) % 7) + 1;
  return words.say('date', {
    weekday: words.say(`weekday-${weekday}`),
    day: String(ofMonth),
    month: words.say(`month-${month}`),
    year: String(year),
  });
}

/** "5 tot 10", or "10" when both are the same. */
export function writtenRange([low, high]: readonly [number, number], words: Words): string {
  const [from, to] = [low, high].map((value) => writtenNumber(value, words.language));
  return low === high ? (from ?? '') : words.say('range', { from: from ?? '', to: to ?? '' });
}
