// A person of the hospital. What is not known is null or 'not-recorded', and stays so until somebody records it.

import {
  type Answer,
  type CalendarDate,
  type DatePrecision,
  earliestDay,
  failure,
  type Language,
  type PartialDate,
  precisionOf,
  type Result,
  type Sex,
  success,
} from '@breekpunt/core';
import type { Updateable } from 'kysely';
import type { PersonTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopyOf } from './keep-copies.ts';
import type { ChangeRefused } from './optimistic-change.ts';
import { searchName } from './search-name.ts';

export interface PersonDetails {
  readonly familyName: string | null;
  readonly givenName: string | null;
  /** As far as it is known: a year, a month or a day. */
  readonly birthDate: PartialDate | null;
  readonly sex: Sex;
  readonly language: Language | null;
  readonly country: 'BE' | 'NL' | null;
  readonly deceased: Answer;
  readonly deathDate: CalendarDate | null;
}

export interface Person extends PersonDetails {
  readonly id: number;
  readonly mergedInto: number | null;
  readonly version: number;
}

export async function addPerson(tx: SiteTransaction, details: PersonDetails): Promise<number> {
  const [id] = await addPersons(tx, [details]);
  return id as number;
}

/** Ids in the order of the people; a few hundred at a time is a good measure. */
export async function addPersons(tx: SiteTransaction, people: readonly PersonDetails[]): Promise<number[]> {
  if (people.length === 0) return [];
  const added = await tx.db
    .insertInto('person')
    .values(people.map((details) => ({ site_id: tx.site, ...columnsOf(details) })))
    .returning('person_id')
    .execute();
  // Ids are given out in the order of the values.
  return added.map(({ person_id: id }) => id).toSorted((a, b) => a - b);
}

export async function personById(tx: SiteTransaction, id: number): Promise<Person | null> {
  const row = await tx.db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.person_id,
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: partialFrom(row.birth_date, row.birth_precision),
    sex: row.sex,
    language: row.language,
    country: row.country,
    deceased: row.deceased,
    deathDate: row.death_date,
    mergedInto: row.merged_into_id,
    version: row.version,
  };
}

/** The version after the change. */
export async function changePerson(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  details: PersonDetails,
  now: Date,
): Promise<Result<number, ChangeRefused>> {
  await keepCopyOf(tx, 'person', id);
  const changed = await tx.db
    .updateTable('person')
    .set({ ...columnsOf(details), version: onVersion + 1, changed_at: now })
    .where('site_id', '=', tx.site)
    .where('person_id', '=', id)
    .where('version', '=', onVersion)
    .returning('version')
    .executeTakeFirst();
  if (changed !== undefined) return success(changed.version);
  const row = await tx.db
    .selectFrom('person')
    .select(['version', 'changed_at'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return failure({ kind: 'not-found' });
  return failure({ kind: 'changed-meanwhile', version: row.version, by: null, at: row.changed_at });
}

/** Sets what is not told by `PersonDetails`, or only a part of them; how the person was before is kept as an earlier version. */
export async function setOnPerson(
  tx: SiteTransaction,
  id: number,
  columns: Pick<
    Updateable<PersonTable>,
    'phone' | 'phone_registered' | 'phone_wrong' | 'not_by_phone' | 'deceased' | 'death_date'
  >,
  now: Date,
): Promise<void> {
  await keepCopyOf(tx, 'person', id);
  await tx.db
    .updateTable('person')
    .set((is) => ({ ...columns, version: is('version', '+', 1), changed_at: now }))
    .where('site_id', '=', tx.site)
    .where('person_id', '=', id)
    .execute();
}

interface PersonColumns {
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly search_name: string;
  readonly birth_date: CalendarDate | null;
  readonly birth_precision: DatePrecision | 'not-recorded';
  readonly sex: Sex;
  readonly language: Language | null;
  readonly country: 'BE' | 'NL' | null;
  readonly deceased: Answer;
  readonly death_date: CalendarDate | null;
}

function columnsOf(details: PersonDetails): PersonColumns {
  const { familyName, givenName, birthDate } = details;
  return {
    family_name: familyName,
    given_name: givenName,
    search_name: searchName(familyName, givenName),
    birth_date: birthDate === null ? null : earliestDay(birthDate),
    birth_precision: birthDate === null ? 'not-recorded' : precisionOf(birthDate),
    sex: details.sex,
    language: details.language,
    country: details.country,
    deceased: details.deceased,
    death_date: details.deathDate,
  };
}

/** The text is cut where knowledge ends: an unknown day is never the first of the month. */
function partialFrom(
  date: CalendarDate | null,
  precision: DatePrecision | 'not-recorded',
): PartialDate | null {
  if (date === null || precision === 'not-recorded') return null;
  return date.slice(0, { day: 10, month: 7, year: 4 }[precision]) as PartialDate;
}
