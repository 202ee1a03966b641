// An injection or infusion was given: the row that waited for it gets its day, and the next one is due from that day, never
// from the day it should have been (FU1).

import { addMonths, type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type ContactRules, type Drug, drugs } from '@breekpunt/intervene';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf } from '../decision/sign-decision.ts';
import { keepCopyOf } from '../records/keep-copies.ts';

export interface GivenDose {
  readonly drug: Drug;
  readonly givenOn: CalendarDate;
}

export const doseBody: z.ZodType<GivenDose> = z.strictObject({
  drug: z.enum(drugs),
  givenOn: calendarDay,
});

export type DoseRefused =
  | { readonly kind: 'in-the-future' }
  | { readonly kind: 'no-injection' }
  /** That day is on record already. */
  | { readonly kind: 'known' };

/** The day the next one is due. */
export async function giveDose(
  tx: SiteTransaction,
  of: { readonly person: number; readonly case: number },
  { drug, givenOn }: GivenDose,
  rules: ContactRules,
  by: { readonly user: number; readonly at: Date; readonly today: CalendarDate },
): Promise<Result<CalendarDate, DoseRefused>> {
  if (givenOn > by.today) return failure({ kind: 'in-the-future' });
  const interval = rules.clocks.drugs[drug].intervalMonths;
  if (interval === null) return failure({ kind: 'no-injection' });
  const medicine = atcOf[drug];
  const rows = await tx.db
    .selectFrom('injection')
    .select(['injection_id', 'due_on', 'given_on', 'not_given_reason'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', of.person)
    .where('medicine_atc', '=', medicine)
    .orderBy('due_on')
    .orderBy('injection_id')
    .forUpdate()
    .execute();
  if (rows.some((row) => row.given_on === givenOn)) return failure({ kind: 'known' });
  const next = addMonths(givenOn, interval);
  const waiting = rows.find((row) => row.given_on === null && row.not_given_reason === null);
  const given = {
    given_on: givenOn,
    next_due_on: next,
    recorded_by: by.user,
    recorded_at: by.at,
  } as const;
  if (waiting === undefined)
    await tx.db
      .insertInto('injection')
      .values({
        site_id: tx.site,
        person_id: of.person,
        fls_case_id: of.case,
        medicine_atc: medicine,
        ...given,
      })
      .execute();
  else {
    await keepCopyOf(tx, 'injection', waiting.injection_id);
    await tx.db
      .updateTable('injection')
      .set((is) => ({ ...given, version: is('version', '+', 1) }))
      .where('site_id', '=', tx.site)
      .where('injection_id', '=', waiting.injection_id)
      .execute();
  }
  // An older dose that is written down late moves nothing that came after it.
  const isNewest = rows.every((row) => row.given_on === null || row.given_on < givenOn);
  if (isNewest)
    await tx.db
      .insertInto('injection')
      .values({
        site_id: tx.site,
        person_id: of.person,
        fls_case_id: of.case,
        medicine_atc: medicine,
        due_on: next,
      })
      .execute();
  return success(next);
}
