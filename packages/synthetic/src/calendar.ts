// Days as whole numbers since 1970-01-01, so that a life is simple arithmetic. No time zone, no clock.

export type Day = number;

const msPerDay = 86_400_000;

export function dayOf(iso: string): Day {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / msPerDay);
}

/** 2025-03-09 */
export function isoDate(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
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

function yearOf(day: Day): number {
  return Number(isoDate(day).slice(0, 4));
}

/** Whole years between birth and that day. */
export function ageOn(birth: Day, day: Day): number {
  const had = isoDate(day).slice(5) >= isoDate(birth).slice(5);
  return yearOf(day) - yearOf(birth) - (had ? 0 : 1);
}
