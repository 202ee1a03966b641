// The fracture cascade on one line of time: every fracture, report, bone density, reading of the spine, medicine, fall assessment, contact and the
// death of one person, by the day it is about.
// Decision: only what has a day stands on the line; what has none is said beside it, by the page.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { StoredEpisode } from '../records/fracture-episode.ts';

export type TimelineKind =
  | 'fracture'
  | 'report'
  | 'dxa'
  | 'spine'
  | 'medicine'
  | 'injection'
  | 'falls'
  | 'contact'
  | 'death';

export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly on: CalendarDate;
  /** Of the row it stands for, within its kind. */
  readonly id: number;
  /**
   * A word of the program (a place, an outcome, a kind) that the screen puts into its language; of a DXA the
   * T-score, of a reading of the spine its worst grade, null when none was graded.
   */
  readonly word: string | null;
  /** Known to lie at or before this day, no closer. */
  readonly atMost: boolean;
  /** Planned or due, not done. */
  readonly planned: boolean;
}

/** Oldest first. */
export async function timelineOf(
  tx: SiteTransaction,
  person: number,
  episodes: readonly StoredEpisode[],
): Promise<TimelineEntry[]> {
  const entries = [
    ...episodes.flatMap(fractureEntry),
    ...(await reportEntries(tx, person)),
    ...(await dxaEntries(tx, person)),
    ...(await spineEntries(tx, person)),
    ...(await careEntries(tx, person)),
    ...(await deathEntries(tx, person)),
  ];
  return entries.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || a.id - b.id);
}

function fractureEntry({ id, episode }: StoredEpisode): TimelineEntry[] {
  if (episode.status === 'excluded') return [];
  const { earliest, latest, basis } = episode.dates;
  const on = latest ?? earliest ?? episode.firstSeen;
  if (on === null) return [];
  const atMost = earliest === null || basis === 'called-old' || basis === 'first-seen';
  return [{ kind: 'fracture', on, id, word: episode.site, atMost, planned: false }];
}

async function reportEntries(tx: SiteTransaction, person: number): Promise<TimelineEntry[]> {
  const rows = await tx.db
    .selectFrom('report')
    .select(['report_id', 'reported_on', 'kind'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('superseded', '=', false)
    .where('reported_on', 'is not', null)
    .execute();
  return rows.flatMap(({ report_id: id, reported_on: on, kind }) => entry('report', on, id, kind));
}

async function dxaEntries(tx: SiteTransaction, person: number): Promise<TimelineEntry[]> {
  // One row for each region of one examination: one mark a day, with the lowest T-score.
  const rows = await tx.db
    .selectFrom('dxa_scan')
    .select(['status', 'scanned_on', 'planned_on'])
    .select(sql<number>`min(dxa_scan_id)`.as('id'))
    .select(sql<number | null>`min(t_score)`.as('lowest'))
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('status', 'in', ['planned', 'done'])
    .where('withdrawn_at', 'is', null)
    .groupBy(['status', 'scanned_on', 'planned_on'])
    .execute();
  return rows.flatMap(({ id, lowest, status, scanned_on: done, planned_on: planned }) =>
    entry('dxa', done ?? planned, id, lowest === null ? null : String(lowest), status === 'planned'),
  );
}

async function spineEntries(tx: SiteTransaction, person: number): Promise<TimelineEntry[]> {
  // One row for each vertebra: one mark a day, with the worst grade, whether seen or measured.
  const rows = await tx.db
    .selectFrom('vertebra_reading')
    .select('read_on')
    .select(sql<number>`min(vertebra_reading_id)`.as('id'))
    .select(sql<number | null>`max(genant)`.as('worst'))
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .groupBy('read_on')
    .execute();
  return rows.flatMap(({ id, read_on: on, worst }) =>
    entry('spine', on, id, worst === null ? null : String(worst)),
  );
}

async function careEntries(tx: SiteTransaction, person: number): Promise<TimelineEntry[]> {
  const decisions = await tx.db
    .selectFrom('decision')
    .select(['decision_id', 'outcome', 'decided_on', 'start_planned_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .execute();
  const injections = await tx.db
    .selectFrom('injection')
    .select(['injection_id', 'given_on', 'due_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('not_given_reason', 'is', null)
    .execute();
  const falls = await tx.db
    .selectFrom('falls_assessment')
    .select(['falls_assessment_id', 'assessed_on', 'outcome'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('assessed_on', 'is not', null)
    .execute();
  const contacts = await tx.db
    .selectFrom('contact')
    .select(['contact_id', 'moment', 'done_on', 'planned_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('cancelled_at', 'is', null)
    .execute();
  return [
    ...decisions.flatMap((row) =>
      entry('medicine', row.start_planned_on ?? row.decided_on, row.decision_id, row.outcome),
    ),
    ...injections.flatMap((row) =>
      entry('injection', row.given_on ?? row.due_on, row.injection_id, null, row.given_on === null),
    ),
    ...falls.flatMap((row) => entry('falls', row.assessed_on, row.falls_assessment_id, row.outcome)),
    ...contacts.flatMap((row) =>
      entry('contact', row.done_on ?? row.planned_on, row.contact_id, row.moment, row.done_on === null),
    ),
  ];
}

async function deathEntries(tx: SiteTransaction, person: number): Promise<TimelineEntry[]> {
  const row = await tx.db
    .selectFrom('person')
    .select('death_date')
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return entry('death', row?.death_date ?? null, person, null);
}

function entry(
  kind: TimelineKind,
  on: CalendarDate | null,
  id: number,
  word: string | null,
  planned = false,
): TimelineEntry[] {
  return on === null ? [] : [{ kind, on, id, word, atMost: false, planned }];
}
