// An attempt to reach somebody, and what comes of it: another one on a day, another way than the telephone, or the end of trying.
// Decision: what an attempt taught about the telephone stands with the person, so that the next contact knows it.

import { addDays, type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import {
  type AttemptOutcome,
  afterAttempt,
  agreedAttempts,
  type ContactRules,
  failedAttempts,
} from '@breekpunt/intervene';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopyOf } from '../records/keep-copies.ts';
import { setOnPerson } from '../records/person.ts';
import { siteLanguage } from '../records/site-language.ts';
import { lookUpNumber } from './change-phone.ts';
import type { CallRefused } from './contact-refusal.ts';
import { addFollowUpTask } from './follow-up-task.ts';
import { type Caller, type Channel, holdContact } from './keep-call.ts';
import { planContacts } from './plan-contacts.ts';

export interface Attempted {
  readonly outcome: AttemptOutcome;
  readonly channel: Channel;
  /** The day that was agreed on. */
  readonly again: CalendarDate | null;
}

export type AttemptRefused =
  | CallRefused
  /** A day that was agreed on lies ahead. */
  | { readonly kind: 'in-the-past' }
  /** A day, where nobody was spoken to with whom it could be agreed on. */
  | { readonly kind: 'agreed-with-nobody' };

/** The version after it. After the last attempt that rules ask for, the contact counts as not reached. */
export async function keepAttempt(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  { outcome, channel, again }: Attempted,
  rules: ContactRules,
  { user, at, today }: Caller & { readonly user: number },
): Promise<Result<number, AttemptRefused>> {
  if (again !== null && !agreedAttempts.includes(outcome)) return failure({ kind: 'agreed-with-nobody' });
  if (again !== null && again <= today) return failure({ kind: 'in-the-past' });
  const held = await holdContact(tx, id, onVersion);
  if (!held.ok) return held;
  await tx.db
    .insertInto('contact_attempt')
    .values({
      site_id: tx.site,
      contact_id: id,
      outcome,
      channel,
      again_on: again,
      tried_by: user,
      tried_at: at,
    })
    .execute();
  const after = afterAttempt({ outcome, again, failed: await failedSoFar(tx, id) }, rules);
  const over = after.next === 'not-reached';
  await keepCopyOf(tx, 'contact', id);
  await tx.db
    .updateTable('contact')
    .set((is) => ({
      version: onVersion + 1,
      calendar_sequence: is('calendar_sequence', '+', 1),
      recorded_by: user,
      recorded_at: at,
      ...(over ? { done_on: today, outcome: 'not-reached' as const, channel } : {}),
      try_on: 'on' in after ? after.on : null,
    }))
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', id)
    .execute();
  if (outcome === 'wrong-number') {
    await setOnPerson(tx, held.value.person, { phone_wrong: true }, at);
    const title = lookUpNumber[await siteLanguage(tx)];
    await addFollowUpTask(tx, held.value, { title, dueOn: addDays(today, rules.retryDays) }, user);
  }
  if (outcome === 'not-by-phone') await setOnPerson(tx, held.value.person, { not_by_phone: true }, at);
  if (over) await planContacts(tx, [held.value.person], rules, at);
  return success(onVersion + 1);
}

async function failedSoFar(tx: SiteTransaction, contact: number): Promise<number> {
  const { failed } = await tx.db
    .selectFrom('contact_attempt')
    .select(sql<number>`count(*)::int`.as('failed'))
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', contact)
    .where('outcome', 'in', failedAttempts)
    .executeTakeFirstOrThrow();
  return failed;
}
