// The day on which the dose that waits will be given (FC5): written down when it is arranged, taken away when it was called off.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type WatchedDrug, watchedDrugs } from '@breekpunt/intervene';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf } from '../decision/sign-decision.ts';

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
  { db, site }: SiteTransaction,
  person: number,
  { drug, on }: ArrangedDose,
  by: { readonly user: number; readonly today: CalendarDate },
): Promise<Result<CalendarDate | null, ArrangeRefused>> {
  if (on !== null && on < by.today) return failure({ kind: 'in-the-past' });
  const arranged = await db
    .updateTable('injection')
    .set((is) => ({
      arranged_on: on,
      arranged_by: on === null ? null : by.user,
      version: is('version', '+', 1),
    }))
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('medicine_atc', '=', atcOf[drug])
    .where('given_on', 'is', null)
    .where('not_given_reason', 'is', null)
    .returning('injection_id')
    .execute();
  return arranged.length === 0 ? failure({ kind: 'none-waits' }) : success(on);
}
