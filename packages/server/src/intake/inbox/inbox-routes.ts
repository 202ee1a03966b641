// The inbox over HTTP: nurses see what waits and why; lead and IT look into a message, try it again or set it aside.

import { z } from 'zod';
import { announce } from '../../events/announce.ts';
import { type Answer, file, json, nothing, refuse } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import {
  inboxCounts,
  inboxLine,
  inboxLines,
  inboxStates,
  rawMessage,
  setAside,
  tryAgain,
} from './read-inbox.ts';

const keepers = ['lead', 'it'] as const;
const readers = ['nurse', 'physician', 'lead', 'it'] as const;
const params = z.strictObject({ message: z.coerce.number().int().positive() });

const list = siteRoute({
  method: 'GET',
  url: '/api/inbox',
  roles: readers,
  audit: 'none',
  query: z.strictObject({
    state: z.enum(inboxStates).optional(),
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  handle: async ({ tx }, { query }) =>
    json({
      counts: await inboxCounts(tx),
      messages: await inboxLines(tx, {
        state: query.state ?? null,
        before: query.before ?? null,
        limit: query.limit ?? 50,
      }),
    }),
});

const show = siteRoute({
  method: 'GET',
  url: '/api/inbox/:message',
  roles: readers,
  audit: 'none',
  params,
  handle: async ({ tx }, { params: { message } }) => {
    const line = await inboxLine(tx, message);
    return line === null ? noSuchMessage() : json(line);
  },
});

const download = siteRoute({
  method: 'GET',
  url: '/api/inbox/:message/raw',
  roles: keepers,
  audit: 'export',
  params,
  handle: async ({ tx, audit }, { params: { message } }) => {
    const found = await rawMessage(tx, message);
    if (found === null) return noSuchMessage();
    audit({ action: 'export', object: { type: 'inbox_message', id: String(message) } });
    const ending = endings[found.format] ?? 'bin';
    return file(found.fileName ?? `message-${message}.${ending}`, 'application/octet-stream', found.raw);
  },
});

const endings: Readonly<Record<string, string>> = {
  hl7v2: 'hl7',
  'fhir-json': 'json',
  'fhir-ndjson': 'ndjson',
  csv: 'csv',
  xlsx: 'xlsx',
};

const retry = siteRoute({
  method: 'POST',
  url: '/api/inbox/:message/retry',
  roles: keepers,
  audit: 'change',
  params,
  handle: async ({ tx, audit, context }, { params: { message } }) => {
    const back = await tryAgain(tx, message);
    if (back === null) return notWaiting();
    await context.intake.queue.send(tx, [back.orderKey]);
    await announce(tx, { topic: 'inbox', change: 'changed', id: message });
    audit({
      action: 'change',
      object: { type: 'inbox_message', id: String(message) },
      detail: { to: 'received' },
    });
    return nothing();
  },
});

const leave = siteRoute({
  method: 'POST',
  url: '/api/inbox/:message/set-aside',
  roles: keepers,
  audit: 'change',
  params,
  handle: async ({ tx, audit }, { params: { message } }) => {
    if (!(await setAside(tx, message))) return notWaiting();
    await announce(tx, { topic: 'inbox', change: 'changed', id: message });
    audit({
      action: 'change',
      object: { type: 'inbox_message', id: String(message) },
      detail: { to: 'set-aside' },
    });
    return nothing();
  },
});

function noSuchMessage(): Answer {
  return refuse('not-found', 'There is no such message at this hospital.');
}

function notWaiting(): Answer {
  return refuse('not-found', 'There is no such message waiting in quarantine at this hospital.');
}

export const inboxRoutes: readonly Route[] = [list, show, download, retry, leave];
