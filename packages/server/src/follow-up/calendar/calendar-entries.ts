// What stands in somebody's calendar: the contacts that are theirs, on the day each is meant for, and the appointments of the
// patients whose cases are theirs, at their hour. Decision: an entry names the number of the case and no patient, because
// calendars are shown on locked screens, shared and kept by others.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { ContactMoment } from '@breekpunt/intervene';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export type CalendarEntry =
  | {
      readonly kind: 'contact';
      readonly id: number;
      readonly case: number;
      readonly moment: ContactMoment;
      readonly on: CalendarDate;
      readonly until: CalendarDate;
    }
  | {
      readonly kind: 'appointment';
      readonly id: number;
      readonly case: number;
      readonly at: Date;
      readonly minutes: number;
      readonly place: string | null;
    };

const aheadDays = 400;
/** For an appointment of which nobody said how long it takes. */
const usualMinutes = 30;

export async function calendarEntries(
  { db, site }: SiteTransaction,
  user: number,
  today: CalendarDate,
  at: Date,
): Promise<CalendarEntry[]> {
  const contacts = await db
    .selectFrom('contact')
    .select(['contact_id', 'fls_case_id', 'moment', 'planned_on', 'window_until_on', 'try_on'])
    .where('site_id', '=', site)
    .where('owner_id', '=', user)
    .where('done_on', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('planned_on', '<=', addDays(today, aheadDays))
    .orderBy('planned_on')
    .orderBy('contact_id')
    .execute();
  const appointments = await db
    .selectFrom('appointment as a')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'a.site_id').onRef('c.person_id', '=', 'a.person_id'),
    )
    .distinctOn('a.appointment_id')
    .select(['a.appointment_id', 'a.starts_at', 'a.duration_minutes', 'a.place', 'c.fls_case_id'])
    .where('a.site_id', '=', site)
    .where('c.owner_id', '=', user)
    .where('c.state', '=', 'open')
    .where('a.status', 'in', ['booked', 'changed'])
    .where('a.starts_at', '>=', at)
    .orderBy('a.appointment_id')
    .orderBy('c.fls_case_id', 'desc')
    .execute();
  return [
    ...contacts.flatMap((row): CalendarEntry[] => {
      const { planned_on: planned, fls_case_id: of } = row;
      if (planned === null || of === null) return [];
      const on = row.try_on ?? planned;
      return [
        {
          ...{ kind: 'contact', id: row.contact_id, case: of, moment: row.moment },
          ...{ on, until: row.window_until_on ?? planned },
        },
      ];
    }),
    ...appointments.flatMap((row): CalendarEntry[] =>
      row.starts_at === null
        ? []
        : [
            {
              ...{ kind: 'appointment', id: row.appointment_id, case: row.fls_case_id },
              ...{ at: row.starts_at, minutes: row.duration_minutes ?? usualMinutes, place: row.place },
            },
          ],
    ),
  ];
}
