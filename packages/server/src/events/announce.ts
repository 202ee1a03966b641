// Tells all processes of this installation, and through them all open screens of the hospital, that something changed.
// Decision: through PostgreSQL's NOTIFY, inside the transaction: it is heard when the change is committed, never before
// it and never without it.

import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { SitedEvent, SiteEvent } from './site-event.ts';

export const channel = 'breekpunt_event';

/** Equal announcements of one transaction are heard once. */
export async function announce({ db, site }: SiteTransaction, event: SiteEvent): Promise<void> {
  const sited: SitedEvent = { site, topic: event.topic, change: event.change, id: event.id };
  await sql`select pg_notify(${channel}, ${JSON.stringify(sited)})`.execute(db);
}
