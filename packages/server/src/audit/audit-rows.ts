// Rows of audit_event in the order of the chain, and between rows and events.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Actor, AuditAction, AuditEvent, RecordedEvent } from './audit-event.ts';
import type { AuditRow, UnsealedRow } from './seal.ts';

const pageSize = 2_000;

/** The whole chain, in memory one page at a time. */
export async function* auditRows({ db, site }: SiteTransaction): AsyncGenerator<AuditRow> {
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('site_id', '=', site)
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(pageSize)
      .execute();
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end.sequence;
  }
}

export function rowFrom(
  site: string,
  sequence: number,
  previousSeal: Buffer,
  event: AuditEvent,
): UnsealedRow {
  const { actor, object } = event;
  return {
    site_id: site,
    sequence,
    at: event.at,
    actor_kind: actor.kind,
    app_user_id: actor.kind === 'user' ? actor.user : null,
    on_behalf_of_id: actor.kind === 'user' ? actor.onBehalfOf : null,
    action: event.action,
    outcome: event.outcome,
    person_id: event.person,
    shown_person_ids: event.shown,
    object_type: object?.type ?? null,
    object_id: object?.id ?? null,
    detail: event.detail,
    break_glass_reason: event.breakGlass,
    address: event.address,
    previous_seal: previousSeal,
  };
}

/** For reading; the proof is in the row. */
export function eventFrom(row: AuditRow): RecordedEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: actorFrom(row),
    action: row.action as AuditAction,
    outcome: row.outcome,
    person: row.person_id,
    shown: row.shown_person_ids,
    object:
      row.object_type === null || row.object_id === null
        ? null
        : { type: row.object_type, id: row.object_id },
    detail: row.detail as AuditEvent['detail'],
    breakGlass: row.break_glass_reason,
    address: row.address,
  };
}

function actorFrom({ actor_kind: kind, app_user_id: user, on_behalf_of_id: onBehalfOf }: AuditRow): Actor {
  if (kind !== 'user') return { kind };
  return user === null ? { kind: 'unknown' } : { kind, user, onBehalfOf };
}
