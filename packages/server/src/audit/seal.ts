// The seals of the audit chain: each row's seal covers every column, its place and the seal before it.
// Decision: a keyed hash (HMAC), not a bare one. Whoever owns the database could compute a bare chain anew after a
// change; without the installation's secret nobody can. What is sealed is the row, not the event it stands for, so that
// no column is left out which an event happens not to use.

import { createHmac } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AuditEventTable } from '../database/generated/tables.ts';

export type AuditRow = Selectable<AuditEventTable>;
export type UnsealedRow = Omit<AuditRow, 'seal'>;

/** What the first row names as the seal before it. */
export const noSeal: Buffer = Buffer.alloc(32);

export function sealOf(key: Buffer, row: UnsealedRow): Buffer {
  return createHmac('sha256', key).update(row.previous_seal).update(canonical(row)).digest();
}

/** One fixed form: an array whose order is part of the format, which is named so that it can change later. */
function canonical(row: UnsealedRow): string {
  return JSON.stringify([
    'breekpunt audit 1',
    row.site_id,
    row.sequence,
    row.at.toISOString(),
    row.actor_kind,
    row.app_user_id,
    row.on_behalf_of_id,
    row.action,
    row.outcome,
    row.person_id,
    row.shown_person_ids,
    row.object_type,
    row.object_id,
    inKeyOrder(row.detail),
    row.break_glass_reason,
    row.address,
  ]);
}

/** The database keeps the keys of an object in an order of its own; anything but an object is not ours, and stays. */
function inKeyOrder(detail: unknown): unknown {
  if (detail === null || typeof detail !== 'object' || Array.isArray(detail)) return detail;
  return { entries: Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

/** Seals how many rows there are, so that cutting off the newest ones shows. */
export function headSealOf(key: Buffer, site: string, sequence: number, seal: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['breekpunt audit head 1', site, sequence, seal.toString('hex')]))
    .digest();
}
