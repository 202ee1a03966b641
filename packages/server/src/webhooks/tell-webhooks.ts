// Writes down that something happened, for whoever asked to be told, in the transaction of what happened: either both are there
// or neither (an outbox). Decision: an event carries ids of our rows and nothing that stands in them, so that a patient's
// words never leave by this door; whoever wants to know more asks, and is checked.

import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import { inPortions } from '../records/in-portions.ts';

/** What may be told. */
export const webhookTopics = [
  'case.found',
  'case.confirmed',
  'alarm.red',
  'decision.signed',
  'contact.due',
] as const;
export type WebhookTopic = (typeof webhookTopics)[number];

export interface WebhookEvent {
  readonly topic: WebhookTopic;
  readonly ids: Readonly<Record<string, number>>;
  /** Told once only under this key. */
  readonly onceKey?: string;
}

/** Costs one small query where nobody asked to be told. */
export async function tellWebhooks(tx: SiteTransaction, events: readonly WebhookEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { db, site } = tx;
  const hooks = await db
    .selectFrom('webhook')
    .select(['webhook_id', 'topics'])
    .where('site_id', '=', site)
    .where('ended_at', 'is', null)
    .execute();
  const wanted = events.filter(({ topic }) => hooks.some(({ topics }) => topics.includes(topic)));
  if (wanted.length === 0) return;
  let deliveries = 0;
  await inPortions(wanted, async (portion) => {
    deliveries += await keep(tx, portion, hooks);
  });
  if (deliveries === 0) return;
  await announce(tx, { topic: 'webhook', change: 'added', id: null });
}

interface Listening {
  readonly webhook_id: number;
  readonly topics: readonly string[];
}

async function keep(
  { db, site }: SiteTransaction,
  events: readonly WebhookEvent[],
  hooks: readonly Listening[],
): Promise<number> {
  const added = await db
    .insertInto('webhook_event')
    .values(
      events.map(({ topic, ids, onceKey = null }) => ({
        site_id: site,
        topic,
        ids: JSON.stringify(ids),
        once_key: onceKey,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'once_key']).where('once_key', 'is not', null).doNothing(),
    )
    .returning(['webhook_event_id', 'topic'])
    .execute();
  const deliveries = added.flatMap(({ webhook_event_id: event, topic }) =>
    hooks
      .filter(({ topics }) => topics.includes(topic))
      .map(({ webhook_id: webhook }) => ({ site_id: site, webhook_id: webhook, webhook_event_id: event })),
  );
  if (deliveries.length > 0) await db.insertInto('webhook_delivery').values(deliveries).execute();
  return deliveries.length;
}

/** Planned contacts whose day has come, each once; those of more than a week ago were told before or missed. */
export async function tellDueContacts(tx: SiteTransaction, today: string): Promise<void> {
  const due = await tx.db
    .selectFrom('contact')
    .select(['contact_id', 'person_id', 'fls_case_id'])
    .where('site_id', '=', tx.site)
    .where('done_on', 'is', null)
    .where('cancelled_at', 'is', null)
    .where(sql<boolean>`planned_on <= ${today}::date and planned_on > ${today}::date - 7`)
    .orderBy('contact_id')
    .execute();
  await tellWebhooks(
    tx,
    due.map(({ contact_id: contact, person_id: person, fls_case_id: ofCase }) => ({
      topic: 'contact.due',
      ids: { contact, person, ...(ofCase === null ? {} : { case: ofCase }) },
      onceKey: `contact.due ${contact}`,
    })),
  );
}

const keptDays = 90;

/** What arrived long ago is forgotten; what was given up stays until somebody sends it again or ends the webhook. */
export async function forgetDelivered({ db, site }: SiteTransaction): Promise<void> {
  const old = sql<boolean>`delivered_at < now() - make_interval(days => ${keptDays})`;
  await db.deleteFrom('webhook_delivery').where('site_id', '=', site).where(old).execute();
  await db
    .deleteFrom('webhook_event')
    .where('site_id', '=', site)
    .where(sql<boolean>`happened_at < now() - make_interval(days => ${keptDays})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_delivery as d')
            .select('d.webhook_delivery_id')
            .whereRef('d.site_id', '=', 'webhook_event.site_id')
            .whereRef('d.webhook_event_id', '=', 'webhook_event.webhook_event_id'),
        ),
      ),
    )
    .execute();
}
