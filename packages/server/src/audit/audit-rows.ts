// Rows of audit_event as events, page by page in the order of the chain.

import type { Selectable } from 'kysely';
import type { AuditEventTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Actor, AuditAction, AuditEvent, SealedEvent } from './audit-event.ts';

const pageSize = 2_000;

/** Everything after a place in the chain, in memory one page at a time. */
export async function* auditEvents(
  { db, site }: SiteTransaction,
  after: number = 0,
): AsyncGenerator<SealedEvent> {
  let last = after;
  for (;;) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('site_id', '=', site)
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(pageSize)
      .execute();
    for (const row of rows) yield eventFrom(row);
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end.sequence;
  }
}

export function eventFrom(row: Selectable<AuditEventTable>): SealedEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: actorFrom(row),
    action: row.action as AuditAction,
    outcome: row.outcome,
    person: row.person_id,
    shown: row.shown_person_ids,
    object:
      row.object_type === null && row.object_id === null
        ? null
        : { type: row.object_type ?? impossible, id: row.object_id ?? impossible },
    detail: row.detail as AuditEvent['detail'],
    breakGlass: row.break_glass_reason,
    address: row.address,
    previousSeal: row.previous_seal,
    seal: row.seal,
  };
}

/** No text of the database can hold this character, so what we never write never seals like something we wrote. */
const impossible = '\u0000';

function actorFrom(row: Selectable<AuditEventTable>): Actor {
  const { actor_kind: kind, app_user_id: user, on_behalf_of_id: onBehalfOf } = row;
  if (kind === 'user' || user !== null || onBehalfOf !== null)
    return { kind: 'user', user: user ?? -1, onBehalfOf };
  return { kind };
}
