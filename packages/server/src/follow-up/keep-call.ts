// What happens in a contact: an answer is kept, the call ends. Decision: a call in which denosumab turned
// out to be stopped does not end before what follows is written down; the database holds to the same (0060-follow-up.sql).

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type CallSubject, type Consequence, type ContactRules, needsNobody } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopyOf } from '../records/keep-copies.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import { columnsFrom, type SheetChange } from './call-answers.ts';
import { type CallSheet, readCallSheet } from './call-sheet.ts';
import { addConsequenceTasks } from './consequence-tasks.ts';
import { type CallRefused, contactRefusal } from './contact-refusal.ts';
import { planContacts } from './plan-contacts.ts';

export const channels = ['phone', 'clinic', 'video', 'home', 'letter', 'message'] as const;
export type Channel = (typeof channels)[number];

export interface Caller {
  /** Null: the patient's own answers ended it. */
  readonly user: number | null;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** The version after it. A call that ended can still be put right; the log tells who did. */
export async function keepAnswers(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  { answers = {}, startedOn, note, owner }: SheetChange,
  { user }: Caller,
): Promise<Result<number, ChangeRefused>> {
  await keepCopyOf(tx, 'contact', id);
  const started = answers.started;
  const changed = await tx.db
    .updateTable('contact')
    .set({
      ...columnsFrom(answers),
      // A day of the start belongs to a start.
      ...(started !== undefined && started !== 'yes' ? { medicine_started_on: null } : {}),
      ...(startedOn === undefined ? {} : { medicine_started_on: startedOn }),
      ...(note === undefined ? {} : { note }),
      ...(owner === undefined ? {} : { owner_id: owner }),
      recorded_by: user,
      version: onVersion + 1,
    })
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', id)
    .where('version', '=', onVersion)
    .where('cancelled_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return changed === undefined ? failure(await contactRefusal(tx, id)) : success(changed.version);
}

export interface Ended {
  readonly version: number;
  readonly leads: readonly Consequence[];
}

/** Ends the call: the answers count from today, and each that needs somebody becomes a task. */
export async function endCall(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  channel: Channel | 'guide',
  rules: ContactRules,
  caller: Caller,
): Promise<Result<Ended, CallRefused>> {
  const held = await holdContact(tx, id, onVersion);
  if (!held.ok) return held;
  const sheet = await readCallSheet(tx, id, rules, caller.at);
  if (sheet === null) return failure({ kind: 'not-found' });
  if (sheet.leads.some(({ kind }) => kind === 'follow-on-plan')) return failure({ kind: 'plan-needed' });
  await keepCopyOf(tx, 'contact', id);
  await tx.db
    .updateTable('contact')
    .set({
      // What the patient wrote counts as said, unless the nurse heard otherwise.
      ...columnsFrom(sheet.answers),
      treatment_stop_id: stopOf(sheet),
      done_on: caller.today,
      outcome: 'reached',
      channel,
      try_on: null,
      recorded_by: caller.user,
      recorded_at: caller.at,
      version: onVersion + 1,
    })
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', id)
    .execute();
  await addConsequenceTasks(tx, held.value, sheet.leads, caller);
  await planContacts(tx, [held.value.person], rules, caller.at);
  return success({ version: onVersion + 1, leads: sheet.leads });
}

/** The patient's own answers end a contact only when they are complete and need nobody (FC15). */
export function endsByItself(sheet: CallSheet, rules: ContactRules): boolean {
  const subject: CallSubject = { moment: sheet.moment, drug: sheet.drug, begun: sheet.begun };
  return sheet.reply !== null && sheet.reply.note === null && needsNobody(subject, sheet.answers, rules);
}

/** Of the drug that this contact asks about, and only when the call says that it is not taken any more. */
function stopOf({ stop, answers }: CallSheet): number | null {
  return stop !== null && answers['still-taking'] === 'no' ? stop.id : null;
}

interface HeldContact {
  readonly person: number;
  readonly case: number;
  readonly owner: number | null;
}

/** Holds the row, so that two people end one call once. */
export async function holdContact(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
): Promise<Result<HeldContact, CallRefused>> {
  const row = await tx.db
    .selectFrom('contact')
    .select(['person_id', 'fls_case_id', 'owner_id', 'version', 'done_on', 'cancelled_at'])
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.fls_case_id === null) return failure({ kind: 'not-found' });
  if (row.done_on !== null || row.cancelled_at !== null) return failure({ kind: 'ended' });
  if (row.version !== onVersion) return failure(await contactRefusal(tx, id));
  return success({ person: row.person_id, case: row.fls_case_id, owner: row.owner_id });
}
