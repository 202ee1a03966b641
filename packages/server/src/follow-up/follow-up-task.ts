// A task that follow-up asks of somebody. Decision: one open task of a title on a case: two calls that hear of the same fall make
// one task.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import { keepCopies } from '../records/keep-copies.ts';

export interface TaskOf {
  readonly person: number;
  readonly case: number;
  readonly owner: number | null;
}

export interface FollowUpTask {
  readonly title: string;
  readonly dueOn: CalendarDate;
}

/** `by`: null when the patient's own answers ask for it. */
export async function addFollowUpTask(
  tx: SiteTransaction,
  of: TaskOf,
  { title, dueOn }: FollowUpTask,
  by: number | null,
): Promise<void> {
  const open = await tx.db
    .selectFrom('task')
    .select('task_id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', of.case)
    .where('kind', '=', 'follow-up')
    .where('title', '=', title)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return;
  const added = await tx.db
    .insertInto('task')
    .values({
      site_id: tx.site,
      person_id: of.person,
      fls_case_id: of.case,
      kind: 'follow-up',
      title,
      due_on: dueOn,
      owner_id: of.owner,
      created_by: by,
    })
    .returning('task_id')
    .executeTakeFirstOrThrow();
  await announce(tx, { topic: 'task', change: 'added', id: added.task_id });
}

/** What it asked for came about by itself. */
export async function finishFollowUpTask(
  tx: SiteTransaction,
  ofCase: number,
  title: string,
  { user, at }: { readonly user: number; readonly at: Date },
): Promise<void> {
  const asked = sql<boolean>`fls_case_id = ${ofCase} and kind = 'follow-up' and title = ${title}
    and done_at is null and cancelled_at is null`;
  await keepCopies(tx, 'task', asked);
  const done = await tx.db
    .updateTable('task')
    .set((is) => ({ done_by: user, done_at: at, version: is('version', '+', 1) }))
    .where('site_id', '=', tx.site)
    .where(asked)
    .returning('task_id')
    .execute();
  for (const { task_id: id } of done) await announce(tx, { topic: 'task', change: 'changed', id });
}
