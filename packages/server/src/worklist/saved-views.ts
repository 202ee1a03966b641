// Filters that a colleague keeps under a name of their own.

import type { SiteTransaction } from '../database/site-transaction.ts';

export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** The filters as they stand in the page's address. */
  readonly query: string;
}

export async function savedViews(tx: SiteTransaction, user: number): Promise<SavedView[]> {
  const rows = await tx.db
    .selectFrom('saved_view')
    .select(['saved_view_id', 'name', 'query'])
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', user)
    .orderBy('name')
    .execute();
  return rows.map(({ saved_view_id: id, name, query }) => ({ id, name, query }));
}

/** Another one under the same name takes its place. */
export async function saveView(
  tx: SiteTransaction,
  user: number,
  name: string,
  query: string,
): Promise<number> {
  const row = await tx.db
    .insertInto('saved_view')
    .values({ site_id: tx.site, app_user_id: user, name, query })
    .onConflict((conflict) => conflict.columns(['site_id', 'app_user_id', 'name']).doUpdateSet({ query }))
    .returning('saved_view_id')
    .executeTakeFirstOrThrow();
  return row.saved_view_id;
}

/** Whether there was one. */
export async function removeView(tx: SiteTransaction, user: number, id: number): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('saved_view')
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', user)
    .where('saved_view_id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
