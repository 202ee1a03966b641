// The patient's own answers to a contact that is due, given in the guide. Decision: answers are kept one after the other, and
// count when they are sent; sent, complete and needing nobody, they end the contact, and else a nurse calls (FC15).

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type CallAnswers, type CallQuestion, type ContactRules, questionsToAsk } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import { type CallSheet, readCallSheet } from './call-sheet.ts';
import { endCall, endsByItself } from './keep-call.ts';
import { newestReplies } from './replies.ts';

export interface ReplyOf {
  readonly case: number;
  readonly link: number;
}

export interface AskedContact {
  readonly sheet: CallSheet;
  /** Given so far and not yet sent. */
  readonly given: Partial<CallAnswers>;
}

/** The contact whose window is open, or was missed, and which the patient did not answer yet; null when there is none. */
export async function contactToAnswer(
  tx: SiteTransaction,
  ofCase: number,
  rules: ContactRules,
  at: Date,
): Promise<AskedContact | null> {
  const row = await tx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', ofCase)
    .where('done_on', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('replied_at', 'is', null)
    .where('window_from_on', '<=', rules.on)
    .where('moment', 'not in', ['course-end', 'following-drug'])
    .orderBy('planned_on')
    .orderBy('contact_id')
    .executeTakeFirst();
  if (row === undefined) return null;
  const sheet = await readCallSheet(tx, row.contact_id, rules, at);
  if (sheet === null) return null;
  const given = (await newestReplies(tx, [row.contact_id])).get(row.contact_id)?.answers ?? {};
  return { sheet, given };
}

/** Not sent yet; an answer to the same question stands over the one before. */
export async function keepReply(
  tx: SiteTransaction,
  { link }: ReplyOf,
  { sheet, given }: AskedContact,
  answers: Partial<CallAnswers>,
  at: Date,
): Promise<void> {
  await addReply(tx, sheet.id, link, { ...given, ...answers }, null, at);
}

export type SentReply =
  | { readonly kind: 'ended' }
  /** A nurse calls before this day. */
  | { readonly kind: 'call'; readonly before: CalendarDate; readonly pressing: boolean };

export async function sendReply(
  tx: SiteTransaction,
  { case: ofCase, link }: ReplyOf,
  { sheet, given }: AskedContact,
  note: string | null,
  rules: ContactRules,
  at: Date,
): Promise<SentReply> {
  await addReply(tx, sheet.id, link, given, note, at);
  await tx.db
    .updateTable('contact')
    .set({ replied_at: at })
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', sheet.id)
    .execute();
  await announce(tx, { topic: 'case', change: 'changed', id: ofCase });
  const now = await readCallSheet(tx, sheet.id, rules, at);
  if (now !== null && endsByItself(now, rules)) {
    const ended = await endCall(tx, sheet.id, now.version, 'guide', rules, {
      user: null,
      at,
      today: rules.on,
    });
    if (ended.ok) return { kind: 'ended' };
  }
  const pressing = now?.leads.some(({ withinDays }) => withinDays <= rules.pressingTaskDays) ?? false;
  const days = pressing ? rules.pressingTaskDays : rules.ordinaryTaskDays;
  return { kind: 'call', before: addDays(rules.on, days + 1), pressing };
}

/** What is still to be asked of these, in order; whoever never began is not asked how it goes. */
export function questionsToAnswer({ sheet, given }: AskedContact): readonly CallQuestion[] {
  return questionsToAsk({ moment: sheet.moment, drug: sheet.drug, begun: sheet.begun }, given);
}

async function addReply(
  { db, site }: SiteTransaction,
  contact: number,
  link: number,
  answers: Partial<CallAnswers>,
  note: string | null,
  at: Date,
): Promise<void> {
  await db
    .insertInto('contact_reply')
    .values({
      site_id: site,
      contact_id: contact,
      guide_link_id: link,
      answers: JSON.stringify(answers),
      note,
      given_at: at,
    })
    .execute();
}
