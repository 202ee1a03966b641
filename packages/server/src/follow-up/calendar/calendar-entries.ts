// What stands in somebody's calendar: the contacts that are theirs, on the day each is meant for, and of the patients whose cases are
// theirs the appointments, at their hour, and the doses that were arranged, on their day. Decision: an entry names the number of the case and no patient, because
// calendars are shown on locked screens, shared and kept by others; only a hospital that chose so has names in them. What was
// called off stays for a while as called off, because not every program forgets what is no longer there.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type ContactMoment, type WatchedDrug, watchedDrugs } from '@breekpunt/intervene';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { atcOf } from '../../decision/sign-decision.ts';
import { isStillToCome } from '../still-to-come.ts';

export type CalendarEntry =
  | {
      readonly kind: 'contact';
      readonly id: number;
      readonly case: number;
      readonly moment: ContactMoment;
      readonly on: CalendarDate;
      readonly until: CalendarDate;
      readonly sequence: number;
      readonly patient: string | null;
    }
  | {
      readonly kind: 'dose';
      readonly id: number;
      readonly case: number;
      readonly drug: WatchedDrug;
      readonly on: CalendarDate;
      readonly sequence: number;
      readonly patient: string | null;
    }
  | {
      readonly kind: 'appointment';
      readonly id: number;
      readonly case: number;
      readonly at: Date;
      readonly minutes: number;
      readonly place: string | null;
      readonly cancelled: boolean;
      readonly sequence: number;
      readonly patient: string | null;
    };

const aheadDays = 400;
/** For an appointment of which nobody said how long it takes. */
const usualMinutes = 30;

export async function calendarEntries(
  { db, site }: SiteTransaction,
  user: number,
  today: CalendarDate,
  at: Date,
  withNames: boolean,
): Promise<CalendarEntry[]> {
  const contacts = await db
    .selectFrom('contact as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'k.site_id').onRef('p.person_id', '=', 'k.person_id'),
    )
    .select(['k.contact_id', 'k.fls_case_id', 'k.moment', 'k.planned_on', 'k.window_until_on', 'k.try_on'])
    .select(['k.calendar_sequence', ...nameColumns])
    .where('k.site_id', '=', site)
    .where('k.owner_id', '=', user)
    .where('k.done_on', 'is', null)
    .where('k.cancelled_at', 'is', null)
    .where('k.planned_on', '<=', addDays(today, aheadDays))
    // What the call would ask is known: the dose itself stands in the calendar.
    .where((where) =>
      where.or([
        where('k.moment', '<>', 'injection'),
        where.not(
          where.exists(
            where
              .selectFrom('injection as i')
              .select('i.injection_id')
              .whereRef('i.site_id', '=', 'k.site_id')
              .whereRef('i.fls_case_id', '=', 'k.fls_case_id')
              .where(isStillToCome(today, 'i')),
          ),
        ),
      ]),
    )
    .orderBy('k.planned_on')
    .orderBy('k.contact_id')
    .execute();
  const appointments = await db
    .selectFrom('appointment as a')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'a.site_id').onRef('c.person_id', '=', 'a.person_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'a.site_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .distinctOn('a.appointment_id')
    .select(['a.appointment_id', 'a.starts_at', 'a.duration_minutes', 'a.place', 'a.status', 'c.fls_case_id'])
    .select(['a.calendar_sequence', ...nameColumns])
    .where('a.site_id', '=', site)
    .where('c.owner_id', '=', user)
    .where('c.state', '=', 'open')
    .where('a.status', 'in', ['booked', 'changed', 'cancelled'])
    .where('a.starts_at', '>=', at)
    .orderBy('a.appointment_id')
    .orderBy('c.fls_case_id', 'desc')
    .execute();
  const doses = await db
    .selectFrom('injection as i')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'i.site_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select(['i.injection_id', 'i.medicine_atc', 'i.arranged_on', 'i.calendar_sequence', 'c.fls_case_id'])
    .select(nameColumns)
    .where('i.site_id', '=', site)
    .where('c.owner_id', '=', user)
    .where('p.deceased', '<>', 'yes')
    .where(isStillToCome(today, 'i'))
    .orderBy('i.arranged_on')
    .orderBy('i.injection_id')
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
          ...{ sequence: row.calendar_sequence, patient: nameIn(row, withNames) },
        },
      ];
    }),
    ...doses.flatMap((row): CalendarEntry[] => {
      const drug = watchedDrugs.find((each) => atcOf[each] === row.medicine_atc);
      if (drug === undefined || row.arranged_on === null) return [];
      return [
        {
          ...{ kind: 'dose', id: row.injection_id, case: row.fls_case_id, drug, on: row.arranged_on },
          ...{ sequence: row.calendar_sequence, patient: nameIn(row, withNames) },
        },
      ];
    }),
    ...appointments.flatMap((row): CalendarEntry[] =>
      row.starts_at === null
        ? []
        : [appointmentEntry({ ...row, starts_at: row.starts_at }, row.fls_case_id, withNames)],
    ),
  ];
}

export const nameColumns = ['p.family_name', 'p.given_name'] as const;

interface AppointmentRow {
  readonly appointment_id: number;
  readonly starts_at: Date;
  readonly duration_minutes: number | null;
  readonly place: string | null;
  readonly status: string;
  readonly calendar_sequence: number;
  readonly family_name: string | null;
  readonly given_name: string | null;
}

export function appointmentEntry(row: AppointmentRow, ofCase: number, withNames: boolean): CalendarEntry {
  return {
    kind: 'appointment',
    id: row.appointment_id,
    case: ofCase,
    at: row.starts_at,
    minutes: row.duration_minutes ?? usualMinutes,
    place: row.place,
    cancelled: row.status === 'cancelled',
    sequence: row.calendar_sequence,
    patient: nameIn(row, withNames),
  };
}

function nameIn(
  { family_name: family, given_name: given }: Pick<AppointmentRow, 'family_name' | 'given_name'>,
  withNames: boolean,
): string | null {
  return withNames ? [family, given].filter((part) => part !== null).join(' ') || null : null;
}
