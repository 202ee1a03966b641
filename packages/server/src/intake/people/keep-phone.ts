// The telephone number that a message brings. Decision: the register's newest word counts when it says something new; a number that
// a nurse put right stays until the register itself says another one, and anybody else's word only fills what nobody knew.

import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { WhoSays } from './find-person.ts';

export async function keepPhone(
  { db, site }: SiteTransaction,
  person: number,
  phone: string | undefined,
  { authoritative, sentAt }: WhoSays,
): Promise<void> {
  if (phone === undefined) return;
  if (!authoritative) {
    await db
      .updateTable('person')
      .set({ phone })
      .where('site_id', '=', site)
      .where('person_id', '=', person)
      .where('phone', 'is', null)
      .execute();
    return;
  }
  await db
    .updateTable('person')
    .set({ phone, phone_registered: phone, phone_wrong: false })
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where(sql<boolean>`phone_registered is distinct from ${phone}`)
    .where(
      sql<boolean>`(${sentAt}::timestamptz is null or details_sent_at is null or details_sent_at <= ${sentAt})`,
    )
    .execute();
}
