// Notes on a case: added, read, never changed. Who wrote what stays clear.

import type { SiteTransaction } from '../database/site-transaction.ts';

export async function addNote(
  tx: SiteTransaction,
  id: number,
  body: string,
  by: number,
  at: Date,
): Promise<number> {
  const row = await tx.db
    .insertInto('case_note')
    .values({ site_id: tx.site, fls_case_id: id, body, written_by: by, written_at: at })
    .returning('case_note_id')
    .executeTakeFirstOrThrow();
  return row.case_note_id;
}
