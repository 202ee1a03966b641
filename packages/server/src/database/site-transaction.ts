// The only way to the records: a transaction that belongs to one hospital.
// Decision: the hospital is named to the database itself, which shows no other hospital's rows (row-level security), so
// a forgotten condition in a query finds too little and never too much. Queries still name site_id: for speed, and
// because a database spread over machines routes by it. Beginning and naming are one message, because every request
// pays for each message between the two programs.

import { CompiledQuery, type Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from './generated/tables.ts';

/** What can be asked within a transaction: everything but beginning another one. */
export type SiteQueries = Omit<Kysely<Tables>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'>;

export interface SiteTransaction {
  readonly site: string;
  readonly db: SiteQueries;
}

/** Commits when `work` ends well; when it throws, nothing of it happened. */
export function inSite<T>(
  db: Kysely<Tables>,
  site: string,
  work: (tx: SiteTransaction) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (one) => {
    try {
      await one.executeQuery(
        CompiledQuery.raw(`begin; set local breekpunt.site = ${pg.escapeLiteral(site)}`),
      );
      const done = await work({ site, db: one });
      await commit(one);
      return done;
    } catch (error) {
      // A connection that cannot even roll back is broken, and the pool lets go of it; what went wrong first counts.
      await one.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  });
}

/** PostgreSQL answers a commit with a rollback, and without an error, when a statement before it had failed. */
async function commit(one: Kysely<Tables>): Promise<void> {
  const { rows } = await one.executeQuery<{ readonly command?: string }>(CompiledQuery.raw('commit'));
  if (rows[0]?.command !== 'COMMIT')
    throw new Error('A transaction in which a statement failed was not kept');
}
