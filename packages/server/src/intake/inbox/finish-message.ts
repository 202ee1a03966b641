// Writes beside a message what became of it, in the transaction that did it.

import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { MessageOutcome } from './outcome.ts';

export async function finishMessage(
  tx: SiteTransaction,
  id: number,
  outcome: MessageOutcome,
  at: Date,
): Promise<void> {
  const reason = outcome.state === 'quarantined' ? outcome.reason : null;
  await tx.db
    .updateTable('inbox_message')
    .set({
      state: outcome.state,
      reason: reason === null ? null : `${reason.code}: ${reason.sentence}`,
      reason_place: reason?.place ?? null,
      reason_expected: reason?.expected === undefined ? null : JSON.stringify(reason.expected),
      reason_unread: reason?.unread === undefined ? null : JSON.stringify(reason.unread),
      processed_at: at,
      attempts: sql<number>`attempts + 1`,
      warnings: [...new Set(outcome.warnings)],
      counts: JSON.stringify(outcome.counts),
    })
    .where('site_id', '=', tx.site)
    .where('inbox_message_id', '=', id)
    .execute();
}
