// Rows in the order of a day or of their last change: each source is read by the sorted value, and the sources are merged.

import { type RawBuilder, sql } from 'kysely';
import type { PageMark } from './page-mark.ts';
import type { Search, Sorting } from './read-search.ts';
import type { ReadContext, RowSource, SourceRow } from './source.ts';
import { type Conditions, fromOf, selected, whereOf } from './source-rows.ts';
import type { KeyedRow } from './write-found.ts';

export async function sorted(
  context: ReadContext,
  sources: readonly RowSource[],
  asked: readonly Conditions[],
  { count, after }: Search,
  sorting: Sorting,
): Promise<KeyedRow[]> {
  const rows: KeyedRow[] = [];
  const direction = sql.raw(sorting.descending ? 'desc' : 'asc');
  for (const [place, source] of sources.entries()) {
    const conditions = asked[place] ?? null;
    if (conditions === null) continue;
    const value = sortValue(source, sorting);
    const behind = after === null ? [] : [isBehind(source, place, after, value, sorting)];
    const found = await sql<SourceRow>`
      select ${selected(source)}, ${textOf(value, sorting)} as "fhirValue" from ${fromOf(source)}
       where ${whereOf(context, source, [...conditions, ...behind])}
       order by ${value} ${direction}, ${source.key} limit ${count + 1}`.execute(context.tx.db);
    rows.push(
      ...found.rows.map((row) => ({
        source: place,
        key: row['fhirKey'] as number,
        value: row['fhirValue'] as string,
        row,
      })),
    );
  }
  const sign = sorting.descending ? -1 : 1;
  return rows
    .toSorted((a, b) => sign * order(a.value ?? '', b.value ?? '') || a.source - b.source || a.key - b.key)
    .slice(0, count + 1);
}

/** "infinity" stands behind every year. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What has no day stands behind every day. */
function sortValue({ day, changed }: RowSource, { by }: Sorting): RawBuilder<unknown> {
  if (by === 'changed') return changed;
  return day === null ? sql`'infinity'::date` : sql`coalesce(${day}, 'infinity'::date)`;
}

/** Instants to the millisecond, in which they are kept. */
function textOf(value: RawBuilder<unknown>, { by }: Sorting): RawBuilder<string> {
  return by === 'day'
    ? sql<string>`(${value})::text`
    : sql<string>`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function isBehind(
  { key }: RowSource,
  place: number,
  after: PageMark,
  value: RawBuilder<unknown>,
  { by, descending }: Sorting,
): RawBuilder<boolean> {
  const last = by === 'day' ? sql`${after.value}::date` : sql`${after.value}::timestamptz`;
  const further = sql.raw(descending ? '<' : '>');
  const sameValue =
    place > after.source
      ? sql<boolean>`true`
      : place < after.source
        ? sql<boolean>`false`
        : sql<boolean>`${key} > ${after.key}`;
  return sql<boolean>`(${value} ${further} ${last} or (${value} = ${last} and ${sameValue}))`;
}
