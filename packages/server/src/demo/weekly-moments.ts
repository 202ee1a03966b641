// Three years of reports week by week: a transaction for every day would take five times as long. Every report of a week
// arrives on its last day, and afterwards each case is given the day on which its fracture was first seen.

import { addDays, type CalendarDate, daysBetween } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Moment } from '../intake/reports/keep-cases.ts';
import { duringWork } from './working-hours.ts';

const daysInWeek = 7;

/** The last day of the report's week; weeks end on the day before `today`. */
export function momentOf(reportedOn: CalendarDate, today: CalendarDate): Moment {
  const daysLeft = (daysBetween(reportedOn, today) - 1) % daysInWeek;
  const last = addDays(reportedOn, Math.max(daysLeft, 0));
  return { today: last, now: duringWork(last, 0) };
}

export async function openOnFirstSight(tx: SiteTransaction): Promise<void> {
  await sql`
    update fls_case c set opened_on = e.first_seen_on
      from fracture_episode e
     where c.site_id = ${tx.site} and e.site_id = c.site_id
       and e.fracture_episode_id = c.fracture_episode_id
       and e.first_seen_on between c.opened_on - ${daysInWeek}::integer and c.opened_on`.execute(tx.db);
}
