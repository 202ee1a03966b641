// Where webhooks go, as registered, and what became of what was sent. Decision: the secret is made here, shown once and kept
// sealed; a webhook that ends stays on record with its deliveries.

import type { Network } from '../connections/public-address.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import type { Keys } from '../secrets/keys.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';
import type { WebhookTopic } from './tell-webhooks.ts';
import { newWebhookSecret } from './webhook-signature.ts';

export interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly network: Network;
  readonly topics: readonly WebhookTopic[];
}

export interface Webhook extends Omit<NewWebhook, 'topics'> {
  readonly id: number;
  readonly topics: readonly string[];
  readonly createdAt: Date;
}

export interface WebhookDelivery {
  readonly id: number;
  readonly webhook: number;
  readonly topic: string;
  readonly state: 'waiting' | 'delivered' | 'given-up';
  readonly attempts: number;
  readonly happenedAt: Date;
  readonly lastAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastProblem: string | null;
  /** Of one that waits. */
  readonly nextAt: Date;
}

/** The secret's text is nowhere else. */
export async function addWebhook(
  { db, site }: SiteTransaction,
  keys: Pick<Keys, 'sealing'>,
  webhook: NewWebhook,
  by: number,
  at: Date,
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = newWebhookSecret();
  const row = await db
    .insertInto('webhook')
    .values({
      site_id: site,
      name: webhook.name,
      url: webhook.url,
      network: webhook.network,
      topics: [...webhook.topics],
      secret: sealText(keys.sealing, secretPlace(site), secret),
      created_by: by,
      created_at: at,
    })
    .returning('webhook_id')
    .executeTakeFirstOrThrow();
  return { id: row.webhook_id, secret };
}

export function webhookSecret(keys: Pick<Keys, 'sealing'>, site: string, sealed: Buffer): string {
  return openText(keys.sealing, secretPlace(site), sealed);
}

/** Whether there was one; what waits for it is not sent any more. */
export async function endWebhook({ db, site }: SiteTransaction, id: number, at: Date): Promise<boolean> {
  const ended = await db
    .updateTable('webhook')
    .set({ ended_at: at })
    .where('site_id', '=', site)
    .where('webhook_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('webhook_id')
    .executeTakeFirst();
  if (ended === undefined) return false;
  await db
    .updateTable('webhook_delivery')
    .set({ state: 'given-up', last_problem: 'ended' })
    .where('site_id', '=', site)
    .where('webhook_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  return true;
}

export async function allWebhooks({ db, site }: SiteTransaction): Promise<Webhook[]> {
  const rows = await db
    .selectFrom('webhook')
    .select(['webhook_id', 'name', 'url', 'network', 'topics', 'created_at'])
    .where('site_id', '=', site)
    .where('ended_at', 'is', null)
    .orderBy('webhook_id')
    .execute();
  return rows.map(({ webhook_id: id, created_at: createdAt, ...rest }) => ({ id, createdAt, ...rest }));
}

const shownOfAll = 30;

/** Everything that was given up, and the newest of the others. */
export async function recentDeliveries({ db, site }: SiteTransaction): Promise<WebhookDelivery[]> {
  const rows = await db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook as w', (join) =>
      join.onRef('w.site_id', '=', 'd.site_id').onRef('w.webhook_id', '=', 'd.webhook_id'),
    )
    .innerJoin('webhook_event as e', (join) =>
      join.onRef('e.site_id', '=', 'd.site_id').onRef('e.webhook_event_id', '=', 'd.webhook_event_id'),
    )
    .select(['d.webhook_delivery_id', 'd.webhook_id', 'd.state', 'd.attempts', 'd.next_at', 'd.last_at'])
    .select(['d.last_status', 'd.last_problem', 'e.topic', 'e.happened_at'])
    .where('d.site_id', '=', site)
    .where('w.ended_at', 'is', null)
    .orderBy(({ eb }) => eb('d.state', '=', 'given-up'), 'desc')
    .orderBy('d.webhook_delivery_id', 'desc')
    .limit(shownOfAll)
    .execute();
  return rows.map((row) => ({
    id: row.webhook_delivery_id,
    webhook: row.webhook_id,
    topic: row.topic,
    state: row.state,
    attempts: row.attempts,
    happenedAt: row.happened_at,
    lastAt: row.last_at,
    lastStatus: row.last_status,
    lastProblem: row.last_problem,
    nextAt: row.next_at,
  }));
}

/** A message without content, to see whether the other side hears. False when there is no such webhook. */
export async function pingWebhook(tx: SiteTransaction, id: number): Promise<boolean> {
  const { db, site } = tx;
  if (!(await allWebhooks(tx)).some((each) => each.id === id)) return false;
  const event = await db
    .insertInto('webhook_event')
    .values({ site_id: site, topic: 'ping', ids: '{}' })
    .returning('webhook_event_id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('webhook_delivery')
    .values({ site_id: site, webhook_id: id, webhook_event_id: event.webhook_event_id })
    .execute();
  await announce(tx, { topic: 'webhook', change: 'added', id: null });
  return true;
}

/** One that was given up begins anew. False when there is none. */
export async function sendAgain(tx: SiteTransaction, delivery: number, at: Date): Promise<boolean> {
  const row = await tx.db
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, next_at: at })
    .where('site_id', '=', tx.site)
    .where('webhook_delivery_id', '=', delivery)
    .where('state', '=', 'given-up')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook')
          .select('webhook.webhook_id')
          .whereRef('webhook.site_id', '=', 'webhook_delivery.site_id')
          .whereRef('webhook.webhook_id', '=', 'webhook_delivery.webhook_id')
          .where('webhook.ended_at', 'is', null),
      ),
    )
    .returning('webhook_delivery_id')
    .executeTakeFirst();
  if (row !== undefined) await announce(tx, { topic: 'webhook', change: 'added', id: null });
  return row !== undefined;
}

function secretPlace(site: string): readonly string[] {
  return [site, 'webhook secret'];
}
