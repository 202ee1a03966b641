// A drug is not taken any more. Decision: a stop is a row with its plan, and denosumab has no row without one: refused here
// with its rule, refused by the database whoever writes. The dose that waits is then no longer owed, and says by which stop.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type Drug, drugs, isAnabolic } from '@breekpunt/intervene';
import { sql } from 'kysely';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf } from '../decision/sign-decision.ts';
import { keepCopies, keepCopyOf } from '../records/keep-copies.ts';
import { addTreatmentStop } from '../records/treatment-stop.ts';
import type { StopRow } from './treatment-of.ts';

const stopReasons = [
  'course-ended',
  'side-effects',
  'patient-wish',
  'contraindicated',
  'not-effective',
  'other',
] as const satisfies readonly StopRow['because'][];

export type FollowOnPlan =
  | { readonly plan: 'drug'; readonly drug: Drug; readonly on: CalendarDate }
  | { readonly plan: 'specialist'; readonly by: string; readonly on: CalendarDate }
  | { readonly plan: 'none' };

export interface Stopping {
  readonly drug: Drug;
  readonly stoppedOn: CalendarDate;
  readonly because: StopRow['because'];
  readonly next: FollowOnPlan;
  readonly note: string | null;
}

export const stopBody: z.ZodType<Stopping> = z.strictObject({
  drug: z.enum(drugs),
  stoppedOn: calendarDay,
  because: z.enum(stopReasons),
  next: z.discriminatedUnion('plan', [
    z.strictObject({ plan: z.literal('drug'), drug: z.enum(drugs), on: calendarDay }),
    z.strictObject({ plan: z.literal('specialist'), by: z.string().trim().min(1).max(200), on: calendarDay }),
    z.strictObject({ plan: z.literal('none') }),
  ]),
  note: z.string().trim().max(2_000).nullable().default(null),
});

export type StopRefused =
  /** FU3. */
  | { readonly kind: 'plan-needed' }
  /** FU3 and TX31 of drugs that build bone: what builds bone does not keep it. */
  | { readonly kind: 'follows-badly' }
  | { readonly kind: 'in-the-future' };

/** The id of the stop. */
export async function stopTreatment(
  tx: SiteTransaction,
  of: { readonly person: number; readonly case: number },
  { drug, stoppedOn, because, next, note }: Stopping,
  by: { readonly user: number; readonly at: Date; readonly today: CalendarDate },
): Promise<Result<number, StopRefused>> {
  if (stoppedOn > by.today) return failure({ kind: 'in-the-future' });
  if (drug === 'denosumab' && next.plan === 'none') return failure({ kind: 'plan-needed' });
  if (drug === 'denosumab' && next.plan === 'drug' && isAnabolic(next.drug))
    return failure({ kind: 'follows-badly' });
  const medicine = atcOf[drug];
  const stop = await addTreatmentStop(tx, {
    ...of,
    medicine,
    stoppedOn,
    because,
    plan: next.plan,
    nextMedicine: next.plan === 'drug' ? atcOf[next.drug] : null,
    nextOn: next.plan === 'none' ? null : next.on,
    nextBy: next.plan === 'specialist' ? next.by : null,
    note,
    recordedBy: by.user,
    recordedAt: by.at,
  });
  const waits = sql<boolean>`(person_id = ${of.person} and medicine_atc = ${medicine}
    and given_on is null and not_given_reason is null)`;
  await keepCopies(tx, 'injection', waits);
  await tx.db
    .updateTable('injection')
    .set((is) => ({
      not_given_reason: 'stopped',
      treatment_stop_id: stop,
      changed_at: by.at,
      version: is('version', '+', 1),
    }))
    .where('site_id', '=', tx.site)
    .where(waits)
    .execute();
  return success(stop);
}

/** It was a mistake: the drug runs on, and its dose is owed again. False when there is no such stop. */
export async function withdrawStop(
  tx: SiteTransaction,
  of: { readonly case: number; readonly stop: number },
  by: { readonly user: number; readonly at: Date },
): Promise<boolean> {
  // A call that heard of it is asked again, before the plan it leans on is taken away.
  const leansOn = sql<boolean>`treatment_stop_id = ${of.stop}`;
  await keepCopies(tx, 'contact', leansOn);
  await tx.db
    .updateTable('contact')
    .set((is) => ({
      still_prescribed: 'not-recorded',
      treatment_stop_id: null,
      changed_at: by.at,
      version: is('version', '+', 1),
    }))
    .where('site_id', '=', tx.site)
    .where(leansOn)
    .execute();
  await keepCopies(tx, 'injection', leansOn);
  await tx.db
    .updateTable('injection')
    .set((is) => ({
      not_given_reason: null,
      treatment_stop_id: null,
      changed_at: by.at,
      version: is('version', '+', 1),
    }))
    .where('site_id', '=', tx.site)
    .where(leansOn)
    .execute();
  await keepCopyOf(tx, 'treatment_stop', of.stop);
  const withdrawn = await tx.db
    .updateTable('treatment_stop')
    .set({ withdrawn_by: by.user, withdrawn_at: by.at })
    .where('site_id', '=', tx.site)
    .where('treatment_stop_id', '=', of.stop)
    .where('fls_case_id', '=', of.case)
    .where('withdrawn_at', 'is', null)
    .returning('treatment_stop_id')
    .executeTakeFirst();
  return withdrawn !== undefined;
}
