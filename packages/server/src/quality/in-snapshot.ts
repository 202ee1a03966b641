// A transaction of one hospital that sees the records of one moment, also from several connections at once.

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';

/** `snapshot`: the moment of another such transaction that is still open (`snapshotOf`); null: the moment it begins. */
export function inSnapshot<T>(
  db: Kysely<Tables>,
  site: string,
  snapshot: string | null,
  work: (tx: SiteTransaction) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      // Before any query: the first one would take a moment of its own.
      if (snapshot !== null) await sql`set transaction snapshot ${sql.lit(snapshot)}`.execute(transaction);
      // Large and simple statements: compiling them, or dividing each over processes, costs more than it brings.
      await sql`select set_config('breekpunt.site', ${site}, true), set_config('jit', 'off', true),
        set_config('max_parallel_workers_per_gather', '0', true), set_config('work_mem', '64MB', true)`.execute(
        transaction,
      );
      return work({ site, db: transaction });
    });
}

export async function snapshotOf(tx: SiteTransaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`select pg_export_snapshot() as name`.execute(tx.db);
  return rows[0]?.name ?? '';
}
