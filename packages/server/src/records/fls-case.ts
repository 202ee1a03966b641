// The case: a person whom somebody must look at because of one fracture, until it is dealt with.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopyOf } from './keep-copies.ts';
import type { ChangeRefused } from './optimistic-change.ts';

export type CaseStage = 'identify' | 'investigate' | 'inform' | 'intervene' | 'integrate' | 'follow-up';
export type CaseState = 'to-review' | 'open' | 'snoozed' | 'rejected' | 'closed';

export interface NewCase {
  readonly person: number;
  readonly episode: number;
  readonly openedOn: CalendarDate;
  readonly fractureOn: CalendarDate | null;
  /** Greater is more urgent. */
  readonly urgency: number;
  readonly dueOn: CalendarDate | null;
}

/** What a person can change. */
export interface CaseProgress {
  readonly stage: CaseStage;
  readonly state: CaseState;
  readonly dueOn: CalendarDate | null;
  readonly owner: number | null;
  /** Given when snoozed, and only then. */
  readonly snoozedUntil: CalendarDate | null;
  /** Needed to reject or close. */
  readonly reason: string | null;
  readonly note: string | null;
}

export interface FlsCase extends NewCase, CaseProgress {
  readonly id: number;
  readonly version: number;
}

/** One case for each episode, however often it is found: the second time gives the first one's id. */
export async function openCase(
  tx: SiteTransaction,
  found: NewCase,
): Promise<{ readonly id: number; readonly opened: boolean }> {
  const stated = await tx.db
    .selectFrom('fracture_episode')
    .select(['fracture_site', 'status'])
    .where('site_id', '=', tx.site)
    .where('fracture_episode_id', '=', found.episode)
    .executeTakeFirstOrThrow();
  const opened = await tx.db
    .insertInto('fls_case')
    .values({
      stated_site: stated.fracture_site,
      stated_status: stated.status,
      site_id: tx.site,
      person_id: found.person,
      fracture_episode_id: found.episode,
      opened_on: found.openedOn,
      fracture_on: found.fractureOn,
      urgency: found.urgency,
      due_on: found.dueOn,
    })
    .onConflict((conflict) => conflict.columns(['site_id', 'fracture_episode_id']).doNothing())
    .returning('fls_case_id')
    .executeTakeFirst();
  if (opened !== undefined) return { id: opened.fls_case_id, opened: true };
  const known = await tx.db
    .selectFrom('fls_case')
    .select('fls_case_id')
    .where('site_id', '=', tx.site)
    .where('fracture_episode_id', '=', found.episode)
    .executeTakeFirstOrThrow();
  return { id: known.fls_case_id, opened: false };
}

export async function caseById(tx: SiteTransaction, id: number): Promise<FlsCase | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.fls_case_id,
    person: row.person_id,
    episode: row.fracture_episode_id,
    openedOn: row.opened_on,
    fractureOn: row.fracture_on,
    urgency: row.urgency,
    dueOn: row.due_on,
    stage: row.stage,
    state: row.state,
    owner: row.owner_id,
    snoozedUntil: row.snoozed_until,
    reason: row.reason,
    note: row.note,
    version: row.version,
  };
}

export interface CaseChange {
  readonly onVersion: number;
  readonly by: number | null;
  readonly at: Date;
  readonly progress: CaseProgress;
}

/** The version after the change. */
export async function changeCase(
  tx: SiteTransaction,
  id: number,
  { onVersion, by, at, progress }: CaseChange,
): Promise<Result<number, ChangeRefused>> {
  const ended = progress.state === 'rejected' || progress.state === 'closed';
  await keepCopyOf(tx, 'fls_case', id);
  const changed = await tx.db
    .updateTable('fls_case')
    .set({
      stage: progress.stage,
      state: progress.state,
      due_on: progress.dueOn,
      owner_id: progress.owner,
      snoozed_until: progress.snoozedUntil,
      reason: progress.reason,
      note: progress.note,
      closed_at: ended ? at : null,
      changed_by: by,
      changed_at: at,
      version: onVersion + 1,
    })
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .where('version', '=', onVersion)
    .returning('version')
    .executeTakeFirst();
  if (changed !== undefined) return success(changed.version);
  const row = await tx.db
    .selectFrom('fls_case')
    .select(['version', 'changed_by', 'changed_at'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return failure({ kind: 'not-found' });
  return failure({
    kind: 'changed-meanwhile',
    version: row.version,
    by: row.changed_by,
    at: row.changed_at,
  });
}
