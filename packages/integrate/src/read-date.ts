// Dates as hospital exports write them, to ISO calendar dates. One decision: day before month, always, as all of
// Europe writes it: 03/04/2024 is 3 April and 03/25/2024 is an error, never quietly 25 March. Two-digit years
// are an error too, because '48 is a birth year and a report year. Times and time zones after the date are
// dropped: the day is the one the sender wrote.

import { type CalendarDate, calendarDateOf } from '@breekpunt/core';

const isoDate = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s])/;
const dayFirst = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})(?=$|[T\s,])/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:$|T?\d{4,14}(?:\.\d+)?(?:Z|[+-]\d{4})?$)/;
const serial = /^\d{4,6}(?:\.\d+)?$/;
const timeAfter = /^(?:[T\s,]\s*\d{1,2}[:.hu]\d{2}.*)?$/;
const notRecorded = new Set([
  '',
  '-',
  '--',
  '?',
  'null',
  'n/a',
  'na',
  'nan',
  'onbekend',
  'inconnu',
  'unbekannt',
  'unknown',
  '0000-00-00',
]);

/** What a date cell says: a day, that nothing was recorded, or something that is no date. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'not-a-date' };

/** `serialFrom`: how a spreadsheet counts days, when bare numbers may be dates. */
export function readDate(text: string, serialFrom?: '1900' | '1904'): DateReading {
  const plain = plainDay(text);
  if (plain !== undefined) return { kind: 'date', date: plain };
  const trimmed = text.trim();
  if (notRecorded.has(trimmed.toLowerCase())) return { kind: 'not-recorded' };
  const iso = isoDate.exec(trimmed);
  if (iso) return checked(trimmed, iso, iso[1], iso[2], iso[3]);
  const european = dayFirst.exec(trimmed);
  if (european) return checked(trimmed, european, european[3], european[2], european[1]);
  const packed = compact.exec(trimmed);
  if (packed) return dayOrError(packed[1], packed[2], packed[3]);
  if (serialFrom && serial.test(trimmed)) return fromSerial(Number(trimmed), serialFrom);
  return { kind: 'not-a-date' };
}

/** The two commonest forms, YYYY-MM-DD and DD/MM/YYYY, without patterns: a large export has millions of them. */
function plainDay(text: string): CalendarDate | undefined {
  if (text.length !== 10) return undefined;
  const first = text.charCodeAt(4);
  if (first === 45 && text.charCodeAt(7) === 45) {
    return dayOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  }
  const sign = text.charCodeAt(2);
  if ((sign !== 47 && sign !== 45 && sign !== 46) || text.charCodeAt(5) !== sign) return undefined;
  return dayOf(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2));
}

/** Undefined when the calendar has no such day, or no patient of today can have lived on it. */
function dayOf(year: number, month: number, day: number): CalendarDate | undefined {
  const date = calendarDateOf(year, month, day);
  return date.ok ? date.value : undefined;
}

/** NaN when anything but digits stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function checked(text: string, match: RegExpExecArray, y?: string, m?: string, d?: string): DateReading {
  return timeAfter.test(text.slice(match[0].length)) ? dayOrError(y, m, d) : { kind: 'not-a-date' };
}

function dayOrError(y?: string, m?: string, d?: string): DateReading {
  const date = dayOf(Number(y), Number(m), Number(d));
  return date === undefined ? { kind: 'not-a-date' } : { kind: 'date', date };
}

/** A spreadsheet's day number; the 1900 system counts a 29 February 1900 that never was. */
function fromSerial(value: number, system: '1900' | '1904'): DateReading {
  const days = Math.floor(value) + (system === '1904' ? 1462 : 0);
  if (days < 1 || days > 109_000 || days === 60) return { kind: 'not-a-date' };
  const epoch = days > 60 ? Date.UTC(1899, 11, 30) : Date.UTC(1899, 11, 31);
  const at = new Date(epoch + days * 86_400_000);
  return dayOrError(String(at.getUTCFullYear()), String(at.getUTCMonth() + 1), String(at.getUTCDate()));
}

/** An Excel day number as ISO text, for a cell whose style says it is a date. */
export function serialDay(value: number, system: '1900' | '1904'): CalendarDate | undefined {
  const reading = fromSerial(value, system);
  return reading.kind === 'date' ? reading.date : undefined;
}
