// Days as whole numbers since 1970-01-01, so that a life is simple arithmetic. No time zone, no clock.

import { type CalendarDate, knownDate } from '@breekpunt/core';

export type Day = number;

const msPerDay = 86_400_000;

export function dayOf(iso: string): Day {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / msPerDay);
}

/** 2025-03-09 */
export function isoDate(day: Day): string {
  const { year, month, date } = civil(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** 09/03/2025, as Belgian exports write it. */
export function belgianDate(day: Day): string {
  const [year, month, date] = isoDate(day).split('-');
  return `${date}/${month}/${year}`;
}

/** 20250309, as HL7 v2 writes it. */
export function hl7Date(day: Day): string {
  return isoDate(day).replaceAll('-', '');
}

/** January is 1. */
export function monthOf(day: Day): number {
  return civil(day).month;
}

/** Whole years between birth and that day. */
export function ageOn(birth: Day, day: Day): number {
  const [born, now] = [civil(birth), civil(day)];
  const had = now.month > born.month || (now.month === born.month && now.date >= born.date);
  return now.year - born.year - (had ? 0 : 1);
}

/**
 * Year, month and day of the month in the Gregorian calendar, counted in eras of 400 years that begin on 1 March, so
 * that the leap day comes last. Lives are drawn day by day; a Date for each would take most of the time.
 */
function civil(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The same day as the product writes it. */
export function dateOf(day: Day): CalendarDate {
  return knownDate(isoDate(day));
}
