// The seals of the audit chain: each event's seal covers its contents, its place and the seal before it.
// Decision: a keyed hash (HMAC), not a bare one. Whoever owns the database could compute a bare chain anew after a
// change; without the installation's secret nobody can.

import { createHmac } from 'node:crypto';
import type { AuditEvent } from './audit-event.ts';

/** What the first event names as the one before it. */
export const noSeal: Buffer = Buffer.alloc(32);

/** The event in one fixed form: an array whose order is part of the format. Named so that the form can change later. */
function canonical(site: string, sequence: number, event: AuditEvent): string {
  const { actor } = event;
  return JSON.stringify([
    'breekpunt audit 1',
    site,
    sequence,
    event.at.toISOString(),
    actor.kind,
    actor.kind === 'user' ? actor.user : null,
    actor.kind === 'user' ? actor.onBehalfOf : null,
    event.action,
    event.outcome,
    event.person,
    event.shown,
    event.object === null ? null : [event.object.type, event.object.id],
    Object.entries(event.detail).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    event.breakGlass,
    event.address,
  ]);
}

export function sealOf(
  key: Buffer,
  site: string,
  sequence: number,
  previous: Buffer,
  event: AuditEvent,
): Buffer {
  return createHmac('sha256', key)
    .update(previous)
    .update(canonical(site, sequence, event))
    .digest();
}

/** Seals how many events there are, so that cutting off the newest ones shows. */
export function headSealOf(key: Buffer, site: string, sequence: number, seal: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['breekpunt audit head 1', site, sequence, seal.toString('hex')]))
    .digest();
}
