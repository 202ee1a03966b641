// The telephone of a patient as follow-up learns it: put right, found wrong, or not to be rung. Decision: a number that somebody wrote
// down is right until it proves wrong; the task to look it up is then done, and the contact that waited for it can be made.

import type { Language } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { setOnPerson } from '../records/person.ts';
import { siteLanguage } from '../records/site-language.ts';
import { finishFollowUpTask } from './follow-up-task.ts';

/** The task that a wrong number makes. */
export const lookUpNumber: Readonly<Record<Language, string>> = {
  nl: 'Telefoonnummer klopt niet: juiste nummer opzoeken',
  fr: 'Numéro de téléphone erroné : chercher le bon',
  en: 'Telephone number is wrong: look up the right one',
  de: 'Telefonnummer stimmt nicht: die richtige suchen',
};

export interface PhoneChange {
  readonly phone?: string | null | undefined;
  readonly notByPhone?: boolean | undefined;
}

/** False when there is no such contact. */
export async function changePhone(
  tx: SiteTransaction,
  contact: number,
  { phone, notByPhone }: PhoneChange,
  by: { readonly user: number; readonly at: Date },
): Promise<boolean> {
  const of = await tx.db
    .selectFrom('contact')
    .select(['person_id', 'fls_case_id'])
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', contact)
    .executeTakeFirst();
  if (of === undefined || of.fls_case_id === null) return false;
  await setOnPerson(
    tx,
    of.person_id,
    {
      ...(phone === undefined ? {} : { phone, phone_wrong: false }),
      ...(notByPhone === undefined ? {} : { not_by_phone: notByPhone }),
    },
    by.at,
  );
  if (phone === undefined) return true;
  await finishFollowUpTask(tx, of.fls_case_id, lookUpNumber[await siteLanguage(tx)], by);
  await sql`
    update contact c set try_on = null
     where c.site_id = ${tx.site} and c.contact_id = ${contact} and c.done_on is null
       and (select a.outcome from contact_attempt a where a.site_id = c.site_id and a.contact_id = c.contact_id
             order by a.contact_attempt_id desc limit 1) = 'wrong-number'`.execute(tx.db);
  return true;
}
