// How far the loading of a demonstration hospital came. Decision: the day for which it was invented is kept, so that a
// loading that was interrupted goes on with the same hospital, on whatever day that is.

import type { CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface LoadProgress {
  readonly inventedFor: CalendarDate;
  readonly people: number;
  /** Of how many people the care is recorded. */
  readonly caredFor: number;
  readonly done: boolean;
}

/** The loading that was begun before, or a new one. */
export async function beginLoading(
  { db, site }: SiteTransaction,
  today: CalendarDate,
  people: number,
): Promise<LoadProgress> {
  await db
    .insertInto('demo_load')
    .values({ site_id: site, invented_for: today, people })
    .onConflict((conflict) => conflict.column('site_id').doNothing())
    .execute();
  const row = await db
    .selectFrom('demo_load')
    .selectAll()
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  return {
    inventedFor: row.invented_for,
    people: row.people,
    caredFor: row.cared_for,
    done: row.done_at !== null,
  };
}

export async function markCaredFor({ db, site }: SiteTransaction, people: number): Promise<void> {
  await db.updateTable('demo_load').set({ cared_for: people }).where('site_id', '=', site).execute();
}

export async function markLoaded({ db, site }: SiteTransaction, at: Date): Promise<void> {
  await db.updateTable('demo_load').set({ done_at: at }).where('site_id', '=', site).execute();
}
