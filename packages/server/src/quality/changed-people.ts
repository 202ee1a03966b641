// Whose record may have changed since a moment. Decision: what people write is in the audit log with the person it is about, and
// what machines bring carries its own time; both are asked by index, with some minutes of overlap for what was being written
// at that moment. Whoever is named too often is only looked at again.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

const overlapMs = 10 * 60_000;
const writing = ['create', 'change', 'withdraw', 'merge', 'decide', 'send', 'import'];

/** People with a confirmed case, or with one that was kept, of whom something changed or whose clock ran out by `cut`. */
export async function changedPeople(
  tx: SiteTransaction,
  since: Date,
  cut: CalendarDate,
): Promise<readonly number[]> {
  const { site } = tx;
  const from = new Date(since.getTime() - overlapMs);
  const found = await sql<{ person_id: number }>`
    with changed as (
      select person_id from audit_event where site_id = ${site} and at >= ${from} and action = any (${writing}) and person_id is not null
      union select coalesce(merged_into_id, person_id) from person where site_id = ${site} and changed_at >= ${from}
      union select survivor_id from person_merge where site_id = ${site} and (merged_at >= ${from} or undone_at >= ${from})
      union select person_id from fls_case where site_id = ${site} and changed_at >= ${from}
      union select person_id from fracture_episode where site_id = ${site} and changed_at >= ${from}
      union select person_id from lab_result where site_id = ${site} and changed_at >= ${from}
      union select person_id from dxa_scan where site_id = ${site} and changed_at >= ${from}
      union select person_id from vertebra_reading where site_id = ${site} and recorded_at >= ${from}
      union select person_id from acute_hip_care where site_id = ${site} and recorded_at >= ${from}
      union select c.person_id from indicator_case i join fls_case c on c.site_id = i.site_id and c.fls_case_id = i.fls_case_id
             where i.site_id = ${site} and i.wakes_on <= ${cut})
    select person_id from changed where exists
      (select from fls_case c where c.site_id = ${site} and c.person_id = changed.person_id)`.execute(tx.db);
  return found.rows.map(({ person_id }) => person_id);
}
