// Cases put off until a day stand on the list again from that day on.
// Decision: done when somebody opens the worklist, so that it needs no timer and cannot be missed by one.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopies } from '../records/keep-copies.ts';

/** How many came back. */
export async function wakeSnoozed(tx: SiteTransaction, today: CalendarDate): Promise<number> {
  await keepCopies(tx, 'fls_case', sql<boolean>`state = 'snoozed' and snoozed_until <= ${today}`);
  const woken = await tx.db
    .updateTable('fls_case')
    .set({
      state: sql`case when stage = 'identify' then 'to-review' else 'open' end`,
      snoozed_until: null,
      changed_at: sql`now()`,
      changed_by: null,
      version: sql`version + 1`,
    })
    .where('site_id', '=', tx.site)
    .where('state', '=', 'snoozed')
    .where('snoozed_until', '<=', today)
    .executeTakeFirst();
  return Number(woken.numUpdatedRows);
}
