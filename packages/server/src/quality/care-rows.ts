// The rows of care of the people asked, table by table, by person. Withdrawn rows are left out.

import type { CalendarDate } from '@breekpunt/core';
import type {
  CareRecord,
  ContactSeen,
  DecisionOutcome,
  FallsSeen,
  InjectionSeen,
  ScanSeen,
} from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { ofPeople, type PeopleAsked } from './people-asked.ts';

interface OfCase {
  /** Null: the row names no case. */
  readonly case: number | null;
  readonly on: CalendarDate | null;
}

type ByPerson<T> = ReadonlyMap<number, readonly (T & OfCase)[]>;

export interface CareRows {
  readonly assessments: ByPerson<{ readonly happened: 'yes' | 'no'; readonly lifestyle: boolean }>;
  readonly scans: ByPerson<ScanSeen>;
  readonly images: ByPerson<object>;
  readonly labs: ByPerson<{ readonly test: string }>;
  readonly falls: ByPerson<FallsSeen>;
  readonly decisions: ByPerson<CareRecord['decisions'][number]>;
  readonly letters: ByPerson<object>;
  readonly contacts: ByPerson<ContactSeen>;
  readonly injections: ByPerson<InjectionSeen>;
}

export async function careRowsOf(tx: SiteTransaction, asked: PeopleAsked): Promise<CareRows> {
  const { db, site } = tx;
  const people = ofPeople(asked, 'person_id');
  const assessments = await db
    .selectFrom('assessment')
    .select(['person_id', 'fls_case_id', 'outcome', 'assessed_on', 'smokes', 'alcohol_units_per_day'])
    .where('site_id', '=', site)
    .where(people)
    .execute();
  const scans = await db
    .selectFrom('dxa_scan')
    .distinctOn(['person_id', 'fls_case_id', 'status', 'scanned_on', 'ordered_on'])
    .select(['person_id', 'fls_case_id', 'status', 'scanned_on', 'ordered_on'])
    .where('site_id', '=', site)
    .where(people)
    .where('withdrawn_at', 'is', null)
    .execute();
  const images = await db
    .selectFrom('vertebra_reading')
    .distinctOn(['person_id', 'fls_case_id', 'read_on'])
    .select(['person_id', 'fls_case_id', 'read_on'])
    .where('site_id', '=', site)
    .where(people)
    .where('withdrawn_at', 'is', null)
    .execute();
  const labs = await db
    .selectFrom('lab_result')
    .select(['person_id', 'sampled_on', sql<string>`coalesce(local_code, name)`.as('test')])
    .where('site_id', '=', site)
    .where(people)
    .where('status', 'in', ['final', 'corrected'])
    .execute();
  const falls = await db
    .selectFrom('falls_assessment')
    .select([
      'person_id',
      'fls_case_id',
      'outcome',
      'assessed_on',
      'risk_class',
      'exercise_started',
      'exercise_started_on',
    ])
    .where('site_id', '=', site)
    .where(people)
    .execute();
  const decisions = await db
    .selectFrom('decision as d')
    .select(['d.person_id', 'd.fls_case_id', 'd.outcome', 'd.decided_on'])
    .where('d.site_id', '=', site)
    .where(people)
    .where('d.topic', '=', 'bone')
    .orderBy('d.decision_id')
    .execute();
  const letters = await db
    .selectFrom('letter')
    .select(['person_id', 'fls_case_id', sql<CalendarDate>`sent_at::date`.as('sent_on')])
    .where('site_id', '=', site)
    .where(people)
    .where('recipient', '=', 'general-practitioner')
    .where('sent_at', 'is not', null)
    .execute();
  const contacts = await db
    .selectFrom('contact')
    .select([
      'person_id',
      'fls_case_id',
      'done_on',
      'planned_on',
      'outcome',
      'medicine_started',
      'medicine_started_on',
      'still_prescribed',
      'exercise_started',
    ])
    .where('site_id', '=', site)
    .where(people)
    .execute();
  const injections = await db
    .selectFrom('injection')
    .select(['person_id', 'fls_case_id', 'medicine_atc', 'due_on', 'given_on', 'not_given_reason'])
    .where('site_id', '=', site)
    .where(people)
    .execute();
  return {
    assessments: grouped(assessments, (row) => ({
      case: row.fls_case_id,
      on: row.assessed_on,
      happened: row.outcome === 'done' || row.outcome === 'partly-done' ? 'yes' : 'no',
      lifestyle: row.smokes !== 'not-recorded' && row.alcohol_units_per_day !== null,
    })),
    scans: grouped(scans, (row) => ({
      case: row.fls_case_id,
      on: row.scanned_on ?? row.ordered_on,
      status: row.status,
      scannedOn: row.scanned_on,
    })),
    images: grouped(images, (row) => ({ case: row.fls_case_id, on: row.read_on })),
    labs: grouped(labs, (row) => ({ case: null, on: row.sampled_on, test: row.test })),
    falls: grouped(falls.flatMap(ended), (row) => ({
      case: row.fls_case_id,
      on: row.assessed_on,
      outcome: row.outcome,
      riskClass: row.risk_class,
      exerciseStarted: row.exercise_started,
      exerciseStartedOn: row.exercise_started_on,
    })),
    decisions: grouped(decisions.flatMap(aboutBone), (row) => ({
      case: row.fls_case_id,
      on: row.decided_on,
      outcome: row.outcome,
    })),
    letters: grouped(letters, (row) => ({ case: row.fls_case_id, on: row.sent_on })),
    contacts: grouped(contacts, (row) => ({
      case: row.fls_case_id,
      on: row.done_on,
      reached: row.outcome === 'reached',
      medicineStarted: row.medicine_started,
      medicineStartedOn: row.medicine_started_on,
      stillPrescribed: row.still_prescribed,
      exerciseStarted: row.exercise_started,
    })),
    injections: grouped(injections, (row) => ({
      case: row.fls_case_id,
      on: row.given_on ?? row.due_on,
      medicine: row.medicine_atc,
      dueOn: row.due_on,
      givenOn: row.given_on,
      refused: row.not_given_reason !== null,
    })),
  };
}

/** One that was begun says nothing yet. */
function ended<R extends { readonly outcome: FallsSeen['outcome'] | 'begun' }>(
  row: R,
): readonly (R & { readonly outcome: FallsSeen['outcome'] })[] {
  const { outcome } = row;
  return outcome === 'begun' ? [] : [{ ...row, outcome }];
}

/** A choice of an operation or brace is another matter. */
function aboutBone<R extends { readonly outcome: DecisionOutcome | 'option' }>(
  row: R,
): readonly (R & { readonly outcome: DecisionOutcome })[] {
  const { outcome } = row;
  return outcome === 'option' ? [] : [{ ...row, outcome }];
}

function grouped<R extends { readonly person_id: number }, T extends OfCase>(
  rows: readonly R[],
  read: (row: R) => T,
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const row of rows) {
    const list = found.get(row.person_id);
    if (list === undefined) found.set(row.person_id, [read(row)]);
    else list.push(read(row));
  }
  return found;
}
