// Everything that is on record of a case and that an assessment or a decision rests on, read in one transaction.
// Decision: read once and handed to pure functions, so that the page, the questions that are still open and the decision
// speak of the same moment.

import type { CalendarDate, PartialDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Assessment, assessmentsOf } from '../records/assessment.ts';
import { type Contact, contactsOf } from '../records/contact.ts';
import { type DxaScan, dxaScansOf } from '../records/dxa-scan.ts';
import { type FallsRecord, fallsRecordsOf } from '../records/falls-assessment.ts';
import { episodesOf, type StoredEpisode } from '../records/fracture-episode.ts';
import { type LabRow, labRowsOf } from '../records/lab-result.ts';
import { type Person, personById } from '../records/person.ts';
import { type PrecisionStudy, precisionStudies } from '../records/precision-study.ts';
import { type VertebraRow, vertebraRowsOf } from '../records/vertebra-reading.ts';
import type { Correction } from '../worklist/worklist-row.ts';
import type { FieldAnswer } from './answer.ts';

/** The newest thing somebody answered to one question. */
export interface Entry {
  readonly answer: FieldAnswer;
  readonly version: number;
  readonly by: number;
  readonly at: Date;
}

/** A medicine, procedure or stay that another system told of. */
export interface ToldCare {
  readonly kind: 'medicine' | 'procedure' | 'stay';
  readonly name: string;
  readonly code: string | null;
  readonly status: string;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
}

export interface CaseRecord {
  readonly case: number;
  readonly person: Person;
  readonly ended: boolean;
  readonly correction: Correction;
  /** Of this case. */
  readonly episode: StoredEpisode;
  /** The person's other fractures that some source still states. */
  readonly others: readonly StoredEpisode[];
  /** Those of them that are dealt with in this case. */
  readonly joined: ReadonlySet<number>;
  /** Fractures that a report of an image states. */
  readonly imaged: ReadonlySet<number>;
  readonly assessment: Assessment | null;
  readonly falls: FallsRecord | null;
  readonly scans: readonly DxaScan[];
  /** How exactly the hospital's own devices repeat themselves. */
  readonly precisions: readonly PrecisionStudy[];
  readonly labs: readonly LabRow[];
  readonly vertebrae: readonly VertebraRow[];
  readonly contacts: readonly Contact[];
  readonly told: readonly ToldCare[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly names: ReadonlyMap<number, string>;
}

/** Null when there is no such case in this hospital. */
export async function readCaseRecord(tx: SiteTransaction, id: number): Promise<CaseRecord | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select(['person_id', 'fracture_episode_id', 'correction', 'state'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const person = await personById(tx, row.person_id);
  const episodes = await episodesOf(tx, row.person_id);
  const own = episodes.find((each) => each.id === row.fracture_episode_id);
  if (person === null || own === undefined) throw new Error('A case stands without its person or fracture');
  const homes = await homesOf(tx, row.person_id);
  const assessments = await assessmentsOf(tx, row.person_id);
  const falls = await fallsRecordsOf(tx, row.person_id);
  return {
    case: id,
    person,
    ended: row.state === 'rejected' || row.state === 'closed',
    correction: (row.correction ?? {}) as Correction,
    episode: own,
    others: episodes.filter(
      (each) => each !== own && each.episode.status !== 'excluded' && homes.get(each.id)?.withdrawn === false,
    ),
    joined: new Set([...homes].flatMap(([episode, home]) => (home.case === id ? [episode] : []))),
    imaged: await imagedEpisodes(tx, row.person_id),
    assessment: newestOf(assessments, id),
    falls: newestOf(falls, id),
    scans: await dxaScansOf(tx, row.person_id),
    precisions: await precisionStudies(tx),
    labs: await labRowsOf(tx, row.person_id),
    vertebrae: await vertebraRowsOf(tx, row.person_id),
    contacts: (await contactsOf(tx, row.person_id)).filter((each) => each.case === id),
    told: await toldCareOf(tx, row.person_id),
    entries: await newestEntries(tx, id),
    names: await namesOf(tx),
  };
}

/** As much of a case as saving an answer needs. */
export interface HeldCase {
  readonly case: number;
  readonly person: Person;
  readonly ended: boolean;
  readonly assessment: { readonly id: number } | null;
  readonly falls: { readonly id: number } | null;
}

/** Holds the row of the case, so that two people answer one after the other. Null when there is no such case here. */
export async function holdCase(tx: SiteTransaction, id: number): Promise<HeldCase | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select(['person_id', 'state'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const person = await personById(tx, row.person_id);
  if (person === null) throw new Error('A case stands without its person');
  const assessment = await tx.db
    .selectFrom('assessment')
    .select('assessment_id as id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('assessment_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const falls = await tx.db
    .selectFrom('falls_assessment')
    .select('falls_assessment_id as id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('falls_assessment_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const ended = row.state === 'rejected' || row.state === 'closed';
  return { case: id, person, ended, assessment: assessment ?? null, falls: falls ?? null };
}

/** The full day of birth; null when only a year or a month is known, or nothing. */
export function birthDayOf({ birthDate }: { readonly birthDate: PartialDate | null }): CalendarDate | null {
  return birthDate !== null && birthDate.length === 10 ? (birthDate as CalendarDate) : null;
}

function newestOf<T extends { readonly id: number; readonly case: number | null }>(
  rows: readonly T[],
  id: number,
): T | null {
  return rows.filter((row) => row.case === id).toSorted((a, b) => b.id - a.id)[0] ?? null;
}

interface Home {
  /** In which case a fracture is dealt with. */
  readonly case: number | null;
  /** No source states it any more. */
  readonly withdrawn: boolean;
}

async function homesOf(tx: SiteTransaction, person: number): Promise<ReadonlyMap<number, Home>> {
  const rows = await tx.db
    .selectFrom('fracture_episode')
    .select(['fracture_episode_id', 'fls_case_id', 'withdrawn_at'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .execute();
  return new Map(
    rows.map((row) => [
      row.fracture_episode_id,
      { case: row.fls_case_id, withdrawn: row.withdrawn_at !== null },
    ]),
  );
}

const imaging: readonly string[] = ['ct', 'mri', 'xray', 'dxa', 'nuclear'];

async function imagedEpisodes(tx: SiteTransaction, person: number): Promise<ReadonlySet<number>> {
  const rows = await tx.db
    .selectFrom('finding as f')
    .innerJoin('report as r', (join) =>
      join.onRef('r.site_id', '=', 'f.site_id').onRef('r.report_id', '=', 'f.report_id'),
    )
    .select('f.fracture_episode_id')
    .distinct()
    .where('f.site_id', '=', tx.site)
    .where('f.person_id', '=', person)
    .where('f.presence', '=', 'present')
    .where('f.withdrawn_at', 'is', null)
    .where('r.kind', 'in', imaging)
    .execute();
  return new Set(rows.flatMap((row) => row.fracture_episode_id ?? []));
}

async function toldCareOf(tx: SiteTransaction, person: number): Promise<ToldCare[]> {
  const rows = await tx.db
    .selectFrom('care_event')
    .select(['kind', 'name', 'code', 'status', 'started_on', 'ended_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('status', '<>', 'entered-in-error')
    .orderBy('started_on', (order) => order.desc().nullsLast())
    .orderBy('care_event_id')
    .execute();
  return rows.map(({ kind, name, code, status, started_on: startedOn, ended_on: endedOn }) => ({
    kind,
    name,
    code,
    status,
    startedOn,
    endedOn,
  }));
}

async function newestEntries(tx: SiteTransaction, id: number): Promise<Map<string, Entry>> {
  const rows = await tx.db
    .selectFrom('assessment_entry')
    .select(['field', 'version', 'answer', 'recorded_by', 'recorded_at'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('version')
    .execute();
  return new Map(
    rows.map((row) => [
      row.field,
      {
        answer: row.answer as FieldAnswer,
        version: row.version,
        by: row.recorded_by,
        at: row.recorded_at,
      },
    ]),
  );
}

async function namesOf(tx: SiteTransaction): Promise<Map<number, string>> {
  const rows = await tx.db
    .selectFrom('app_user')
    .select(['app_user_id', 'display_name'])
    .where('site_id', '=', tx.site)
    .execute();
  return new Map(rows.map((row) => [row.app_user_id, row.display_name]));
}
