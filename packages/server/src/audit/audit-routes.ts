// Reading the audit log: who looked at this patient, and the hospital's log as a whole. Reading is logged too.

import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { personById } from '../records/person.ts';
import type { RecordedEvent } from './audit-event.ts';
import { readAudit, whoLookedAt } from './read-audit.ts';
import { describeAuditProblem, verifyAudit } from './verify-audit.ts';

const mostLines = 500;
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const ofPerson = siteRoute({
  method: 'GET',
  url: '/api/persons/:person/audit',
  // Patients have a right to this list; whoever answers their question must be able to give it.
  roles: ['auditor', 'lead', 'physician'],
  audit: 'read-log',
  params: z.strictObject({ person: z.coerce.number().int().positive() }),
  query: z.strictObject({ from: instant.optional(), to: instant.optional() }),
  handle: async ({ tx, context, reader, at }, { params: { person }, query: { from, to } }) => {
    if ((await personById(tx, person)) === null)
      return refuse('not-found', 'There is no such person at this hospital.');
    const period = { from: from ?? new Date(0), to: to ?? at };
    const events = await whoLookedAt(tx, context.keys, reader, person, period, mostLines);
    return json({ events: await withNames(tx, events) });
  },
});

const all = siteRoute({
  method: 'GET',
  url: '/api/audit',
  roles: ['auditor'],
  audit: 'read-log',
  query: z.strictObject({ before: z.coerce.number().int().positive().optional() }),
  handle: async ({ tx, context, reader }, { query: { before } }) => {
    const events = await readAudit(tx, context.keys, reader, before ?? null, mostLines);
    return json({ events: await withNames(tx, events) });
  },
});

const verify = siteRoute({
  method: 'POST',
  url: '/api/audit/verification',
  roles: ['auditor'],
  audit: 'verify-log',
  body: z.strictObject({
    /** The anchor that an earlier verification gave out, kept outside the database. */
    anchor: z
      .strictObject({ sequence: z.number().int().min(0), seal: z.string().regex(/^[0-9a-f]{64}$/) })
      .nullable(),
  }),
  handle: async ({ tx, context, audit }, { body: { anchor } }) => {
    const found = await verifyAudit(tx, context.keys, anchor);
    audit({ action: 'verify-log', detail: { whole: found.whole } });
    return json(found.whole ? found : { ...found, says: describeAuditProblem(found.problem) });
  },
});

export interface NamedEvent extends RecordedEvent {
  /** Of whoever acted; null when that was no person with an account. */
  readonly actorName: string | null;
}

async function withNames(
  { db, site }: SiteTransaction,
  events: readonly RecordedEvent[],
): Promise<NamedEvent[]> {
  const ids = [...new Set(events.flatMap(({ actor }) => (actor.kind === 'user' ? [actor.user] : [])))];
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('app_user')
          .select(['app_user_id', 'display_name'])
          .where('site_id', '=', site)
          .where('app_user_id', 'in', ids)
          .execute();
  const names = new Map(rows.map((row) => [row.app_user_id, row.display_name]));
  return events.map((event) => ({
    ...event,
    actorName: event.actor.kind === 'user' ? (names.get(event.actor.user) ?? null) : null,
  }));
}

export const auditRoutes: readonly Route[] = [ofPerson, all, verify];
