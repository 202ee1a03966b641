// The records as the indicators read them: every confirmed case of some people with the care recorded for it.
// Decision: table by table for the people asked, put together here, so that a million people are read in order and in constant
// memory. A row that names no case belongs to the last fracture before it.

import { type CalendarDate, compareDates } from '@breekpunt/core';
import type { CareRecord, Seen } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Correction } from '../worklist/worklist-row.ts';
import { type CareRows, careRowsOf } from './care-rows.ts';
import { ofPeople, type PeopleAsked } from './people-asked.ts';

/** The people of one page, in a few queries instead of some for each of them. */
export async function careRecordsByCase(
  tx: SiteTransaction,
  people: readonly number[],
  panel: readonly string[],
): Promise<ReadonlyMap<number, { readonly record: CareRecord; readonly siblings: readonly CareRecord[] }>> {
  const found = await careRecords(tx, people, panel);
  return new Map(
    found.flatMap((siblings) => siblings.map((record) => [record.case, { record, siblings }] as const)),
  );
}

/** Grouped by person, in order of their numbers. `panel`: the laboratory tests that are asked in the hospital's country. */
export async function careRecords(
  tx: SiteTransaction,
  people: PeopleAsked,
  panel: readonly string[],
): Promise<readonly (readonly CareRecord[])[]> {
  const cases = await casesOf(tx, people);
  if (cases.length === 0) return [];
  const rows = await careRowsOf(tx, people);
  const persons = new Map<number, (typeof cases)[number][]>();
  for (const one of cases) persons.set(one.person_id, [...(persons.get(one.person_id) ?? []), one]);
  return [...persons.values()].map((own) => recordsOf(own, rows, panel));
}

type CaseRow = Awaited<ReturnType<typeof casesOf>>[number];

/** Confirmed by a person: neither waiting, put off nor rejected. */
function casesOf(tx: SiteTransaction, people: PeopleAsked) {
  return tx.db
    .selectFrom('fls_case as c')
    .innerJoin('fracture_episode as e', (join) =>
      join.onRef('e.site_id', '=', 'c.site_id').onRef('e.fracture_episode_id', '=', 'c.fracture_episode_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select([
      'c.fls_case_id',
      'c.person_id',
      'c.opened_on',
      'c.fracture_on',
      'c.correction',
      'e.fracture_site',
      'e.mechanism',
      'p.birth_date',
      'p.birth_precision',
      'p.sex',
      'p.residence',
      'p.deceased',
      'p.death_date',
    ])
    .where('c.site_id', '=', tx.site)
    .where(ofPeople(people, 'c.person_id'))
    .where('c.list', 'not in', ['to-review', 'snoozed'])
    .where('c.state', '<>', 'rejected')
    .orderBy('c.person_id')
    .orderBy(sql`coalesce(c.fracture_on, c.opened_on)`)
    .orderBy('c.fls_case_id')
    .execute();
}

function recordsOf(
  cases: readonly CaseRow[],
  rows: CareRows,
  panel: readonly string[],
): readonly CareRecord[] {
  const [first] = cases;
  if (first === undefined) return [];
  const zero = (one: CaseRow): CalendarDate =>
    (one.correction as Correction | null)?.fractureOn ?? one.fracture_on ?? one.opened_on;
  const days = cases.map((one) => [one.fls_case_id, zero(one)] as const);
  /** The case a row belongs to: the one it names, or the last that began before it. */
  const belongs = (named: number | null, on: CalendarDate | null): number | null => {
    if (named !== null) return named;
    if (on === null) return null;
    return days.filter(([, day]) => day <= on).at(-1)?.[0] ?? null;
  };
  const of = <T extends { readonly case: number | null; readonly on: CalendarDate | null }>(
    list: ReadonlyMap<number, readonly T[]>,
    id: number,
  ): readonly T[] => (list.get(first.person_id) ?? []).filter((row) => belongs(row.case, row.on) === id);
  return cases.map((one): CareRecord => {
    const id = one.fls_case_id;
    const correction = one.correction as Correction | null;
    const assessments = of(rows.assessments, id);
    return {
      case: id,
      person: one.person_id,
      birthDate: one.birth_precision === 'day' ? one.birth_date : null,
      sex: one.sex,
      residenceKnown: one.residence !== 'not-recorded',
      site: correction?.site ?? one.fracture_site,
      mechanism: correction?.mechanism ?? one.mechanism,
      clinical: 'not-recorded',
      fractureOn: correction?.fractureOn ?? one.fracture_on,
      foundOn: one.opened_on,
      deceased: one.deceased,
      deathOn: one.death_date,
      assessments: assessments.map(({ on, happened }) => ({ on, happened })),
      lifestyleAsked: assessments.some(({ lifestyle }) => lifestyle) ? 'yes' : 'not-recorded',
      scans: of(rows.scans, id),
      spineImages: of(rows.images, id).flatMap(({ on }) => on ?? []),
      labs: labsComplete(of(rows.labs, id), panel),
      falls: of(rows.falls, id),
      decisions: of(rows.decisions, id),
      letters: of(rows.letters, id).flatMap(({ on }) => on ?? []),
      contacts: of(rows.contacts, id),
      injections: of(rows.injections, id),
      hip: null,
    };
  });
}

/** The day on which the last missing test of the panel came. */
function labsComplete(
  labs: readonly { readonly on: CalendarDate | null; readonly test: string }[],
  panel: readonly string[],
): readonly Seen[] {
  const firstDays = panel.flatMap(
    (test) => ordered(labs.flatMap((one) => (one.test === test && one.on !== null ? [one.on] : [])))[0] ?? [],
  );
  const last = ordered(firstDays).at(-1);
  return firstDays.length < panel.length || last === undefined ? [] : [{ on: last, happened: 'yes' }];
}

function ordered(days: readonly CalendarDate[]): readonly CalendarDate[] {
  return days.toSorted(compareDates);
}
