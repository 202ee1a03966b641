// The only way to the records: a transaction that belongs to one hospital.
// Decision: the hospital is named to the database itself, which shows no other hospital's rows (row-level security), so
// a forgotten condition in a query finds too little and never too much. Queries still name site_id: for speed, and
// because a database spread over machines routes by it.

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './generated/tables.ts';

export interface SiteTransaction {
  readonly site: string;
  readonly db: Transaction<Tables>;
}

/** Commits when `work` ends well; when it throws, nothing of it happened. */
export function inSite<T>(
  db: Kysely<Tables>,
  site: string,
  work: (tx: SiteTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('breekpunt.site', ${site}, true)`.execute(transaction);
    return work({ site, db: transaction });
  });
}
