// Webhooks over HTTP, kept by the lead and by IT: where they go, a test, what was given up, and sending that again.

import { z } from 'zod';
import { isWithinReach } from '../connections/guarded-request.ts';
import { created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { webhookTopics } from './tell-webhooks.ts';
import {
  addWebhook,
  allWebhooks,
  endWebhook,
  pingWebhook,
  recentDeliveries,
  sendAgain,
  type Webhook,
  type WebhookDelivery,
} from './webhook-store.ts';

const keepers = ['lead', 'it'] as const;
const id = z.coerce.number().int().positive();

export interface WebhookList {
  readonly topics: readonly string[];
  readonly webhooks: readonly Webhook[];
  readonly deliveries: readonly WebhookDelivery[];
}

const list = siteRoute({
  method: 'GET',
  url: '/api/webhooks',
  roles: keepers,
  audit: 'none',
  handle: async ({ tx }) => {
    const answer: WebhookList = {
      topics: webhookTopics,
      webhooks: await allWebhooks(tx),
      deliveries: await recentDeliveries(tx),
    };
    return json(answer);
  },
});

const add = siteRoute({
  method: 'POST',
  url: '/api/webhooks',
  roles: keepers,
  audit: 'configure',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    url: z
      .string()
      .trim()
      .max(500)
      .regex(/^https?:\/\/[^\s#@]+$/, 'an address: https://…')
      .refine((text) => URL.canParse(text), 'an address: https://…'),
    network: z.enum(['public', 'own']),
    topics: z.array(z.enum(webhookTopics)).min(1),
  }),
  handle: async ({ tx, context, user, at, audit }, { body }) => {
    const url = new URL(body.url);
    if (!isWithinReach(url, { hosts: [url.host], network: body.network }))
      return refuse(
        'refused',
        'Over the internet an address is https and not of a private network. Say "own network" if it is yours.',
        { at: 'body.url' },
      );
    const added = await addWebhook(tx, context.keys, body, user.id, at);
    audit({
      action: 'configure',
      object: { type: 'webhook', id: String(added.id) },
      detail: { step: 'added', topics: body.topics.join(' ') },
    });
    return created(added);
  },
});

const end = siteRoute({
  method: 'DELETE',
  url: '/api/webhooks/:webhook',
  roles: keepers,
  audit: 'configure',
  params: z.strictObject({ webhook: id }),
  handle: async ({ tx, at, audit }, { params: { webhook } }) => {
    if (!(await endWebhook(tx, webhook, at))) return noSuchWebhook();
    audit({
      action: 'configure',
      object: { type: 'webhook', id: String(webhook) },
      detail: { step: 'ended' },
    });
    return nothing();
  },
});

const ping = siteRoute({
  method: 'POST',
  url: '/api/webhooks/:webhook/ping',
  roles: keepers,
  audit: 'configure',
  params: z.strictObject({ webhook: id }),
  handle: async ({ tx, audit }, { params: { webhook } }) => {
    if (!(await pingWebhook(tx, webhook))) return noSuchWebhook();
    audit({
      action: 'configure',
      object: { type: 'webhook', id: String(webhook) },
      detail: { step: 'ping' },
    });
    return nothing();
  },
});

const again = siteRoute({
  method: 'POST',
  url: '/api/webhook-deliveries/:delivery/again',
  roles: keepers,
  audit: 'configure',
  params: z.strictObject({ delivery: id }),
  handle: async ({ tx, at, audit }, { params: { delivery } }) => {
    if (!(await sendAgain(tx, delivery, at)))
      return refuse('not-found', 'There is no such message that was given up.');
    audit({
      action: 'configure',
      object: { type: 'webhook-delivery', id: String(delivery) },
      detail: { step: 'again' },
    });
    return nothing();
  },
});

function noSuchWebhook() {
  return refuse('not-found', 'There is no such webhook at this hospital.');
}

export const webhookRoutes: readonly Route[] = [list, add, end, ping, again];
