// The telephone number that a message brings. Decision: the register's newest word counts when it says something new; a number that
// a nurse put right stays until the register itself says another one, and anybody else's word only fills what nobody knew.

import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { setOnPerson } from '../../records/person.ts';
import type { WhoSays } from './find-person.ts';

/** Of somebody who was added just now: no earlier version is kept of them. */
export async function firstPhone(
  { db, site }: SiteTransaction,
  person: number,
  phone: string | undefined,
  { authoritative }: WhoSays,
): Promise<void> {
  if (phone === undefined) return;
  await db
    .updateTable('person')
    .set({ phone, phone_registered: authoritative ? phone : null })
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .execute();
}

export async function keepPhone(
  tx: SiteTransaction,
  person: number,
  phone: string | undefined,
  { authoritative, sentAt, now }: WhoSays,
): Promise<void> {
  if (phone === undefined) return;
  const counts = authoritative
    ? sql<boolean>`phone_registered is distinct from ${phone}
        and (${sentAt}::timestamptz is null or details_sent_at is null or details_sent_at <= ${sentAt})`
    : sql<boolean>`phone is null`;
  const found = await tx.db
    .selectFrom('person')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where(counts)
    .executeTakeFirst();
  if (found === undefined) return;
  const columns = authoritative ? { phone, phone_registered: phone, phone_wrong: false } : { phone };
  await setOnPerson(tx, person, columns, now);
}
