// Why something said in a contact was not taken. Apart from keep-call.ts, so that what a call opens can say it too.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';

export type CallRefused =
  | ChangeRefused
  | { readonly kind: 'ended' }
  /** FU3: denosumab without what follows. */
  | { readonly kind: 'plan-needed' };

/** Why a change of a contact found no row of its version. */
export async function contactRefusal(tx: SiteTransaction, id: number): Promise<ChangeRefused> {
  const row = await tx.db
    .selectFrom('contact')
    .select(['version', 'recorded_by', 'recorded_at', 'cancelled_at'])
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.cancelled_at !== null) return { kind: 'not-found' };
  return { kind: 'changed-meanwhile', version: row.version, by: row.recorded_by, at: row.recorded_at };
}
