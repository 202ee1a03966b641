// Follow-up ends before its time: the patient died, wants no more of it, or moved away. Decision: the case closes with that
// reason, and the planner ends what was still owed. In the figures death leaves the patient out from that day on (the sets
// count who was alive); somebody who declined or moved away stays counted, as one who was not followed up.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { ContactRules } from '@breekpunt/intervene';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { caseById, changeCase } from '../records/fls-case.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import { planContacts } from './plan-contacts.ts';

export const endings = ['deceased', 'declined', 'moved-away'] as const;

export interface Ending {
  readonly because: (typeof endings)[number];
  /** Of a death, when it is known. */
  readonly on: CalendarDate | null;
}

export const endingBody: z.ZodType<Ending> = z.strictObject({
  because: z.enum(endings),
  on: calendarDay.nullable().default(null),
});

export type EndRefused = ChangeRefused | { readonly kind: 'not-open' } | { readonly kind: 'in-the-future' };

/** The version of the case after it. */
export async function endFollowUp(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  { because, on }: Ending,
  rules: ContactRules,
  by: { readonly user: number; readonly at: Date; readonly today: CalendarDate },
): Promise<Result<number, EndRefused>> {
  const before = await caseById(tx, id);
  if (before === null) return failure({ kind: 'not-found' });
  if (before.state !== 'open') return failure({ kind: 'not-open' });
  if (on !== null && on > by.today) return failure({ kind: 'in-the-future' });
  if (because === 'deceased')
    await tx.db
      .updateTable('person')
      .set((is) => ({
        deceased: 'yes' as const,
        ...(on === null ? {} : { death_date: on }),
        changed_at: by.at,
        version: is('version', '+', 1),
      }))
      .where('site_id', '=', tx.site)
      .where('person_id', '=', before.person)
      .execute();
  const changed = await changeCase(tx, id, {
    onVersion,
    by: by.user,
    at: by.at,
    progress: { ...before, state: 'closed', reason: because, dueOn: null, snoozedUntil: null },
  });
  if (!changed.ok) return changed;
  await planContacts(tx, [before.person], rules, by.at);
  return success(changed.value);
}
