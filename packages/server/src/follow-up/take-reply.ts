// The patient's own answers to a contact that is due, given in the guide. Decision: answers are kept one after the other, and
// count when they are sent; sent, complete and needing nobody, they end the contact, and else a nurse calls (FC15). What was
// answered without a connection names its contact, and comes after it may have ended: it is then kept with it, changes nothing of
// how it ended, and somebody is told to read it.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type CallAnswers, type CallQuestion, type ContactRules, questionsToAsk } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import { keepCopyOf } from '../records/keep-copies.ts';
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
  return asked(tx, row.contact_id, rules, at);
}

async function asked(
  tx: SiteTransaction,
  id: number,
  rules: ContactRules,
  at: Date,
): Promise<AskedContact | null> {
  const sheet = await readCallSheet(tx, id, rules, at);
  if (sheet === null) return null;
  return { sheet, given: (await newestReplies(tx, [id])).get(id)?.answers ?? {} };
}

/** The contact of this case that an answer names, whatever became of it meanwhile; null when the case has none such. */
export async function contactAnswered(
  tx: SiteTransaction,
  ofCase: number,
  id: number,
  rules: ContactRules,
  at: Date,
): Promise<AskedContact | null> {
  const found = await asked(tx, id, rules, at);
  return found?.sheet.case === ofCase ? found : null;
}

/** It asks for nothing any more: it took place, was called off, or the patient's answers were sent. */
export function isOver({ sheet: { doneOn, cancelled, reply } }: AskedContact): boolean {
  return doneOn !== null || cancelled !== null || reply !== null;
}

/** Not sent yet; an answer to the same question stands over the one before. */
export async function keepReply(
  tx: SiteTransaction,
  { link }: ReplyOf,
  { sheet, given }: AskedContact,
  answers: Partial<CallAnswers>,
  at: Date,
): Promise<void> {
  const isKnown = Object.entries(answers).every(
    ([question, answer]) => given[question as CallQuestion] === answer,
  );
  if (!isKnown) await addReply(tx, sheet.id, link, { ...given, ...answers }, sheet.reply?.note ?? null, at);
}

/**
 * Sent after the contact was over: the words stand beside those that were sent before. False when all of it was known already, as it
 * is when a telephone sends the same again.
 */
export async function addLateReply(
  tx: SiteTransaction,
  { link }: ReplyOf,
  { sheet: { id }, given }: AskedContact,
  note: string | null,
  at: Date,
): Promise<boolean> {
  const row = await tx.db
    .selectFrom('contact')
    .select('replied_at')
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', id)
    .executeTakeFirstOrThrow();
  const before = (await newestReplies(tx, [id])).get(id);
  const words = [before?.note ?? null, note].filter((each) => each !== null);
  const isNewNote = note !== null && before?.note?.includes(note) !== true;
  const isNewAnswer = before !== undefined && (row.replied_at === null || before.at > row.replied_at);
  if (!isNewNote && !isNewAnswer) return false;
  await addReply(tx, id, link, given, isNewNote ? words.join('\n') : (before?.note ?? null), at);
  await markReplied(tx, id, at);
  return true;
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
  await markReplied(tx, sheet.id, at);
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

/** Raises the version: a nurse who has the sheet open is told that the patient's own answers came, and ends no call without them. */
async function markReplied(tx: SiteTransaction, contact: number, at: Date): Promise<void> {
  await keepCopyOf(tx, 'contact', contact);
  await tx.db
    .updateTable('contact')
    .set((is) => ({ replied_at: at, version: is('version', '+', 1) }))
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', contact)
    .execute();
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
