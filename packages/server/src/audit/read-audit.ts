// Reading the audit log, which is itself logged: who looked at this patient, and what happened lately.
// Decision: there is no way to read the log that does not write to it.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import type { Actor, AuditEvent, RecordedEvent } from './audit-event.ts';
import { eventFrom } from './audit-rows.ts';
import { recordAudit } from './record-audit.ts';

export interface LogReader {
  readonly actor: Actor;
  readonly address: string | null;
  readonly at: Date;
}

export interface Period {
  /** Both ends included. */
  readonly from: Date;
  readonly to: Date;
}

/** Every event about the person or in which the person was shown in a list, newest first, at most `limit`. */
export async function whoLookedAt(
  tx: SiteTransaction,
  keys: Pick<Keys, 'audit'>,
  reader: LogReader,
  person: number,
  { from, to }: Period,
  limit: number,
): Promise<RecordedEvent[]> {
  const rows = await tx.db
    .selectFrom('audit_event')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .where((is) => is.or([is('person_id', '=', person), is('shown_person_ids', '@>', is.val([person]))]))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  await recordAudit(tx, keys, [readingEvent(reader, person, rows.length)]);
  return rows.map(eventFrom);
}

/** The log of the hospital, newest first, from before a place in the chain (or from the end). */
export async function readAudit(
  tx: SiteTransaction,
  keys: Pick<Keys, 'audit'>,
  reader: LogReader,
  before: number | null,
  limit: number,
): Promise<RecordedEvent[]> {
  let query = tx.db.selectFrom('audit_event').selectAll().where('site_id', '=', tx.site);
  if (before !== null) query = query.where('sequence', '<', before);
  const rows = await query.orderBy('sequence', 'desc').limit(limit).execute();
  await recordAudit(tx, keys, [readingEvent(reader, null, rows.length)]);
  return rows.map(eventFrom);
}

function readingEvent({ actor, address, at }: LogReader, person: number | null, lines: number): AuditEvent {
  return {
    at,
    actor,
    action: 'read-log',
    outcome: 'done',
    person,
    shown: [],
    object: null,
    detail: { lines },
    breakGlass: null,
    address,
  };
}
