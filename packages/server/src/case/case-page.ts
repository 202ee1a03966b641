// Everything the page of a case shows, read in one transaction: who, the fractures, the reports with the words that
// decided, the line of time, what people said and did, and what is left to do.
// Decision: one answer for one page, so that what stands side by side was true at the same moment.

import type { CalendarDate } from '@breekpunt/core';
import type { Mechanism, Reason } from '@breekpunt/identify';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { episodesOf, type StoredEpisode } from '../records/fracture-episode.ts';
import { identifiersOf } from '../records/person-identifier.ts';
import type { Keys } from '../secrets/keys.ts';
import { readRows, type WorklistRow } from '../worklist/worklist-row.ts';
import { type CaseDeed, caseDeeds } from './case-deeds.ts';
import { type MarkedReport, markedReports } from './marked-report.ts';
import { readTasks, type Task } from './tasks.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export interface CaseEpisode {
  readonly id: number;
  /** Dealt with in this case; other fractures have a case of their own, or none. */
  readonly ofThisCase: boolean;
  readonly site: StoredEpisode['episode']['site'];
  readonly side: StoredEpisode['episode']['side'];
  readonly levels: StoredEpisode['episode']['levels'];
  readonly status: StoredEpisode['episode']['status'];
  readonly onset: StoredEpisode['episode']['onset'];
  readonly mechanism: Mechanism;
  readonly genant: StoredEpisode['episode']['genant'];
  readonly flags: StoredEpisode['episode']['flags'];
  readonly firstSeen: CalendarDate | null;
  readonly dates: StoredEpisode['episode']['dates'];
  readonly notes: readonly string[];
  readonly eligibility: StoredEpisode['eligibility'];
  readonly reasons: readonly Reason[];
  readonly missing: StoredEpisode['missing'];
}

export interface CasePage {
  readonly row: WorklistRow;
  readonly identifiers: readonly {
    readonly system: string;
    readonly value: string;
    readonly check: string;
  }[];
  readonly deathDate: CalendarDate | null;
  readonly residence: string;
  readonly generalPractitioner: string | null;
  readonly phone: string | null;
  /** The fracture of this case first, then the others by the day they were first seen. */
  readonly episodes: readonly [CaseEpisode, ...CaseEpisode[]];
  readonly reports: readonly MarkedReport[];
  readonly timeline: readonly TimelineEntry[];
  readonly tasks: readonly Task[];
  readonly deeds: readonly CaseDeed[];
  /** The patient's other cases. */
  readonly otherCases: readonly number[];
}

const mostTasks = 200;

/** Null when there is no such case in this hospital. */
export async function readCasePage(
  tx: SiteTransaction,
  keys: Keys,
  today: CalendarDate,
  id: number,
): Promise<CasePage | null> {
  const [row] = await readRows(tx, today, [id]);
  if (row === undefined) return null;
  const person = await tx.db
    .selectFrom('person')
    .select(['death_date', 'residence', 'general_practitioner', 'phone'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', row.patient.id)
    .executeTakeFirstOrThrow();
  const cases = await tx.db
    .selectFrom('fls_case')
    .select(['fls_case_id', 'fracture_episode_id'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', row.patient.id)
    .orderBy('fls_case_id')
    .execute();
  const ownEpisode = cases.find((each) => each.fls_case_id === id)?.fracture_episode_id;
  const homes = await tx.db
    .selectFrom('fracture_episode')
    .select(['fracture_episode_id', 'fls_case_id', 'withdrawn_at'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', row.patient.id)
    .execute();
  const homeOf = new Map(homes.map((home) => [home.fracture_episode_id, home]));
  // What no source states any more is left out, unless the case was opened for it.
  const stored = (await episodesOf(tx, row.patient.id)).filter(
    (each) => each.id === ownEpisode || homeOf.get(each.id)?.withdrawn_at === null,
  );
  const episodeFrom = (each: StoredEpisode): CaseEpisode =>
    caseEpisode(each, homeOf.get(each.id)?.fls_case_id === id || each.id === ownEpisode);
  const own = stored.find((each) => each.id === ownEpisode);
  if (own === undefined) throw new Error('A case stands without its fracture');
  return {
    row,
    identifiers: (await identifiersOf(tx, keys, row.patient.id)).map(({ system, value, check }) => ({
      system,
      value,
      check,
    })),
    deathDate: person.death_date,
    residence: person.residence,
    generalPractitioner: person.general_practitioner,
    phone: person.phone,
    episodes: [episodeFrom(own), ...stored.filter((each) => each !== own).map(episodeFrom)],
    reports: await markedReports(tx, row.patient.id),
    timeline: await timelineOf(tx, row.patient.id, stored),
    tasks: await readTasks(tx, today, { case: id, done: true }, mostTasks),
    deeds: await caseDeeds(tx, id),
    otherCases: cases.map((each) => each.fls_case_id).filter((each) => each !== id),
  };
}

function caseEpisode(
  { id, episode, eligibility, reasons, missing }: StoredEpisode,
  ofThisCase: boolean,
): CaseEpisode {
  const { site, side, levels, status, onset, mechanism, genant, flags, firstSeen, dates, notes } = episode;
  return {
    id,
    ofThisCase,
    site,
    side,
    levels,
    status,
    onset,
    mechanism,
    genant,
    flags,
    firstSeen,
    dates,
    notes: notes.map(({ kind }) => kind),
    eligibility,
    reasons,
    missing,
  };
}
