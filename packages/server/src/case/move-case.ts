// Moves a case on: to the next stage, to another day, to a closed end. Owners are given in worklist/assign-cases.ts.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type CaseProgress, type CaseStage, caseById, changeCase } from '../records/fls-case.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import { calendarDay } from './calendar-day.ts';
import type { Giver } from './give-verdict.ts';

export type CaseMove =
  | { readonly stage: Exclude<CaseStage, 'identify'> }
  | { readonly dueOn: CalendarDate | null };

export const moveBody: z.ZodType<CaseMove> = z.union([
  z.object({ stage: z.enum(['investigate', 'inform', 'intervene', 'integrate', 'follow-up']) }),
  z.object({ dueOn: calendarDay.nullable() }),
]);

export type MoveRefused = ChangeRefused | { readonly kind: 'not-confirmed' };

/** The version after it. A case that nobody confirmed yet stays where it is. */
export async function moveCase(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  move: CaseMove,
  { user, at }: Giver,
): Promise<Result<number, MoveRefused>> {
  const before = await caseById(tx, id);
  if (before === null) return failure({ kind: 'not-found' });
  if ('stage' in move && before.version === onVersion && before.state !== 'open')
    return failure({ kind: 'not-confirmed' });
  const progress: CaseProgress = { ...before, ...move };
  const changed = await changeCase(tx, id, { onVersion, by: user, at, progress });
  if (!changed.ok) return changed;
  const [kind, beforeValue, afterValue] =
    'stage' in move
      ? (['moved', before.stage, move.stage] as const)
      : (['due', before.dueOn, move.dueOn] as const);
  await tx.db
    .insertInto('case_event')
    .values({
      site_id: tx.site,
      fls_case_id: id,
      kind,
      before_value: beforeValue,
      after_value: afterValue,
      done_by: user,
      done_at: at,
    })
    .execute();
  return success(changed.value);
}
