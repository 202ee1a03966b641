// Reads one page of a search. Decision: the order is that of the sources and of their keys, or of what is sorted by, so that
// the same question always has the same answer, and the next page begins behind the last resource.

import type { PageMark } from './page-mark.ts';
import { pageRows } from './page-rows.ts';
import type { Search } from './read-search.ts';
import { searchList } from './search-list.ts';
import type { ReadContext, ServedType } from './source.ts';
import { conditionsOf } from './source-rows.ts';
import { sourcesNow } from './sources-now.ts';
import { type FoundResource, writeRows } from './write-found.ts';

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
  const sources = await sourcesNow(context, source.sources, search.asked);
  const asked = sources.map((one) => conditionsOf(context, one, search));
  const { rows, total } = await pageRows(context, sources, asked, search);
  const page = rows.slice(0, search.count);
  const last = page.at(-1);
  const next =
    rows.length > search.count && last !== undefined
      ? { source: last.source, key: last.key, value: last.value }
      : null;
  return { found: writeRows(context, sources, page), next, total };
}
