// Who a sheet of paper is for, as short as tells it from the sheet of the next bed: "Maria P.".

import type { SiteTransaction } from '../../database/site-transaction.ts';

/** Null when no given name is known. */
export async function shortNameOf({ db, site }: SiteTransaction, person: number): Promise<string | null> {
  const { given_name: given, family_name: family } = await db
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  if (given === null || given === '') return null;
  return family === null || family === '' ? given : `${given} ${family.charAt(0)}.`;
}
