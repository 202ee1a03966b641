// The answer to whoever names a case that is not there, and whose a case is: asked by every room that has doors under
// /api/cases.

import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Answer, refuse } from '../http/answer.ts';

/** Also the answer for a case of another hospital: nobody learns that it exists. */
export function noSuchCase(): Answer {
  return refuse('not-found', 'There is no such case at this hospital.');
}

/** The patient of a case; null when there is no such case. */
export async function personOfCase(tx: SiteTransaction, id: number): Promise<number | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
  return row?.person_id ?? null;
}
