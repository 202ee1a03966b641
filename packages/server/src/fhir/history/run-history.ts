// One page of the versions of many resources, the newest first: of a type, or of all types. Decision: versions are made from
// rows as those of one resource are (search/read-one.ts), every source is read by the moment of its change and the sources are
// merged; so what is asked is one short query a source, however long the history.

import { type RawBuilder, sql } from 'kysely';
import { listed } from '../search/search-list.ts';
import type { ReadContext, RowSource, ServedType, SourceRow } from '../search/source.ts';
import { inScope, selected } from '../search/source-rows.ts';
import { sourcesNow } from '../search/sources-now.ts';
import { type FoundResource, writeRow } from '../search/write-found.ts';
import { servedTypes } from '../served-types.ts';
import { type HistoryMark, presentVersion } from './history-mark.ts';

export interface HistoryAsked {
  readonly since: Date | null;
  readonly count: number;
  readonly after: HistoryMark | null;
}

export interface FoundVersion extends FoundResource {
  /** None is older. */
  readonly first: boolean;
}

export interface HistoryPage {
  readonly versions: readonly FoundVersion[];
  readonly next: HistoryMark | null;
}

interface KeyedVersion extends HistoryMark {
  readonly written: FoundVersion;
}

export async function runHistory(
  context: ReadContext,
  types: readonly ServedType[],
  asked: HistoryAsked,
): Promise<HistoryPage> {
  const found: KeyedVersion[] = [];
  for (const served of types) {
    const place = placeOf(served);
    if (served.source.kind === 'list')
      found.push(...(await ofList(context, served, place)).filter((one) => isAsked(one, asked)));
    else
      for (const [nth, source] of (await sourcesNow(context, served.source.sources)).entries())
        for (const rows of rowsOf(source))
          found.push(...(await versionsIn(context, source, rows, place + nth, asked)));
  }
  const page = found.toSorted(newestFirst).slice(0, asked.count + 1);
  const last = page.at(asked.count - 1);
  const next =
    page.length > asked.count && last !== undefined
      ? { at: last.at, place: last.place, key: last.key, version: last.version }
      : null;
  return { versions: withoutRepeats(page.slice(0, asked.count)), next };
}

/** The same for a type alone and among all others, so that a mark means the same in both. */
function placeOf(served: ServedType): number {
  let place = 0;
  for (const each of servedTypes) {
    if (each === served) return place;
    place += each.source.kind === 'list' ? 1 : each.source.sources.length;
  }
  throw new Error('A history was asked of a type that is not served');
}

interface VersionRows {
  readonly tables: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  readonly version: RawBuilder<number>;
  readonly first: RawBuilder<boolean>;
}

/** The rows as they are, and as they were. */
function rowsOf({ table, key, earlier, current, revision, isFirst }: RowSource): readonly VersionRows[] {
  const now = sql`${sql.table(table)} t`;
  const present = sql<number>`${sql.lit(presentVersion)}::bigint`;
  switch (earlier) {
    case 'none':
      return [{ tables: now, where: current, version: present, first: sql<boolean>`true` }];
    case 'rows':
      return [
        {
          tables: now,
          where: sql<boolean>`true`,
          version: revision,
          first: isFirst,
        },
      ];
    case 'kept-copies': {
      const copies = sql`row_copy kept cross join lateral jsonb_populate_record(null::${sql.table(table)}, kept.content) t`;
      const older = (than: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`not exists (
        select from row_copy older where older.site_id = t.site_id and older.copied_from = ${sql.lit(table)}
           and older.row_id = ${key} and older.row_copy_id < ${than})`;
      return [
        { tables: now, where: current, version: present, first: older(present) },
        {
          tables: copies,
          where: sql<boolean>`(kept.copied_from = ${sql.lit(table)} and kept.site_id = t.site_id)`,
          version: sql<number>`kept.row_copy_id`,
          first: older(sql`kept.row_copy_id`),
        },
      ];
    }
  }
}

async function versionsIn(
  context: ReadContext,
  source: RowSource,
  { tables, where, version, first }: VersionRows,
  place: number,
  { since, count, after }: HistoryAsked,
): Promise<KeyedVersion[]> {
  const { changed, key } = source;
  const conditions = [
    sql<boolean>`t.site_id = ${context.tx.site}`,
    source.only,
    where,
    ...inScope(context, source),
    ...(since === null ? [] : [sql<boolean>`${changed} >= ${since.toISOString()}::timestamptz`]),
    ...(after === null ? [] : [isBehind(source, place, version, after)]),
  ];
  const found = await sql<SourceRow>`
    select ${selected(source)}, ${version} as "fhirVersion", ${first} as "fhirFirst" from ${tables} ${source.joins}
     where ${sql.join(conditions, sql` and `)}
     order by ${changed} desc, ${key} desc, ${version} desc limit ${count + 1}`.execute(context.tx.db);
  return found.rows.map((row) => ({
    at: (row['fhirChanged'] as Date).getTime(),
    place,
    key: Number(row['fhirKey']),
    version: Number(row['fhirVersion']),
    written: { ...writeRow(context, source, row), first: row['fhirFirst'] === true },
  }));
}

function isBehind(
  { changed, key }: RowSource,
  place: number,
  version: RawBuilder<number>,
  after: HistoryMark,
): RawBuilder<boolean> {
  const at = sql`${new Date(after.at).toISOString()}::timestamptz`;
  const sameMoment =
    place === after.place
      ? sql<boolean>`(${key} < ${after.key} or (${key} = ${after.key} and ${version} < ${after.version}))`
      : sql<boolean>`${sql.lit(place > after.place)}`;
  return sql<boolean>`(${changed} < ${at} or (${changed} = ${at} and ${sameMoment}))`;
}

async function ofList(context: ReadContext, served: ServedType, place: number): Promise<KeyedVersion[]> {
  if (served.source.kind !== 'list') return [];
  return (await listed(served.source, context)).map((resource, key) => ({
    at: Date.parse(resource.meta?.lastUpdated ?? ''),
    place,
    key,
    version: presentVersion,
    written: { resource, person: null, first: true },
  }));
}

function isAsked(one: KeyedVersion, { since, after }: HistoryAsked): boolean {
  return (since === null || one.at >= since.getTime()) && (after === null || newestFirst(after, one) < 0);
}

function newestFirst(a: HistoryMark, b: HistoryMark): number {
  return b.at - a.at || a.place - b.place || b.key - a.key || b.version - a.version;
}

/** Two states of a row that give the same resource are one version. */
function withoutRepeats(page: readonly KeyedVersion[]): readonly FoundVersion[] {
  const seen = new Set<string>();
  return page.flatMap(({ written }) => {
    const { resourceType, id, meta } = written.resource;
    const name = `${resourceType}/${id}/${meta?.versionId}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [written];
  });
}
