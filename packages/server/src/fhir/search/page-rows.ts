// One page of rows, and the number of all matches, in one statement. Decision: every source of a type is a named part of it
// ("with"), read by its own index up to the length of a page, and a later one only when those before it did not fill the page;
// so a type of seven tables costs one message to the database, and what a page does not need is not read.

import { type RawBuilder, sql } from 'kysely';
import { keepPlan } from '../../database/kept-plans.ts';
import type { PageMark } from './page-mark.ts';
import type { Search, Sorting } from './read-search.ts';
import { revived } from './revived.ts';
import type { ReadContext, RowSource } from './source.ts';
import { type Conditions, fromOf, selected, whereOf } from './source-rows.ts';
import type { KeyedRow } from './write-found.ts';

export interface PageRows {
  /** In order; one more than asked when there is a next page. */
  readonly rows: readonly KeyedRow[];
  /** Null when it was not asked. */
  readonly total: number | null;
}

/** A source that can match, with its place among the sources of the type. */
interface Part {
  readonly place: number;
  readonly source: RowSource;
  readonly conditions: readonly RawBuilder<boolean>[];
}

interface FoundRow {
  /** Null: a count, which stands in `key`. */
  readonly source: number | null;
  readonly key: number;
  readonly value: string | null;
  readonly changed: Date;
  readonly person: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** `asked`: the conditions of each source. */
export async function pageRows(
  context: ReadContext,
  sources: readonly RowSource[],
  asked: readonly Conditions[],
  search: Search,
): Promise<PageRows> {
  const parts = sources.flatMap((source, place): Part[] => {
    const conditions = asked[place] ?? null;
    return conditions === null ? [] : [{ place, source, conditions }];
  });
  const named = [
    ...(search.countOnly ? [] : pagesOf(context, parts, search)),
    ...(search.total ? parts.map((part) => countOf(context, part)) : []),
  ];
  if (named.length === 0) return { rows: [], total: search.total ? 0 : null };
  const withs = named.map(({ name, as }) => sql`${sql.raw(name)} as materialized (${as})`);
  const kept = sql.raw(fitsEveryValue(search) ? keepPlan : '');
  const all = named.map(({ name }) => sql`select * from ${sql.raw(name)}`);
  const { rows: found } =
    await sql<FoundRow>`${kept} with ${sql.join(withs)} ${sql.join(all, sql` union all `)}`.execute(
      context.tx.db,
    );
  const counts = found.filter(({ source }) => source === null);
  return {
    total: search.total ? counts.reduce((sum, { key }) => sum + key, 0) : null,
    rows: found
      .flatMap((row) => keyed(sources, row))
      .toSorted(inOrder(search.sorting))
      .slice(0, search.count + 1),
  };
}

/**
 * One patient's rows are few and found by their index, whoever it is, and a page of everything is read from where it begins. Any
 * other value can be rare or common, and is worth a plan of its own.
 */
function fitsEveryValue({ asked }: Search): boolean {
  return asked.length === 0 || asked.some(({ name }) => ['patient', 'subject', '_id'].includes(name));
}

interface Named {
  readonly name: string;
  readonly as: RawBuilder<unknown>;
}

/** Where a page of an unsorted search ends is known by how many came before; a sorted one takes from every source. */
function pagesOf(context: ReadContext, parts: readonly Part[], { after, sorting, count }: Search): Named[] {
  const wanted =
    sorting === null && after !== null ? parts.filter(({ place }) => place >= after.source) : parts;
  const names: string[] = [];
  return wanted.map((part) => {
    const behind = sorting === null ? behindKey(part, after) : behindValue(part, after, sorting);
    const full =
      sorting !== null || names.length === 0
        ? []
        : [sql<boolean>`${sql.join(names.map(rowsIn), sql` + `)} <= ${count}`];
    const name = `page_${part.place}`;
    names.push(name);
    return { name, as: pageOf(context, part, [...full, ...behind], sorting, count + 1) };
  });
}

function rowsIn(name: string): RawBuilder<unknown> {
  return sql`(select count(*) from ${sql.raw(name)})`;
}

/** The length of a page stands in the statement itself: a plan kept for any length reads whole tables, one for twenty stops early. */
function pageOf(
  context: ReadContext,
  { place, source, conditions }: Part,
  more: readonly RawBuilder<boolean>[],
  sorting: Sorting | null,
  limit: number,
): RawBuilder<unknown> {
  const value = sorting === null ? null : sortValue(source, sorting);
  const order =
    value === null
      ? source.key
      : sql`${value} ${sql.raw(sorting?.descending ? 'desc' : 'asc')}, ${source.key}`;
  return sql`
    select ${place}::int as source, r."fhirKey"::bigint as key, r."fhirValue" as value, r."fhirChanged" as changed,
           r."fhirPerson" as person, to_jsonb(r) as facts
      from (select ${selected(source)}, ${value === null ? sql`null::text` : textOf(value, sorting)} as "fhirValue"
              from ${fromOf(source)} where ${whereOf(context, source, [...more, ...conditions])}
             order by ${order} limit ${sql.lit(limit)}) r`;
}

function countOf(context: ReadContext, { place, source, conditions }: Part): Named {
  const as = sql`
    select null::int as source, count(*) as key, null::text as value, null::timestamptz as changed,
           null::bigint as person, null::jsonb as facts
      from ${fromOf(source)} where ${whereOf(context, source, conditions)}`;
  return { name: `count_${place}`, as };
}

function keyed(sources: readonly RowSource[], row: FoundRow): KeyedRow[] {
  const source = row.source === null ? undefined : sources[row.source];
  if (row.source === null || source === undefined) return [];
  const facts = { ...revived(row.facts, source.notJson), fhirChanged: row.changed, fhirPerson: row.person };
  return [{ source: row.source, key: row.key, value: row.value, row: facts }];
}

function inOrder(sorting: Sorting | null): (a: KeyedRow, b: KeyedRow) => number {
  const sign = sorting?.descending === true ? -1 : 1;
  return (a, b) => sign * order(a.value ?? '', b.value ?? '') || a.source - b.source || a.key - b.key;
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
function textOf(value: RawBuilder<unknown>, sorting: Sorting | null): RawBuilder<string> {
  return sorting?.by === 'day'
    ? sql<string>`(${value})::text`
    : sql<string>`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function behindKey({ place, source }: Part, after: PageMark | null): RawBuilder<boolean>[] {
  return after !== null && place === after.source ? [sql<boolean>`${source.key} > ${after.key}`] : [];
}

function behindValue(
  { place, source }: Part,
  after: PageMark | null,
  sorting: Sorting,
): RawBuilder<boolean>[] {
  if (after === null) return [];
  const value = sortValue(source, sorting);
  const last = sorting.by === 'day' ? sql`${after.value}::date` : sql`${after.value}::timestamptz`;
  const further = sql.raw(sorting.descending ? '<' : '>');
  const sameValue =
    place > after.source
      ? sql<boolean>`true`
      : place < after.source
        ? sql<boolean>`false`
        : sql<boolean>`${source.key} > ${after.key}`;
  return [sql<boolean>`(${value} ${further} ${last} or (${value} = ${last} and ${sameValue}))`];
}
