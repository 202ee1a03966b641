// Takes back the newest verdict on a case: the case is again what it was before it.
// Decision: only the newest can be taken back, and only from the version the screen shows, so that nobody undoes what a
// colleague did since. The verdict stays on record, crossed out by the one that undid it.

import { failure, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { caseById, changeCase } from '../records/fls-case.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import type { CaseBefore, Giver, VerdictGiven } from './give-verdict.ts';

export type UndoRefused = ChangeRefused | { readonly kind: 'nothing-to-undo' };

export interface VerdictUndone extends VerdictGiven {
  /** What is known of the fracture is other than it was: it must be merged and judged anew. */
  readonly correctionChanged: boolean;
}

export async function undoVerdict(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  { user, at }: Giver,
): Promise<Result<VerdictUndone, UndoRefused>> {
  const now = await caseById(tx, id);
  if (now === null) return failure({ kind: 'not-found' });
  const last = await tx.db
    .selectFrom('verdict')
    .select(['verdict_id', 'verdict', 'case_before'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .where('verdict', '<>', 'undone')
    .where('case_before', 'is not', null)
    .where('undone_by_id', 'is', null)
    .orderBy('verdict_id', 'desc')
    .executeTakeFirst();
  if (last === undefined) return failure({ kind: 'nothing-to-undo' });
  const { correction, ...before } = last.case_before as CaseBefore;
  const { dueOn, owner, note } = now;
  const changed = await changeCase(tx, id, {
    onVersion,
    by: user,
    at,
    progress: { dueOn, owner, note, ...before },
  });
  if (!changed.ok) return changed;
  await tx.db
    .updateTable('fls_case')
    .set({ correction: correction === null ? null : JSON.stringify(correction) })
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .execute();
  const undone = await tx.db
    .insertInto('verdict')
    .values({
      site_id: tx.site,
      person_id: now.person,
      fls_case_id: id,
      fracture_episode_id: now.episode,
      verdict: 'undone',
      given_by: user,
      given_at: at,
    })
    .returning('verdict_id')
    .executeTakeFirstOrThrow();
  await tx.db
    .updateTable('verdict')
    .set({ undone_by_id: undone.verdict_id })
    .where('site_id', '=', tx.site)
    .where('verdict_id', '=', last.verdict_id)
    .execute();
  return success({
    verdict: undone.verdict_id,
    version: changed.value,
    correctionChanged: last.verdict === 'corrected',
  });
}
