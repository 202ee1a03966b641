// Reads one page of a search. Decision: sources are read one after the other in a fixed order and each by its key, so that
// the same question always has the same answer, and the next page begins behind the last resource.

import { sql } from 'kysely';
import type { PageMark } from './page-mark.ts';
import type { Search } from './read-search.ts';
import { searchList } from './search-list.ts';
import { sorted } from './sorted-rows.ts';
import type { ReadContext, RowSource, ServedType, SourceRow } from './source.ts';
import { type Conditions, conditionsOf, fromOf, selected, whereOf } from './source-rows.ts';
import { type FoundResource, type KeyedRow, writeRows } from './write-found.ts';

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
