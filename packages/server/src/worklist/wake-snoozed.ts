// Cases put off until a day stand on the list again from that day on.
// Decision: done when somebody opens the worklist, so that it needs no timer and cannot be missed by one.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { copiesKept } from '../records/keep-copies.ts';

/** How many came back. */
export async function wakeSnoozed(tx: SiteTransaction, today: CalendarDate): Promise<number> {
  const isDue = sql<boolean>`(state = 'snoozed' and snoozed_until <= ${today})`;
  const { numAffectedRows = 0n } = await sql`
    with kept as (${copiesKept(tx, 'fls_case', isDue)})
    update fls_case
       set state = case when stage = 'identify' then 'to-review' else 'open' end, snoozed_until = null,
           changed_at = now(), changed_by = null, version = version + 1
     where site_id = ${tx.site} and ${isDue}`.execute(tx.db);
  return Number(numAffectedRows);
}
