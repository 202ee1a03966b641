// The record of a patient without a case, as emergency access shows it: who, the reports as received with what the case
// finder read in them, and the line of time. Nothing in it can be changed.

import type { CalendarDate } from '@breekpunt/core';
import { type MarkedReport, markedReports } from '../case/marked-report.ts';
import { type TimelineEntry, timelineOf } from '../case/timeline.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { episodesOf } from '../records/fracture-episode.ts';
import { identifiersOf } from '../records/person-identifier.ts';
import type { Keys } from '../secrets/keys.ts';
import { patientFrom, type WorklistRow } from '../worklist/worklist-row.ts';

export interface PersonRecord {
  readonly patient: WorklistRow['patient'];
  readonly identifiers: readonly { readonly system: string; readonly value: string }[];
  readonly deathDate: CalendarDate | null;
  readonly generalPractitioner: string | null;
  readonly phone: string | null;
  readonly reports: readonly MarkedReport[];
  readonly timeline: readonly TimelineEntry[];
}

/** Null when there is no such person at this hospital. */
export async function personRecord(
  tx: SiteTransaction,
  keys: Keys,
  person: number,
): Promise<PersonRecord | null> {
  const row = await tx.db
    .selectFrom('person')
    .select(['person_id', 'family_name', 'given_name', 'birth_date', 'birth_precision', 'sex', 'deceased'])
    .select(['death_date', 'general_practitioner', 'phone'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    patient: patientFrom(row),
    identifiers: (await identifiersOf(tx, keys, person)).map(({ system, value }) => ({ system, value })),
    deathDate: row.death_date,
    generalPractitioner: row.general_practitioner,
    phone: row.phone,
    reports: await markedReports(tx, person),
    timeline: await timelineOf(tx, person, await episodesOf(tx, person)),
  };
}
