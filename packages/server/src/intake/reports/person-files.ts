// Everything that speaks about the fractures of some people, loaded at once: what reports and codes state, what is
// known of the person, the episodes made of it before, and the cases.
// Decision: a statement is named after the first revision of its report, so that a correction speaks for the same
// statement and an episode keeps its name.

import type { CalendarDate, CodeSystem } from '@breekpunt/core';
import {
  type ClinicalFracture,
  type EligibilityPatient,
  type Evidence,
  type FindingFlag,
  type FractureEvidence,
  progressionRole,
} from '@breekpunt/identify';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { CaseState } from '../../records/fls-case.ts';
import { type StoredEpisode, storedEpisodesOf } from '../../records/fracture-episode.ts';
import type { Correction } from '../../worklist/worklist-row.ts';

export interface PersonStatement {
  readonly finding: number;
  readonly episode: number | null;
  readonly evidence: FractureEvidence;
}

export interface KnownCase {
  readonly id: number;
  readonly episode: number;
  readonly state: CaseState;
  readonly openedOn: CalendarDate;
  readonly reason: string | null;
  /** What a person put right of its fracture; null when nobody did. */
  readonly correction: Correction | null;
  /** Nobody has done anything with it yet. */
  readonly untouched: boolean;
}

export interface KnownEpisode extends StoredEpisode {
  readonly case: number | null;
  readonly withdrawn: boolean;
}

export interface PersonFile {
  readonly person: number;
  readonly facts: EligibilityPatient;
  readonly statements: readonly PersonStatement[];
  readonly episodes: readonly KnownEpisode[];
  readonly cases: readonly KnownCase[];
}

/** In the order of `persons`. */
export async function personFiles(tx: SiteTransaction, persons: readonly number[]): Promise<PersonFile[]> {
  const [facts, statements, episodes, cases] = [
    await factsOf(tx, persons),
    await statementsOf(tx, persons),
    await episodesBy(tx, persons),
    await casesOf(tx, persons),
  ];
  return persons.map((person) => ({
    person,
    facts: facts.get(person) ?? {},
    statements: statements.get(person) ?? [],
    episodes: episodes.get(person) ?? [],
    cases: cases.get(person) ?? [],
  }));
}

async function factsOf(
  tx: SiteTransaction,
  persons: readonly number[],
): Promise<Map<number, EligibilityPatient>> {
  const rows = await tx.db
    .selectFrom('person')
    .select(['person_id', 'birth_date', 'birth_precision', 'death_date'])
    .where('site_id', '=', tx.site)
    .where('person_id', 'in', persons)
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        ...(row.birth_date !== null && row.birth_precision === 'day' ? { birthDate: row.birth_date } : {}),
        ...(row.death_date === null ? {} : { deathDate: row.death_date }),
      },
    ]),
  );
}

async function statementsOf(
  tx: SiteTransaction,
  persons: readonly number[],
): Promise<Map<number, PersonStatement[]>> {
  const rows = await tx.db
    .selectFrom('finding as f')
    .leftJoin('report as r', (join) =>
      join.onRef('r.site_id', '=', 'f.site_id').onRef('r.report_id', '=', 'f.report_id'),
    )
    .select(['f.finding_id', 'f.person_id', 'f.source', 'f.ordinal', 'f.fracture_episode_id'])
    .select(['f.code_system', 'f.code', 'f.code_entry_id', 'f.code_encounter', 'f.stated_on', 'f.onset_on'])
    .select(['f.kind', 'f.fracture_site', 'f.side', 'f.levels', 'f.presence', 'f.absent_scope'])
    .select(['f.experiencer', 'f.fracture_time', 'f.flags', 'f.genant', 'f.height_loss_percent'])
    .select(['f.fracture_year', 'f.conflict', 'f.evidence'])
    .select(['r.kind as report_kind', 'r.reported_on'])
    .select(({ fn }) => fn.coalesce('r.first_revision_id', 'r.report_id').as('name'))
    .where('f.site_id', '=', tx.site)
    .where('f.person_id', 'in', persons)
    .where('f.withdrawn_at', 'is', null)
    .where('f.source', 'in', ['report', 'code'])
    .orderBy('f.finding_id')
    .execute();
  return grouped(rows, (row) => {
    const fracture = fractureFrom(row);
    const evidence: FractureEvidence =
      row.source === 'report'
        ? {
            source: { kind: 'report', report: String(row.name), finding: row.ordinal ?? 0 },
            date: row.reported_on,
            onset: null,
            reportKind: row.report_kind,
            fracture,
          }
        : {
            source: {
              kind: 'code',
              system: row.code_system as CodeSystem,
              code: row.code ?? '',
              date: row.stated_on,
              id: row.code_entry_id,
            },
            date: row.stated_on,
            onset: row.onset_on,
            reportKind: null,
            fracture,
          };
    return { finding: row.finding_id, episode: row.fracture_episode_id, evidence };
  });
}

type FractureRow = {
  readonly kind: ClinicalFracture['kind'];
  readonly fracture_site: ClinicalFracture['site'];
  readonly side: ClinicalFracture['side'];
  readonly levels: ClinicalFracture['levels'];
  readonly presence: ClinicalFracture['presence'];
  readonly absent_scope: ClinicalFracture['absentScope'];
  readonly experiencer: ClinicalFracture['experiencer'];
  readonly fracture_time: ClinicalFracture['time'];
  readonly flags: readonly string[];
  readonly fracture_year: number | null;
  readonly genant: number | null;
  readonly height_loss_percent: number | null;
  readonly evidence: unknown;
  readonly code_encounter: 'initial' | 'subsequent' | 'sequela' | null;
  readonly conflict: boolean;
};

function fractureFrom(row: FractureRow): ClinicalFracture {
  return {
    kind: row.kind,
    site: row.fracture_site,
    side: row.side,
    levels: row.levels,
    presence: row.presence,
    absentScope: row.absent_scope,
    experiencer: row.experiencer,
    time: row.fracture_time,
    flags: row.flags as readonly FindingFlag[],
    year: row.fracture_year,
    genant: row.genant as ClinicalFracture['genant'],
    heightLossPercent: row.height_loss_percent,
    progressive: (row.evidence as readonly Evidence[]).some(({ role }) => role === progressionRole),
    aftercare: row.code_encounter === 'subsequent',
    conflict: row.conflict,
  };
}

async function episodesBy(
  tx: SiteTransaction,
  persons: readonly number[],
): Promise<Map<number, KnownEpisode[]>> {
  const rows = await tx.db
    .selectFrom('fracture_episode')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', 'in', persons)
    .orderBy('fracture_episode_id')
    .execute();
  const stored = storedEpisodesOf(rows);
  return grouped(rows, (row, index) => ({
    ...(stored[index] as StoredEpisode),
    case: row.fls_case_id,
    withdrawn: row.withdrawn_at !== null,
  }));
}

async function casesOf(tx: SiteTransaction, persons: readonly number[]): Promise<Map<number, KnownCase[]>> {
  const rows = await tx.db
    .selectFrom('fls_case')
    .select(['fls_case_id', 'person_id', 'fracture_episode_id', 'state', 'opened_on', 'reason'])
    .select(['changed_by', 'owner_id', 'correction'])
    .where('site_id', '=', tx.site)
    .where('person_id', 'in', persons)
    .orderBy('fls_case_id')
    .execute();
  return grouped(rows, (row) => ({
    id: row.fls_case_id,
    episode: row.fracture_episode_id,
    state: row.state,
    openedOn: row.opened_on,
    reason: row.reason,
    correction: row.correction as Correction | null,
    untouched: row.changed_by === null && row.owner_id === null,
  }));
}

function grouped<R extends { readonly person_id: number }, T>(
  rows: readonly R[],
  make: (row: R, index: number) => T,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  rows.forEach((row, index) => {
    const group = groups.get(row.person_id);
    const item = make(row, index);
    if (group === undefined) groups.set(row.person_id, [item]);
    else group.push(item);
  });
  return groups;
}
