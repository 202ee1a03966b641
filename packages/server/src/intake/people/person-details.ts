// What messages say of a person, onto the record. Decision: the register's word counts when it is the newest; anybody
// else's word only fills what nobody knew, because the name on a radiology report may be years old.

import { type CalendarDate, type Sex, unreachable } from '@breekpunt/core';
import type { PatientDetails, RecordedSex } from '@breekpunt/integrate';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { changePerson, type Person, type PersonDetails } from '../../records/person.ts';
import type { WhoSays } from './find-person.ts';

export function detailsOfNew(details: Omit<PatientDetails, 'identifiers'>): PersonDetails {
  return {
    familyName: details.familyName ?? null,
    givenName: details.givenName ?? null,
    birthDate: details.birthDate ?? null,
    sex: sexOf(details.sex),
    language: details.language ?? null,
    country: details.country ?? null,
    deceased: details.deceased ?? 'not-recorded',
    deathDate: details.deathDate ?? null,
  };
}

/** Whether what decides about cases changed. */
export async function updateDetails(
  tx: SiteTransaction,
  person: number,
  said: Omit<PatientDetails, 'identifiers'>,
  { authoritative, sentAt, now }: WhoSays,
  known?: Person,
): Promise<boolean> {
  const newest = sentAt === null || (await isNewest(tx, person, sentAt, authoritative));
  if (known === undefined) return false;
  const next = authoritative && newest ? overwritten(known, said) : filledIn(known, said);
  if (isSame(known, next)) return false;
  const changed = await changePerson(tx, person, known.version, next, now);
  // Somebody changed the person meanwhile: the whole message is tried again.
  if (!changed.ok) throw new Error('A person changed while a message about them was taken in');
  return known.birthDate !== next.birthDate || known.deathDate !== next.deathDate;
}

async function isNewest(
  tx: SiteTransaction,
  person: number,
  sentAt: Date,
  authoritative: boolean,
): Promise<boolean> {
  if (!authoritative) return false;
  const row = await tx.db
    .updateTable('person')
    .set({ details_sent_at: sentAt })
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where(sql<boolean>`details_sent_at is null or details_sent_at <= ${sentAt}`)
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

function overwritten(known: Person, said: Omit<PatientDetails, 'identifiers'>): PersonDetails {
  const deceased = said.deceased ?? known.deceased;
  const deathDate: CalendarDate | null =
    deceased === 'yes' ? (said.deathDate ?? known.deathDate) : (said.deathDate ?? null);
  return {
    familyName: said.familyName ?? known.familyName,
    givenName: said.givenName ?? known.givenName,
    birthDate: said.birthDate ?? known.birthDate,
    sex: said.sex === undefined ? known.sex : sexOf(said.sex),
    language: said.language ?? known.language,
    country: said.country ?? known.country,
    deceased,
    deathDate,
  };
}

function filledIn(known: Person, said: Omit<PatientDetails, 'identifiers'>): PersonDetails {
  const deathDate = known.deathDate ?? said.deathDate ?? null;
  return {
    familyName: known.familyName ?? said.familyName ?? null,
    givenName: known.givenName ?? said.givenName ?? null,
    birthDate: known.birthDate ?? said.birthDate ?? null,
    sex: known.sex === 'not-recorded' ? sexOf(said.sex) : known.sex,
    language: known.language ?? said.language ?? null,
    country: known.country ?? said.country ?? null,
    deceased:
      deathDate !== null
        ? 'yes'
        : known.deceased === 'not-recorded'
          ? (said.deceased ?? 'not-recorded')
          : known.deceased,
    deathDate,
  };
}

function isSame(known: Person, next: PersonDetails): boolean {
  return (Object.keys(next) as (keyof PersonDetails)[]).every((key) => known[key] === next[key]);
}

function sexOf(sex: RecordedSex | undefined): Sex {
  switch (sex) {
    case undefined:
    case 'unknown':
      return 'not-recorded';
    case 'female':
    case 'male':
    case 'other':
      return sex;
    default:
      return unreachable(sex);
  }
}
