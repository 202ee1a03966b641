// From a source to its rows as SQL: which rows are asked for, whose the caller may see, in which order they come and where a next
// page begins. Every piece is used by searches and by histories alike.

import { type RawBuilder, sql } from 'kysely';
import { seesEverybody } from '../fhir-caller.ts';
import { onInstant, wholeNumber } from './conditions.ts';
import type { Search } from './read-search.ts';
import type { SearchValue } from './search-value.ts';
import type { ReadContext, RowSource } from './source.ts';

/** Null when nothing of the source can match. */
export type Conditions = readonly RawBuilder<boolean>[] | null;

export function conditionsOf(context: ReadContext, source: RowSource, { asked, ofList }: Search): Conditions {
  const all: RawBuilder<boolean>[] = [];
  if (ofList !== null) {
    if (source.person === null) return null;
    all.push(isOnList(context, source.person, ofList));
  }
  for (const { name, values } of asked) {
    if (name === '_id') {
      const keys = values.map((value) => (value.kind === 'token' ? keyOf(source, value.code) : null));
      const known = keys.filter((key) => key !== null);
      if (known.length === 0) return null;
      all.push(sql<boolean>`${source.key} = any(${known}::bigint[])`);
      continue;
    }
    const any = values
      .map((value) => conditionOf(context, source, name, value))
      .filter((condition) => condition !== null);
    if (any.length === 0) return null;
    all.push(sql<boolean>`(${sql.join(any, sql` or `)})`);
  }
  return all;
}

function conditionOf(
  context: ReadContext,
  source: RowSource,
  name: string,
  value: SearchValue,
): RawBuilder<boolean> | null {
  if (name === '_lastUpdated') return onInstant(source.changed)(value, context);
  return source.conditions[name]?.(value, context) ?? null;
}

/** Null when the id is none of this source. */
export function keyOf({ prefix }: RowSource, id: string): number | null {
  if (prefix === '') return wholeNumber(id);
  return id.startsWith(`${prefix}-`) ? wholeNumber(id.slice(prefix.length + 1)) : null;
}

export function fromOf({ table, joins }: RowSource): RawBuilder<unknown> {
  return sql`${sql.table(table)} t ${joins}`;
}

export function selected({ key, changed, person, columns }: RowSource): RawBuilder<unknown> {
  return sql`${key} as "fhirKey", ${changed} as "fhirChanged", ${person ?? sql`null::bigint`} as "fhirPerson", ${columns}`;
}

export function whereOf(
  context: ReadContext,
  source: RowSource,
  conditions: readonly RawBuilder<boolean>[],
): RawBuilder<boolean> {
  const all = [
    sql<boolean>`t.site_id = ${context.tx.site}`,
    source.only,
    source.current,
    ...inScope(context, source),
    ...conditions,
  ];
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

function isOnList({ tx }: ReadContext, person: RawBuilder<number>, list: string): RawBuilder<boolean> {
  const which = list === 'all-cases' ? sql`true` : sql`listed.list = ${list}`;
  return sql<boolean>`exists (select from fls_case listed
    where listed.site_id = ${tx.site} and listed.person_id = ${person} and ${which})`;
}

/** Whom the caller may see at all. */
export function inScope({ tx, caller }: ReadContext, { person, table }: RowSource): RawBuilder<boolean>[] {
  if (person === null || table === 'audit_event' || table === 'fls_case' || seesEverybody(caller)) return [];
  return [
    sql<boolean>`exists (select from fls_case scope where scope.site_id = ${tx.site} and scope.person_id = ${person})`,
  ];
}
