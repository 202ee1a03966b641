// How many cards each system was given in the last year, and what became of them: too many overridden ones say that a card
// should not be given.

import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface CardCounts {
  readonly given: number;
  readonly accepted: number;
  readonly overridden: number;
}

/** By system; a system that was given none is absent. */
export async function cardCounts({ db, site }: SiteTransaction): Promise<ReadonlyMap<number, CardCounts>> {
  const rows = await db
    .selectFrom('hook_card')
    .select('connected_system_id')
    .select([
      sql<number>`count(*)`.as('given'),
      sql<number>`count(*) filter (where outcome = 'accepted')`.as('accepted'),
      sql<number>`count(*) filter (where outcome = 'overridden')`.as('overridden'),
    ])
    .where('site_id', '=', site)
    .where('given_at', '>', sql<Date>`now() - interval '1 year'`)
    .groupBy('connected_system_id')
    .execute();
  return new Map(rows.map(({ connected_system_id: system, ...counts }) => [system, counts] as const));
}
