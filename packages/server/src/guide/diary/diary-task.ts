// What the diary or the check makes the team do: a task on the case, and open screens told at once.
// Decision: one open task for a kind of message on a case. A patient who presses the same alarm three times is one patient
// to call, and the newest answer stands on the page of the case.

import type { CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { announce } from '../../events/announce.ts';
import { keepCopyOf } from '../../records/keep-copies.ts';

export type GuideTaskKind = 'guide-alarm' | 'guide-worse';

export async function tellTeam(
  tx: SiteTransaction,
  of: { readonly person: number; readonly case: number },
  kind: GuideTaskKind,
  title: string,
  dueOn: CalendarDate,
  at: Date,
): Promise<void> {
  const open = await tx.db
    .selectFrom('task')
    .select(['task_id', 'due_on'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', of.case)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('task_id')
    .executeTakeFirst();
  if (open === undefined) {
    const added = await tx.db
      .insertInto('task')
      .values({ site_id: tx.site, person_id: of.person, fls_case_id: of.case, kind, title, due_on: dueOn })
      .returning('task_id')
      .executeTakeFirstOrThrow();
    await announce(tx, { topic: 'task', change: 'added', id: added.task_id });
  } else {
    // The newest words stand on it: whoever has the older ones open does not tick off what was never read.
    await keepCopyOf(tx, 'task', open.task_id);
    await tx.db
      .updateTable('task')
      .set((is) => ({
        title,
        due_on: open.due_on !== null && open.due_on < dueOn ? open.due_on : dueOn,
        changed_at: at,
        version: is('version', '+', 1),
      }))
      .where('site_id', '=', tx.site)
      .where('task_id', '=', open.task_id)
      .execute();
    await announce(tx, { topic: 'task', change: 'changed', id: open.task_id });
  }
  await announce(tx, { topic: 'case', change: 'changed', id: of.case });
}
