// A case as one line of the worklist: who, which fracture, how long ago, and the sentence that proves it.
// Decision: rows are read for ids that a list has already chosen and ordered, so the long columns (report text, evidence)
// are fetched for one page and no more.

import {
  type CalendarDate,
  daysBetween,
  type FractureSite,
  type Sex,
  type Side,
  type VertebralLevel,
} from '@breekpunt/core';
import type { Eligibility, EpisodeOnset, EpisodeStatus, Mechanism, MissingFact } from '@breekpunt/identify';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Proof, proofsOf } from './proof.ts';
import type { Worklist } from './worklist-filter.ts';

/** What a person put right on a case; what is absent stays as the sources say. */
export interface Correction {
  readonly site?: FractureSite | undefined;
  readonly side?: Side | null | undefined;
  readonly levels?: readonly VertebralLevel[] | undefined;
  readonly mechanism?: Mechanism | undefined;
  readonly fractureOn?: CalendarDate | undefined;
}

export interface Patient {
  readonly id: number;
  readonly familyName: string | null;
  readonly givenName: string | null;
  /** As far as it is known: yyyy, yyyy-mm or yyyy-mm-dd. */
  readonly birthDate: string | null;
  readonly sex: Sex;
  readonly deceased: boolean;
}

export interface WorklistRow {
  readonly id: number;
  readonly version: number;
  readonly patient: Patient;
  readonly list: Worklist;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly status: EpisodeStatus;
  readonly onset: EpisodeOnset;
  readonly mechanism: Mechanism;
  readonly corrected: boolean;
  readonly fractureOn: CalendarDate | null;
  /** Since the fracture; null when its day is unknown. */
  readonly days: number | null;
  readonly openedOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly late: boolean;
  readonly urgency: number;
  readonly owner: { readonly id: number; readonly name: string } | null;
  readonly snoozedUntil: CalendarDate | null;
  readonly reason: string | null;
  /** What changed in the evidence since somebody last looked. */
  readonly news: readonly string[];
  readonly eligibility: Eligibility['outcome'];
  readonly missing: readonly MissingFact[];
  /** Null when only codes speak of it. */
  readonly proof: Proof | null;
}

/** In the order of the ids. */
export async function readRows(
  tx: SiteTransaction,
  today: CalendarDate,
  ids: readonly number[],
): Promise<WorklistRow[]> {
  if (ids.length === 0) return [];
  const cases = await tx.db
    .selectFrom('fls_case as c')
    .innerJoin('fracture_episode as e', (join) =>
      join.onRef('e.site_id', '=', 'c.site_id').onRef('e.fracture_episode_id', '=', 'c.fracture_episode_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'c.site_id').onRef('u.app_user_id', '=', 'c.owner_id'),
    )
    .select([
      'c.fls_case_id',
      'c.fracture_episode_id',
      'c.version',
      'c.list',
      'c.correction',
      'c.fracture_on',
      'c.opened_on',
      'c.due_on',
      'c.urgency',
      'c.owner_id',
      'c.snoozed_until',
      'c.reason',
      'c.news',
      ...patientColumns,
      'e.fracture_site',
      'e.side',
      'e.levels',
      'e.status',
      'e.onset',
      'e.mechanism',
      'e.eligibility',
      'e.missing_facts',
      'u.display_name',
    ])
    .where('c.site_id', '=', tx.site)
    .where('c.fls_case_id', 'in', ids)
    .execute();
  const proofs = await proofsOf(
    tx,
    cases.map((row) => row.fracture_episode_id),
  );
  const rows = cases.map((row): WorklistRow => {
    const correction = (row.correction ?? {}) as Correction;
    const fractureOn = correction.fractureOn ?? row.fracture_on;
    return {
      id: row.fls_case_id,
      version: row.version,
      patient: patientFrom(row),
      list: row.list as Worklist,
      site: correction.site ?? row.fracture_site,
      side: correction.side === undefined ? row.side : correction.side,
      levels: correction.levels ?? row.levels,
      status: row.status,
      onset: row.onset,
      mechanism: correction.mechanism ?? row.mechanism,
      corrected: row.correction !== null,
      fractureOn,
      days: fractureOn === null ? null : daysBetween(fractureOn, today),
      openedOn: row.opened_on,
      dueOn: row.due_on,
      late: row.due_on !== null && row.due_on < today && row.list !== 'ended',
      urgency: row.urgency,
      owner: row.owner_id === null ? null : { id: row.owner_id, name: row.display_name ?? '' },
      snoozedUntil: row.snoozed_until,
      reason: row.reason,
      news: row.news,
      eligibility: row.eligibility,
      missing: row.missing_facts as readonly MissingFact[],
      proof: proofs.get(row.fracture_episode_id) ?? null,
    };
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What `patientFrom` needs of the table person, joined as p. */
export const patientColumns = [
  'p.person_id',
  'p.family_name',
  'p.given_name',
  'p.birth_date',
  'p.birth_precision',
  'p.sex',
  'p.deceased',
] as const;

const birthLength = { day: 10, month: 7, year: 4, 'not-recorded': 0 } as const;

export function patientFrom(row: {
  readonly person_id: number;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly birth_date: CalendarDate | null;
  readonly birth_precision: keyof typeof birthLength;
  readonly sex: Sex;
  readonly deceased: string;
}): Patient {
  return {
    id: row.person_id,
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: row.birth_date?.slice(0, birthLength[row.birth_precision]) || null,
    sex: row.sex,
    deceased: row.deceased === 'yes',
  };
}
