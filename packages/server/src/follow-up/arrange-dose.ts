// The day on which the dose that waits will be given (FC5): written down when it is arranged, taken away when it was called off.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type WatchedDrug, watchedDrugs } from '@breekpunt/intervene';
import { sql } from 'kysely';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf } from '../decision/sign-decision.ts';
import { keepCopies } from '../records/keep-copies.ts';

export interface ArrangedDose {
  readonly drug: WatchedDrug;
  /** Null: nothing is arranged any more. */
  readonly on: CalendarDate | null;
}

export const arrangedBody: z.ZodType<ArrangedDose> = z.strictObject({
  drug: z.enum(watchedDrugs),
  on: calendarDay.nullable(),
});

export type ArrangeRefused = { readonly kind: 'none-waits' } | { readonly kind: 'in-the-past' };

export async function arrangeDose(
  tx: SiteTransaction,
  person: number,
  { drug, on }: ArrangedDose,
  by: { readonly user: number; readonly at: Date; readonly today: CalendarDate },
): Promise<Result<CalendarDate | null, ArrangeRefused>> {
  if (on !== null && on < by.today) return failure({ kind: 'in-the-past' });
  const waits = sql<boolean>`(person_id = ${person} and medicine_atc = ${atcOf[drug]}
    and given_on is null and not_given_reason is null)`;
  await keepCopies(tx, 'injection', waits);
  const arranged = await tx.db
    .updateTable('injection')
    .set((is) => ({
      arranged_on: on,
      arranged_by: on === null ? null : by.user,
      changed_at: by.at,
      calendar_sequence: is('calendar_sequence', '+', 1),
      version: is('version', '+', 1),
    }))
    .where('site_id', '=', tx.site)
    .where(waits)
    .returning('injection_id')
    .execute();
  return arranged.length === 0 ? failure({ kind: 'none-waits' }) : success(on);
}
