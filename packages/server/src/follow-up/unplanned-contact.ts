// A contact that nobody planned: the patient rang, or somebody wants to know. It is open from today, and can be ended at once.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { followedPeople } from './followed-people.ts';
import { knownTreatment } from './known-treatment.ts';

/** The id; one that is open already is taken up again. */
export async function openUnplannedContact(
  tx: SiteTransaction,
  of: { readonly person: number; readonly case: number },
  by: { readonly user: number; readonly today: CalendarDate },
): Promise<number> {
  // Of two who open one at the same moment, the second finds that of the first.
  const name = `unplanned contact ${tx.site} ${of.case}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.db);
  const open = await tx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', of.case)
    .where('moment', '=', 'unplanned')
    .where('done_on', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('contact_id')
    .executeTakeFirst();
  if (open !== undefined) return open.contact_id;
  const [followed] = await followedPeople(tx, [of.person]);
  const known = followed === undefined ? null : knownTreatment(followed);
  const row = await tx.db
    .insertInto('contact')
    .values({
      site_id: tx.site,
      person_id: of.person,
      fls_case_id: of.case,
      moment: 'unplanned',
      channel: 'phone',
      planned_on: by.today,
      window_from_on: by.today,
      window_until_on: by.today,
      owner_id: by.user,
      medicine_atc: known?.medicine ?? null,
    })
    .returning('contact_id')
    .executeTakeFirstOrThrow();
  return row.contact_id;
}
