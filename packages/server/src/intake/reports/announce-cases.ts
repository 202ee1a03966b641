// Open worklists hear which cases came, changed or went, and other systems which ones were found.

import type { SiteTransaction } from '../../database/site-transaction.ts';
import { announce } from '../../events/announce.ts';
import { tellWebhooks } from '../../webhooks/tell-webhooks.ts';
import type { CaseEvent } from './keep-cases.ts';

/** More than these at once are said as one: a screen then reads its list anew. */
const mostSingly = 50;

export async function announceCases(tx: SiteTransaction, events: readonly CaseEvent[]): Promise<void> {
  const opened = events.filter(({ what }) => what === 'opened');
  await tellWebhooks(
    tx,
    opened.map(({ case: id, person }) => ({ topic: 'case.found', ids: { case: id, person } })),
  );
  if (events.length > mostSingly) return announce(tx, { topic: 'case', change: 'changed', id: null });
  for (const { case: id, what } of events)
    await announce(tx, { topic: 'case', change: what === 'opened' ? 'added' : 'changed', id });
}
