// Sends what waits at a hospital. Decision: a message is first taken (its next attempt put off) and committed, then sent, then
// its fate written down; so a process that is killed in between sends it again, and the other side may hear twice but never
// not at all. It recognises a repetition by the id of the event.

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { guardedRequest } from '../connections/guarded-request.ts';
import type { Network } from '../connections/public-address.ts';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import type { Keys } from '../secrets/keys.ts';
import { pauseAfter } from './pause-after.ts';
import { webhookSignature } from './webhook-signature.ts';
import { webhookSecret } from './webhook-store.ts';

export interface SendingShop {
  readonly db: Kysely<Tables>;
  readonly keys: Pick<Keys, 'sealing'>;
  now(): Date;
}

export interface SentDue {
  readonly delivered: number;
  readonly failed: number;
  /** When the next attempt is due; null when nothing waits. */
  readonly nextAt: Date | null;
}

/** So that a system that answers slowly does not keep the others waiting. */
const atOnce = 4;
const leaseMs = 120_000;
const patienceMs = 10_000;
const mostAnswerBytes = 64_000;

export async function sendDue(shop: SendingShop, site: string): Promise<SentDue> {
  let [delivered, failed] = [0, 0];
  const drain = async (): Promise<void> => {
    for (;;) {
      const taken = await inSite(shop.db, site, (tx) => takeNext(tx, shop.now()));
      if (taken === null) return;
      const fate = await send(shop, site, taken);
      if (fate.problem === null) delivered += 1;
      else failed += 1;
      await inSite(shop.db, site, (tx) => writeFate(tx, taken, fate, shop.now()));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, drain));
  const nextAt = await inSite(shop.db, site, earliest);
  return { delivered, failed, nextAt };
}

interface Taken {
  readonly delivery: number;
  readonly attempt: number;
  readonly event: number;
  readonly topic: string;
  readonly ids: unknown;
  readonly happenedAt: Date;
  readonly url: string;
  readonly network: Network;
  readonly secret: Buffer;
}

async function takeNext({ db, site }: SiteTransaction, now: Date): Promise<Taken | null> {
  const row = await db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook as w', (join) =>
      join.onRef('w.site_id', '=', 'd.site_id').onRef('w.webhook_id', '=', 'd.webhook_id'),
    )
    .innerJoin('webhook_event as e', (join) =>
      join.onRef('e.site_id', '=', 'd.site_id').onRef('e.webhook_event_id', '=', 'd.webhook_event_id'),
    )
    .select([
      'd.webhook_delivery_id',
      'd.attempts',
      'e.webhook_event_id',
      'e.topic',
      'e.ids',
      'e.happened_at',
    ])
    .select(['w.url', 'w.network', 'w.secret'])
    .where('d.site_id', '=', site)
    .where('d.state', '=', 'waiting')
    .where('d.next_at', '<=', now)
    .orderBy('d.next_at')
    .orderBy('d.webhook_delivery_id')
    .limit(1)
    .forUpdate('d')
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return null;
  await db
    .updateTable('webhook_delivery')
    .set({ attempts: row.attempts + 1, last_at: now, next_at: new Date(now.getTime() + leaseMs) })
    .where('site_id', '=', site)
    .where('webhook_delivery_id', '=', row.webhook_delivery_id)
    .execute();
  return {
    delivery: row.webhook_delivery_id,
    attempt: row.attempts + 1,
    event: row.webhook_event_id,
    topic: row.topic,
    ids: row.ids,
    happenedAt: row.happened_at,
    url: row.url,
    network: row.network,
    secret: row.secret,
  };
}

interface Fate {
  readonly status: number | null;
  /** Null: taken by the other side. */
  readonly problem: string | null;
}

async function send({ keys, now }: SendingShop, site: string, taken: Taken): Promise<Fate> {
  const { url, network, topic, ids, event, happenedAt } = taken;
  const body = JSON.stringify({ id: event, topic, site, at: happenedAt.toISOString(), ids });
  const timestamp = Math.floor(now().getTime() / 1_000);
  const answer = await guardedRequest(
    url,
    { hosts: [new URL(url).host], network },
    {
      method: 'POST',
      body,
      patienceMs,
      mostBytes: mostAnswerBytes,
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'breekpunt-event': String(event),
        'breekpunt-topic': topic,
        'breekpunt-timestamp': String(timestamp),
        'breekpunt-signature': webhookSignature(webhookSecret(keys, site, taken.secret), timestamp, body),
      },
    },
  );
  if (!answer.ok) return { status: null, problem: answer.error };
  const { status } = answer.value;
  return { status, problem: status >= 200 && status < 300 ? null : 'refused' };
}

async function writeFate(
  tx: SiteTransaction,
  { delivery, attempt }: Taken,
  { status, problem }: Fate,
  now: Date,
): Promise<void> {
  const pause = problem === null ? null : pauseAfter(attempt);
  const state = problem === null ? 'delivered' : pause === null ? 'given-up' : 'waiting';
  await tx.db
    .updateTable('webhook_delivery')
    .set({
      state,
      last_status: status,
      last_problem: problem,
      ...(problem === null ? { delivered_at: now } : {}),
      ...(pause === null ? {} : { next_at: new Date(now.getTime() + pause) }),
    })
    .where('site_id', '=', tx.site)
    .where('webhook_delivery_id', '=', delivery)
    .where('state', '=', 'waiting')
    .execute();
  await announce(tx, { topic: 'webhook', change: 'changed', id: null });
}

async function earliest({ db, site }: SiteTransaction): Promise<Date | null> {
  const row = await db
    .selectFrom('webhook_delivery')
    .select(sql<Date | null>`min(next_at)`.as('next_at'))
    .where('site_id', '=', site)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row?.next_at ?? null;
}
