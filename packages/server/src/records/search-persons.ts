// Finds people by the beginning of their name, or by their day of birth. Who was shown goes into the audit log by the caller.

import type { CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { folded } from './search-name.ts';

export interface PersonQuery {
  /** Beginning of "family given"; null for any. */
  readonly name: string | null;
  readonly birthDate: CalendarDate | null;
}

export interface FoundPerson {
  readonly id: number;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly birthDate: CalendarDate | null;
}

/** At most `limit`, by name. A query that asks for nothing finds nobody. */
export async function searchPersons(
  tx: SiteTransaction,
  { name, birthDate }: PersonQuery,
  limit: number,
): Promise<FoundPerson[]> {
  const beginning = folded(name ?? '');
  if (beginning === '' && birthDate === null) return [];
  let query = tx.db
    .selectFrom('person')
    .select(['person_id', 'family_name', 'given_name', 'birth_date'])
    .where('site_id', '=', tx.site)
    .where('merged_into_id', 'is', null);
  // `folded` leaves letters, digits and spaces, so no pattern character can come through.
  if (beginning !== '') query = query.where('search_name', 'like', `${beginning}%`);
  if (birthDate !== null)
    query = query.where('birth_date', '=', birthDate).where('birth_precision', '=', 'day');
  const rows = await query.orderBy('search_name').orderBy('person_id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.person_id,
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: row.birth_date,
  }));
}
