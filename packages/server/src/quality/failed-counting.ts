// What is known of a counting that failed: since when, how often, why in a word, and when it is tried again. Decision: kept in the
// database, because the figures are read by any process; written beside the counting's own transaction, which is undone.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { saysDatabaseLost, saysDiskFull } from '../http/database-lost.ts';

export interface FailedCounting {
  /** The last attempt. */
  readonly failedAt: Date;
  readonly attempts: number;
  /** database: it did not answer. disk: it can keep nothing more. program: a mistake, which the log names. */
  readonly reason: 'database' | 'disk' | 'program';
  readonly nextAt: Date;
}

const minuteMs = 60_000;
/** Minutes between one attempt and the next; the last one is repeated. */
const pausesMinutes = [1, 5, 15, 60] as const;

export async function failedCounting(tx: SiteTransaction): Promise<FailedCounting | null> {
  const row = await tx.db
    .selectFrom('counting_failure')
    .selectAll()
    .where('site_id', '=', tx.site)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { failedAt: row.failed_at, attempts: row.attempts, reason: row.reason, nextAt: row.next_at };
}

/** Null when not even this could be kept: then the database is away, and every page says so. */
export async function noteFailedCounting(
  db: Kysely<Tables>,
  site: string,
  thrown: unknown,
  at: Date,
): Promise<FailedCounting | null> {
  try {
    return await inSite(db, site, async (tx) => {
      const attempts = ((await failedCounting(tx))?.attempts ?? 0) + 1;
      const pause = pausesMinutes[Math.min(attempts, pausesMinutes.length) - 1] ?? 0;
      const failed: FailedCounting = {
        failedAt: at,
        attempts,
        reason: reasonOf(thrown),
        nextAt: new Date(at.getTime() + pause * minuteMs),
      };
      const values = { failed_at: at, attempts, reason: failed.reason, next_at: failed.nextAt };
      await tx.db
        .insertInto('counting_failure')
        .values({ site_id: site, ...values })
        .onConflict((conflict) => conflict.column('site_id').doUpdateSet(values))
        .execute();
      return failed;
    });
  } catch {
    return null;
  }
}

export async function forgetFailedCounting(tx: SiteTransaction): Promise<void> {
  await tx.db.deleteFrom('counting_failure').where('site_id', '=', tx.site).execute();
}

/** Whether it is time to try again. Of several processes that ask, one gets a yes: it puts the next attempt off for the others. */
export async function takeNextAttempt(tx: SiteTransaction, at: Date): Promise<boolean> {
  const taken = await tx.db
    .updateTable('counting_failure')
    .set({ next_at: new Date(at.getTime() + 60 * minuteMs) })
    .where('site_id', '=', tx.site)
    .where('next_at', '<=', at)
    .returning('attempts')
    .execute();
  return taken.length > 0;
}

function reasonOf(thrown: unknown): FailedCounting['reason'] {
  if (saysDiskFull(thrown)) return 'disk';
  return saysDatabaseLost(thrown) ? 'database' : 'program';
}
