// What one flag is: its name, its words in --help, how its value is read, and examples that its test
// runs. One definition carries all of it, so that help, parsing and tests cannot drift apart.

import { type CalendarDate, failure, parseCalendarDate, type Result, success } from '@breekpunt/core';

export interface Option<T = unknown> {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in help, e.g. FILE; null for a flag without one. */
  readonly value: string | null;
  /** One or more sentences for help. */
  readonly doc: string;
  /** The value in words when the flag is absent; left out of help when undefined. */
  readonly byDefault?: string;
  readonly read: (text: string) => Result<T, string>;
  /** Values that must be read, and values that must be refused; empty for flags without a value. */
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
}

interface Words {
  readonly doc: string;
  readonly short?: string;
  readonly byDefault?: string;
}

export function flag(name: string, words: Words): Option<true> {
  return { name, ...words, value: null, read: () => success(true), accepts: [], refuses: [] };
}

export function text(name: string, value: string, words: Words): Option<string> {
  return {
    name,
    ...words,
    value,
    read: (given) => (given === '' ? failure('expects a value, and it is empty') : success(given)),
    accepts: ['a'],
    refuses: [''],
  };
}

/** One of a fixed list of words. */
export function choice<T extends string>(name: string, allowed: readonly T[], words: Words): Option<T> {
  return {
    name,
    ...words,
    value: allowed.join('|'),
    read: (given) => {
      const found = allowed.find((each) => each === given);
      return found === undefined
        ? failure(`expects one of ${allowed.join(', ')}; "${given}" is none of them`)
        : success(found);
    },
    accepts: allowed,
    refuses: ['neither', ''],
  };
}

/** A whole number within limits, both included. */
export function whole(
  name: string,
  value: string,
  limits: { readonly from: number; readonly to: number },
  words: Words,
): Option<number> {
  return {
    name,
    ...words,
    value,
    read: (given) => {
      const number = /^\d{1,9}$/u.test(given) ? Number(given) : Number.NaN;
      return number >= limits.from && number <= limits.to
        ? success(number)
        : failure(`expects a whole number from ${limits.from} to ${limits.to}; got "${given}"`);
    },
    accepts: [String(limits.from), String(limits.to)],
    refuses: ['-1', '1.5', 'many', String(limits.to + 1), ''],
  };
}

/** A calendar date that exists, as YYYY-MM-DD. */
export function calendarDate(name: string, words: Words): Option<CalendarDate> {
  return {
    name,
    ...words,
    value: 'YYYY-MM-DD',
    read: (given) => {
      const read = parseCalendarDate(given);
      return read.ok ? read : failure(`expects a date that exists, as YYYY-MM-DD; got "${given}"`);
    },
    accepts: ['2026-11-21', '2024-02-29'],
    refuses: ['21-11-2026', '2026-02-29', '2026-13-01', 'today', ''],
  };
}
