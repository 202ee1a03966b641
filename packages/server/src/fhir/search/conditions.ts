// Search values as conditions of SQL. Decision: each source of a resource type says with these few builders how a parameter
// is asked of it; null says that nothing of that source can match, and then it is not read at all.

import { type RawBuilder, sql } from 'kysely';
import { type Comparison, dayOfBound, type SearchValue } from './search-value.ts';
import type { ReadContext } from './source.ts';

export type Condition = (value: SearchValue, context: ReadContext) => RawBuilder<boolean> | null;

type Expression = RawBuilder<unknown>;

/** Whose it is, or that it is that person. */
export function onPatient(person: Expression): Condition {
  return (value) => {
    if (value.kind !== 'reference' || (value.type !== null && value.type !== 'Patient')) return null;
    const id = wholeNumber(value.id);
    return id === null ? null : sql<boolean>`${person} = ${id}`;
  };
}

/** A reference to a resource whose id is this number. */
export function onReference(type: string, column: Expression): Condition {
  return (value) => {
    if (value.kind !== 'reference' || (value.type !== null && value.type !== type)) return null;
    const id = wholeNumber(value.id);
    return id === null ? null : sql<boolean>`${column} = ${id}`;
  };
}

export function onDay(day: Expression): Condition {
  return (value) => {
    if (value.kind !== 'date') return null;
    const bound = (text: string): Expression => sql`${dayOfBound(text)}::date`;
    // Of an instant, a column of days knows the day.
    const to = value.precision === 'day' ? bound(value.to) : sql`${dayOfBound(value.from)}::date + 1`;
    return within(day, value.comparison, bound(value.from), to);
  };
}

export function onInstant(instant: Expression): Condition {
  return (value, { timeZone }) => {
    if (value.kind !== 'date') return null;
    const bound = (text: string): Expression =>
      value.precision === 'day'
        ? sql`(${text}::date)::timestamp at time zone ${timeZone}`
        : sql`${text}::timestamptz`;
    return within(instant, value.comparison, bound(value.from), bound(value.to));
  };
}

function within(
  column: Expression,
  comparison: Comparison,
  from: Expression,
  to: Expression,
): RawBuilder<boolean> {
  switch (comparison) {
    case 'eq':
      return sql<boolean>`(${column} >= ${from} and ${column} < ${to})`;
    case 'ne':
      return sql<boolean>`(${column} < ${from} or ${column} >= ${to})`;
    case 'gt':
      return sql<boolean>`${column} >= ${to}`;
    case 'lt':
      return sql<boolean>`${column} < ${from}`;
    case 'ge':
      return sql<boolean>`${column} >= ${from}`;
    case 'le':
      return sql<boolean>`${column} < ${to}`;
  }
}

const signs = { eq: '=', ne: '<>', gt: '>', lt: '<', ge: '>=', le: '<=' } as const;

export function onNumber(column: Expression): Condition {
  return (value) =>
    value.kind === 'quantity'
      ? sql<boolean>`${column} ${sql.raw(signs[value.comparison])} ${value.value}::numeric`
      : null;
}

/** Codes of these systems; the words of the column by code. */
export function onCode(
  column: Expression,
  systems: readonly string[],
  wordsOf: (code: string) => readonly string[],
): Condition {
  return (value) => {
    if (value.kind !== 'token' || !isOfSystem(value.system, systems)) return null;
    const words = wordsOf(value.code);
    return words.length === 0 ? null : sql<boolean>`${column} = any(${[...words]}::text[])`;
  };
}

/** A column that holds the code itself. */
export function onWord(column: Expression, systems: readonly string[]): Condition {
  return onCode(column, systems, (code) => [code]);
}

/** What is the same for everything of the source. */
export function always(...codings: readonly (readonly [system: string, code: string])[]): Condition {
  return (value) =>
    value.kind === 'token' &&
    codings.some(([system, code]) => value.code === code && isOfSystem(value.system, [system]))
      ? sql<boolean>`true`
      : null;
}

/** The first that can match, or any of several. */
export function either(...conditions: readonly Condition[]): Condition {
  return (value, context) => {
    const parts = conditions.map((one) => one(value, context)).filter((one) => one !== null);
    return parts.length === 0 ? null : sql<boolean>`(${sql.join(parts, sql` or `)})`;
  };
}

/** The words whose code is this one. */
export function wordsWith<W extends string>(
  codes: Readonly<Record<W, string>>,
): (code: string) => readonly W[] {
  return (code) => (Object.keys(codes) as W[]).filter((word) => codes[word] === code);
}

export function isOfSystem(system: string | null, systems: readonly string[]): boolean {
  return system === null || systems.includes(system);
}

/** A number as our ids are; null for any other text. */
export function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
