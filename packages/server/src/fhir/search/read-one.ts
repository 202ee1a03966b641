// One resource by its id, and its versions. Decision: versions are made as the resource is, from the rows as they were: the
// revisions of a report, and copies of rows that were kept before they changed (keep-copies.ts). Two states that give the
// same resource are one version.

import { type RawBuilder, sql } from 'kysely';
import { plainSearch } from './read-search.ts';
import { runSearch } from './run-search.ts';
import type { ReadContext, RowSource, ServedType, SourceRow } from './source.ts';
import { inScope, keyOf, selected } from './source-rows.ts';
import { type FoundResource, writeRow } from './write-found.ts';

export async function readOne(
  context: ReadContext,
  served: ServedType,
  id: string,
): Promise<FoundResource | null> {
  const asked = [{ name: '_id', values: [{ kind: 'token', system: null, code: id } as const] }];
  const page = await runSearch(context, served, plainSearch(asked, 1));
  return page.found[0] ?? null;
}

/** Newest first; empty when there is no such resource. */
export async function versionsOf(
  context: ReadContext,
  served: ServedType,
  id: string,
): Promise<FoundResource[]> {
  const now = await readOne(context, served, id);
  if (now === null) return [];
  const versions = [now];
  if (served.source.kind === 'sources')
    for (const source of served.source.sources) {
      const key = keyOf(source, id);
      if (key === null) continue;
      const rows = await earlierRows(context, source, key);
      versions.push(...rows.map((row) => writeRow(context, source, row)));
    }
  return versions.filter(
    (version, place) =>
      place === 0 || version.resource.meta?.versionId !== versions[place - 1]?.resource.meta?.versionId,
  );
}

async function earlierRows(context: ReadContext, source: RowSource, key: number): Promise<SourceRow[]> {
  const from = earlierFrom(context, source, key);
  if (from === null) return [];
  const conditions = [source.only, ...inScope(context, source), from.where];
  const found = await sql<SourceRow>`
    select ${selected(source)} from ${from.tables} ${source.joins}
     where ${sql.join(conditions, sql` and `)} order by ${from.order} desc`.execute(context.tx.db);
  return found.rows;
}

interface EarlierRows {
  readonly tables: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  readonly order: RawBuilder<unknown>;
}

function earlierFrom(
  { tx }: ReadContext,
  { earlier, table, key, current, revision }: RowSource,
  of: number,
): EarlierRows | null {
  switch (earlier) {
    case 'none':
      return null;
    case 'rows':
      return {
        tables: sql`${sql.table(table)} t`,
        where: sql<boolean>`t.site_id = ${tx.site} and ${key} = ${of} and not (${current})`,
        order: revision,
      };
    case 'kept-copies':
      return {
        tables: sql`row_copy kept cross join lateral jsonb_populate_record(null::${sql.table(table)}, kept.content) t`,
        where: sql<boolean>`kept.site_id = ${tx.site} and kept.copied_from = ${table} and kept.row_id = ${of}`,
        order: sql`kept.row_copy_id`,
      };
  }
}
