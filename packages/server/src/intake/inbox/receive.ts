// What comes in at any door is kept here first, byte for byte, before anything is understood or acknowledged.
// Decision: the same bytes are one message, however often and by whichever door they come; and a control number that
// its sender used before for other bytes puts the message in quarantine, where a person sees that two were sent.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export type Door = 'mllp' | 'fhir' | 'upload' | 'folder' | 'manual';

export interface Arrival {
  readonly door: Door;
  /** hl7v2, fhir-json, fhir-ndjson, csv, xlsx. */
  readonly format: string;
  readonly raw: Uint8Array;
  /** Sending application and facility, as the message names them. */
  readonly sender?: string;
  readonly controlId?: string;
  /** Messages with one key are processed one after the other, in order of arrival. */
  readonly orderKey?: Buffer;
  readonly fileName?: string;
  /** How to read an upload. */
  readonly reading?: unknown;
}

export interface Received {
  readonly id: number;
  /** Known already, byte for byte: nothing was added. */
  readonly again: boolean;
  readonly state: 'received' | 'processed' | 'quarantined' | 'set-aside';
}

export async function receive(tx: SiteTransaction, arrival: Arrival): Promise<Received> {
  const { door, format, raw, sender = '', controlId = null, orderKey = null } = arrival;
  const hash = createHash('sha256').update(raw).digest();
  const reading = arrival.reading === undefined ? null : JSON.stringify(arrival.reading);
  const added = await sql<Omit<Received, 'again'>>`
    insert into inbox_message
      (site_id, door, format, sender, control_id, content_hash, raw, order_key, file_name, reading, state, reason)
    select ${tx.site}, ${door}, ${format}, ${sender}, ${controlId}::text, ${hash}, ${raw}, ${orderKey}::bytea,
           ${arrival.fileName ?? null}::text, ${reading}::jsonb,
           case when used then 'quarantined' else 'received' end,
           case when used then 'control-id-used-before' end
      from (select exists (select from inbox_message
              where site_id = ${tx.site} and sender = ${sender} and control_id = ${controlId}::text) as used) as before
    on conflict (site_id, content_hash) do nothing
    returning inbox_message_id as id, state`.execute(tx.db);
  const [first] = added.rows;
  if (first !== undefined) return { ...first, again: false };
  const known = await tx.db
    .selectFrom('inbox_message')
    .select(['inbox_message_id as id', 'state'])
    .where('site_id', '=', tx.site)
    .where('content_hash', '=', hash)
    .executeTakeFirstOrThrow();
  return { ...known, again: true };
}
