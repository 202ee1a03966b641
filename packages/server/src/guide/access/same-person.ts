// Whether somebody who is about to hand out a guide has the right patient before them: the birth date, typed again, or the
// family name where no day of birth is known. Typing it again cut wrong-patient orders by two fifths (Adelman 2013).

import type { CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { searchName } from '../../records/search-name.ts';

export type AskedFor = 'birth-date' | 'family-name';

export interface PersonToConfirm {
  readonly id: number;
  readonly asks: AskedFor;
  /** The guide of somebody who died opens no more. */
  readonly died: boolean;
  isConfirmedBy(typed: string): boolean;
}

/** Null when there is no such case in this hospital. */
export async function personToConfirm(
  { db, site }: SiteTransaction,
  ofCase: number,
): Promise<PersonToConfirm | null> {
  const row = await db
    .selectFrom('fls_case as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['p.person_id', 'p.family_name', 'p.birth_date', 'p.birth_precision', 'p.deceased'])
    .where('c.site_id', '=', site)
    .where('c.fls_case_id', '=', ofCase)
    .executeTakeFirst();
  if (row === undefined) return null;
  const day: CalendarDate | null = row.birth_precision === 'day' ? row.birth_date : null;
  return {
    id: row.person_id,
    died: row.deceased === 'yes',
    asks: day === null ? 'family-name' : 'birth-date',
    isConfirmedBy: (typed) =>
      day === null
        ? row.family_name !== null && searchName(typed, null) === searchName(row.family_name, null)
        : typed.trim() === day,
  };
}
