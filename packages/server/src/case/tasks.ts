// Tasks: what somebody must do for a patient, by when. Done or cancelled, a task stays on record.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopyOf } from '../records/keep-copies.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import { calendarDay } from './calendar-day.ts';

export const taskKinds = ['call', 'dxa', 'lab', 'letter', 'appointment', 'other'] as const;

export interface NewTask {
  readonly kind: (typeof taskKinds)[number];
  readonly title: string;
  readonly dueOn: CalendarDate | null;
  readonly owner: number | null;
}

export const taskBody: z.ZodType<NewTask> = z.object({
  kind: z.enum(taskKinds),
  title: z.string().trim().min(1).max(200),
  dueOn: calendarDay.nullable().default(null),
  owner: z.number().int().positive().nullable().default(null),
});

export interface Task {
  readonly id: number;
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly dueOn: CalendarDate | null;
  readonly late: boolean;
  readonly owner: { readonly id: number; readonly name: string } | null;
  readonly case: number | null;
  readonly patient: Patient;
  readonly doneAt: Date | null;
}

export async function addTask(
  tx: SiteTransaction,
  of: { readonly person: number; readonly case: number },
  { kind, title, dueOn, owner }: NewTask,
  by: number,
): Promise<number> {
  const row = await tx.db
    .insertInto('task')
    .values({
      site_id: tx.site,
      person_id: of.person,
      fls_case_id: of.case,
      kind,
      title,
      due_on: dueOn,
      owner_id: owner,
      created_by: by,
    })
    .returning('task_id')
    .executeTakeFirstOrThrow();
  return row.task_id;
}

export interface TaskFilter {
  /** Only this colleague's. */
  readonly owner?: number;
  readonly case?: number;
  /** Finished ones as well. */
  readonly done?: boolean;
}

/** The earliest due first; those without a day last. */
export async function readTasks(
  tx: SiteTransaction,
  today: CalendarDate,
  { owner, case: ofCase, done = false }: TaskFilter,
  limit: number,
): Promise<Task[]> {
  let query = tx.db
    .selectFrom('task as t')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 't.site_id').onRef('p.person_id', '=', 't.person_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 't.site_id').onRef('u.app_user_id', '=', 't.owner_id'),
    )
    .selectAll('t')
    .select([...patientColumns, 'u.display_name'])
    .where('t.site_id', '=', tx.site)
    .where('t.cancelled_at', 'is', null);
  if (!done) query = query.where('t.done_at', 'is', null);
  if (owner !== undefined) query = query.where('t.owner_id', '=', owner);
  if (ofCase !== undefined) query = query.where('t.fls_case_id', '=', ofCase);
  const rows = await query
    .orderBy('t.due_on', (order) => order.asc().nullsLast())
    .orderBy('t.task_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.task_id,
    version: row.version,
    kind: row.kind,
    title: row.title,
    dueOn: row.due_on,
    late: row.due_on !== null && row.due_on < today && row.done_at === null,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.display_name ?? '' },
    case: row.fls_case_id,
    patient: patientFrom(row),
    doneAt: row.done_at,
  }));
}

/** Ticked off, or no longer when `done` is false. */
export async function tickTask(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  done: boolean,
  by: number,
  at: Date,
): Promise<Result<number, ChangeRefused>> {
  await keepCopyOf(tx, 'task', id);
  const changed = await tx.db
    .updateTable('task')
    .set({ done_by: done ? by : null, done_at: done ? at : null, version: onVersion + 1 })
    .where('site_id', '=', tx.site)
    .where('task_id', '=', id)
    .where('version', '=', onVersion)
    .returning('version')
    .executeTakeFirst();
  if (changed !== undefined) return success(changed.version);
  const row = await tx.db
    .selectFrom('task')
    .select(['version', 'done_by', 'done_at', 'created_at'])
    .where('site_id', '=', tx.site)
    .where('task_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return failure({ kind: 'not-found' });
  return failure({
    kind: 'changed-meanwhile',
    version: row.version,
    by: row.done_by,
    at: row.done_at ?? row.created_at,
  });
}
