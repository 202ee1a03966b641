// How many cases stand in each list, and how many of one list a filter leaves.

import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Asker, worklistCases } from './worklist-cases.ts';
import { type Worklist, type WorklistFilter, worklists } from './worklist-filter.ts';

export interface ListCount {
  readonly all: number;
  readonly late: number;
  readonly mine: number;
}

export type ListCounts = Readonly<Record<Worklist, ListCount>>;

/** Every list has its count: 0 is counted, never missing. */
export async function countLists(tx: SiteTransaction, { user, today }: Asker): Promise<ListCounts> {
  const rows = await tx.db
    .selectFrom('fls_case')
    .select(['list', sql<number>`count(*)`.as('all')])
    .select(sql<number>`count(*) filter (where due_on < ${today})`.as('late'))
    .select(sql<number>`count(*) filter (where owner_id = ${user})`.as('mine'))
    .where('site_id', '=', tx.site)
    .groupBy('list')
    .execute();
  const counted = new Map(rows.map(({ list, ...counts }) => [list, counts]));
  const none: ListCount = { all: 0, late: 0, mine: 0 };
  return Object.fromEntries(worklists.map((list) => [list, counted.get(list) ?? none])) as Record<
    Worklist,
    ListCount
  >;
}

/** Of the filter's own list, as a question within another one. */
export function countFiltered(
  tx: SiteTransaction,
  asker: Asker,
  filter: WorklistFilter,
): SelectQueryBuilder<Tables, 'fls_case', { count: number }> {
  return worklistCases(tx, asker, filter).select(sql<number>`count(*)`.as('count'));
}
