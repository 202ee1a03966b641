// Open worklists hear which cases came, changed or went.

import type { SiteTransaction } from '../../database/site-transaction.ts';
import { announce } from '../../events/announce.ts';
import type { CaseEvent } from './keep-cases.ts';

/** More than these at once are said as one: a screen then reads its list anew. */
const mostSingly = 50;

export async function announceCases(tx: SiteTransaction, events: readonly CaseEvent[]): Promise<void> {
  if (events.length > mostSingly) return announce(tx, { topic: 'case', change: 'changed', id: null });
  for (const { case: id, what } of events)
    await announce(tx, { topic: 'case', change: what === 'opened' ? 'added' : 'changed', id });
}
