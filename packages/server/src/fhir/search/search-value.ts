// One value of a search parameter, read by the parameter's type. What cannot be read says what was expected, and never
// repeats what came.

import {
  addDays,
  addMonths,
  failure,
  knownDate,
  parseCalendarDate,
  type Result,
  success,
} from '@breekpunt/core';

export type ParameterType = 'token' | 'date' | 'reference' | 'string' | 'quantity';

export type Comparison = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le';

export type SearchValue =
  /** A system of null: not said; an empty one: the code has none. */
  | { readonly kind: 'token'; readonly system: string | null; readonly code: string }
  /** From `from` up to and without `to`; days, or instants. */
  | {
      readonly kind: 'date';
      readonly comparison: Comparison;
      readonly precision: 'day' | 'instant';
      readonly from: string;
      readonly to: string;
    }
  /** A type of null: not said. */
  | { readonly kind: 'reference'; readonly type: string | null; readonly id: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'quantity'; readonly comparison: Comparison; readonly value: number };

export function readSearchValue(type: ParameterType, text: string): Result<SearchValue, string> {
  switch (type) {
    case 'token':
      return token(text);
    case 'date':
      return date(text);
    case 'reference':
      return reference(text);
    case 'string':
      return text.trim() === ''
        ? failure('expected the beginning of a text')
        : success({ kind: 'string', text: text.trim() });
    case 'quantity':
      return quantity(text);
  }
}

function token(text: string): Result<SearchValue, string> {
  const bar = text.indexOf('|');
  const code = text.slice(bar + 1);
  if (code === '') return failure('expected a code, or system|code');
  return success({ kind: 'token', system: bar === -1 ? null : text.slice(0, bar), code });
}

function comparisonOf(text: string): { readonly comparison: Comparison; readonly rest: string } {
  const [, sign = '', rest = text] = /^(eq|ne|gt|lt|ge|le|sa|eb)?(.*)$/s.exec(text) ?? [];
  // Of whole periods "starts after" and "ends before" are the same as gt and lt.
  const comparison = sign === '' ? 'eq' : sign === 'sa' ? 'gt' : sign === 'eb' ? 'lt' : (sign as Comparison);
  return { comparison, rest };
}

const expectedDate =
  'expected a date or instant such as ge2026-11-01, 2026-11 or lt2026-11-01T08:00:00Z; prefixes eq ne gt lt ge le sa eb';

function date(text: string): Result<SearchValue, string> {
  const { comparison, rest } = comparisonOf(text);
  const day = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(rest);
  if (day !== null) {
    const [, year, month, dayOfMonth] = day;
    const first = parseCalendarDate(`${year}-${month ?? '01'}-${dayOfMonth ?? '01'}`);
    if (!first.ok) return failure(expectedDate);
    const from = first.value;
    const to = dayOfMonth !== undefined ? addDays(from, 1) : addMonths(from, month !== undefined ? 1 : 12);
    return success({ kind: 'date', comparison, precision: 'day', from, to });
  }
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.exec(rest);
  const at = instant === null ? Number.NaN : Date.parse(rest);
  if (instant === null || Number.isNaN(at)) return failure(expectedDate);
  const length = instant[1] === undefined ? 60_000 : instant[2] === undefined ? 1_000 : 1;
  return success({
    kind: 'date',
    comparison,
    precision: 'instant',
    from: new Date(at).toISOString(),
    to: new Date(at + length).toISOString(),
  });
}

function reference(text: string): Result<SearchValue, string> {
  const parts = text.split('/');
  const id = parts.at(-1) ?? '';
  const type = parts.at(-2) ?? null;
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(id) || (type !== null && !/^[A-Z][A-Za-z]+$/.test(type)))
    return failure('expected a reference such as Patient/12, or an id');
  return success({ kind: 'reference', type, id });
}

function quantity(text: string): Result<SearchValue, string> {
  const { comparison, rest } = comparisonOf(text);
  const [number = '', system, unit] = rest.split('|');
  if (!/^-?\d+(\.\d+)?$/.test(number)) return failure('expected a number such as lt-2.5 or ge42');
  if (system !== undefined || unit !== undefined)
    return failure('expected a number alone: values are compared in the unit in which they were recorded');
  return success({ kind: 'quantity', comparison, value: Number(number) });
}

/** The day on which a value begins, for columns that hold days. */
export function dayOfBound(bound: string): string {
  return knownDate(bound.slice(0, 10));
}
