// Reads one page of a search. Decision: sources are read one after the other in a fixed order and each by its key, so that
// the same question always has the same answer, and the next page begins behind the last resource. Sorted searches read
// each source by the sorted value and merge.

import { createHash } from 'node:crypto';
import type { Resource } from '@medplum/fhirtypes';
import { type RawBuilder, sql } from 'kysely';
import { seesEverybody } from '../fhir-caller.ts';
import { onInstant, wholeNumber } from './conditions.ts';
import type { PageMark } from './page-mark.ts';
import type { Search, Sorting } from './read-search.ts';
import type { SearchValue } from './search-value.ts';
import type { ListSource, ReadContext, RowSource, ServedType, SourceRow } from './source.ts';

export interface FoundResource {
  readonly resource: Resource;
  /** Whose; null when about nobody. */
  readonly person: number | null;
}

export interface FoundPage {
  readonly found: readonly FoundResource[];
  /** Null on the last page. */
  readonly next: PageMark | null;
  /** Null when it was not asked. */
  readonly total: number | null;
}

export async function runSearch(
  context: ReadContext,
  served: ServedType,
  search: Search,
): Promise<FoundPage> {
  const { source } = served;
  if (source.kind === 'list') return searchList(context, source, search);
  const { sources } = source;
  const asked = sources.map((one) => conditionsOf(context, one, search));
  const total = search.total ? await countAll(context, sources, asked) : null;
  if (search.countOnly) return { found: [], next: null, total };
  const rows =
    search.sorting === null
      ? await inOrder(context, sources, asked, search)
      : await sorted(context, sources, asked, search, search.sorting);
  const page = rows.slice(0, search.count);
  const last = page.at(-1);
  const next =
    rows.length > search.count && last !== undefined
      ? { source: last.source, key: last.key, value: last.value }
      : null;
  return { found: await writeRows(context, sources, page), next, total };
}

interface KeyedRow {
  readonly source: number;
  readonly key: number;
  readonly value: string | null;
  readonly row: SourceRow;
}

/** Null when nothing of the source can match. */
type Conditions = readonly RawBuilder<boolean>[] | null;

function conditionsOf(context: ReadContext, source: RowSource, { asked, ofList }: Search): Conditions {
  const all: RawBuilder<boolean>[] = [];
  if (ofList !== null) {
    if (source.person === null) return null;
    all.push(isOnList(context, source.person, ofList));
  }
  for (const { name, values } of asked) {
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
  if (name === '_id') {
    const key = value.kind === 'token' ? keyOf(source, value.code) : null;
    return key === null ? null : sql<boolean>`${source.key} = ${key}`;
  }
  return source.conditions[name]?.(value, context) ?? null;
}

/** Null when the id is none of this source. */
export function keyOf({ prefix }: RowSource, id: string): number | null {
  if (prefix === '') return wholeNumber(id);
  return id.startsWith(`${prefix}-`) ? wholeNumber(id.slice(prefix.length + 1)) : null;
}

async function inOrder(
  context: ReadContext,
  sources: readonly RowSource[],
  asked: readonly Conditions[],
  { count, after }: Search,
): Promise<KeyedRow[]> {
  const rows: KeyedRow[] = [];
  for (const [place, source] of sources.entries()) {
    const conditions = asked[place] ?? null;
    if (conditions === null || (after !== null && place < after.source)) continue;
    const behind =
      after !== null && place === after.source ? [sql<boolean>`${source.key} > ${after.key}`] : [];
    const found = await sql<SourceRow>`
      select ${selected(source)} from ${fromOf(source)}
       where ${whereOf(context, source, [...conditions, ...behind])}
       order by ${source.key} limit ${count + 1 - rows.length}`.execute(context.tx.db);
    rows.push(
      ...found.rows.map((row) => ({ source: place, key: row['fhirKey'] as number, value: null, row })),
    );
    if (rows.length > count) break;
  }
  return rows;
}

async function sorted(
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

async function countAll(
  context: ReadContext,
  sources: readonly RowSource[],
  asked: readonly Conditions[],
): Promise<number> {
  let total = 0;
  for (const [place, source] of sources.entries()) {
    const conditions = asked[place] ?? null;
    if (conditions === null) continue;
    const found = await sql<{ n: number }>`
      select count(*) as n from ${fromOf(source)} where ${whereOf(context, source, conditions)}`.execute(
      context.tx.db,
    );
    total += found.rows[0]?.n ?? 0;
  }
  return total;
}

function fromOf({ table, joins }: RowSource): RawBuilder<unknown> {
  return sql`${sql.table(table)} t ${joins}`;
}

export function selected({ key, changed, person, columns }: RowSource): RawBuilder<unknown> {
  return sql`${key} as "fhirKey", ${changed} as "fhirChanged", ${person ?? sql`null::bigint`} as "fhirPerson", ${columns}`;
}

function whereOf(
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

async function writeRows(
  context: ReadContext,
  sources: readonly RowSource[],
  page: readonly KeyedRow[],
): Promise<FoundResource[]> {
  const found: { readonly place: number; readonly one: FoundResource }[] = [];
  for (const [index, source] of sources.entries()) {
    // Sorted pages mix the sources.
    const own = page.flatMap((one, place) => (one.source === index ? [{ place, row: one.row }] : []));
    if (own.length === 0) continue;
    const rows = await source.complete(
      context,
      own.map(({ row }) => row),
    );
    for (const [nth, row] of rows.entries())
      found.push({ place: own[nth]?.place ?? 0, one: writeRow(context, source, row) });
  }
  return found.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
}

export function writeRow(context: ReadContext, source: RowSource, row: SourceRow): FoundResource {
  return {
    resource: withMeta(source.write(row, context), row['fhirChanged'] as Date),
    person: row['fhirPerson'] as number | null,
  };
}

/** The version is named after the content: equal versions are equal resources, and nothing can change unseen. */
function withMeta(resource: Resource, changed: Date): Resource {
  const versionId = createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 16);
  const { resourceType, id, ...rest } = resource as unknown as Record<string, unknown>;
  return {
    resourceType,
    id,
    meta: { versionId, lastUpdated: changed.toISOString() },
    ...rest,
  } as unknown as Resource;
}

async function searchList(context: ReadContext, source: ListSource, search: Search): Promise<FoundPage> {
  const all = (await source.all(context)).map(({ resource, changed }) => withMeta(resource, changed));
  const matching = all.filter((resource) =>
    search.asked.every(({ name, values }) =>
      values.some((value) => listMatches(source, resource, name, value)),
    ),
  );
  const total = search.total ? matching.length : null;
  if (search.countOnly) return { found: [], next: null, total };
  const from = search.after?.key ?? 0;
  const page = matching.slice(from, from + search.count);
  const isLast = from + search.count >= matching.length;
  return {
    found: page.map((resource) => ({ resource, person: null })),
    next: isLast ? null : { source: 0, key: from + search.count, value: null },
    total,
  };
}

function listMatches({ matches }: ListSource, resource: Resource, name: string, value: SearchValue): boolean {
  if (name === '_id') return value.kind === 'token' && resource.id === value.code;
  if (name === '_lastUpdated')
    return value.kind === 'date' && isWithin(resource.meta?.lastUpdated ?? '', value);
  return matches[name]?.(resource, value) ?? false;
}

/** Days and instants in ISO 8601, compared as far as both go. */
export function isWithin(text: string, value: SearchValue & { readonly kind: 'date' }): boolean {
  const has = text.slice(0, value.from.length);
  const { from, to } = value;
  switch (value.comparison) {
    case 'eq':
      return has >= from && has < to;
    case 'ne':
      return has < from || has >= to;
    case 'gt':
      return has >= to;
    case 'lt':
      return has < from;
    case 'ge':
      return has >= from;
    case 'le':
      return has < to;
  }
}
