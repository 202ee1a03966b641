// The worker of the guide: pages from the network, and from this device when there is none. Without a connection the alarm
// check goes on with the same pages, ends in the same card, and is handed in later; what was written waits with it.
// Decision: the level is decided by the very lines the server decides by (alarmOutcome of inform); there is no second rule.
// A page that leads back to the door means that the link ended: everything kept of that guide is then thrown away.

import { alarmOutcome } from '@breekpunt/inform';
import { newId } from './new-id.ts';
import { type Answers, answersOf, forget, keepAnswers, queued, type Waiting, waitFor } from './waiting.ts';
import { type Fetching, scope } from './worker-scope.ts';

const patienceMs = 6_000;

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('message', (event) => {
  const { kind, path } = event.data as { readonly kind: string; readonly path: string };
  if (kind === 'keep') event.waitUntil(keepPages(path));
  if (kind === 'send') event.waitUntil(sendWaiting(path));
});

scope.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== scope.location.origin) return;
  const path = /^\/g\/[^/]+\/[^/]+/.exec(url.pathname)?.[0];
  if (path === undefined) {
    if (url.pathname.startsWith('/guide/')) event.respondWith(fileOf(event.request));
  } else if (event.request.method === 'GET') event.respondWith(pageOf(event, path));
  else if (event.request.method === 'POST') event.respondWith(posted(event.request, path));
});

function store(path: string): Promise<Cache> {
  return caches.open(`guide ${path}`);
}

/** Whoever is led elsewhere may stand before the door: then the link ended, and nothing of it stays here. */
async function dropIfEnded(path: string): Promise<void> {
  const response = await fetch(`${path}/check.json`, { redirect: 'manual' });
  if (response.type === 'opaqueredirect') await caches.delete(`guide ${path}`);
}

interface ToKeep {
  /** Once a day. */
  readonly day: string;
  readonly pages: readonly string[];
  readonly files: readonly string[];
}

async function keepPages(path: string): Promise<void> {
  const address = `${path}/bewaar.json`;
  const answer = await fetch(address, { redirect: 'manual' });
  if (!answer.ok) return;
  const list = answer.clone();
  const { day, pages, files } = (await answer.json()) as ToKeep;
  const cache = await store(path);
  const before = (await (await cache.match(address))?.json()) as ToKeep | undefined;
  if (before?.day === day) return;
  // One after the other: a guide is not worth slowing down the page somebody is reading.
  for (const page of [...files, ...pages]) {
    try {
      const response = await fetch(page);
      if (response.ok && !response.redirected) await cache.put(page, response);
    } catch {
      return;
    }
  }
  // Last: half a guide is fetched again.
  await cache.put(address, list);
}

async function fileOf(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

async function pageOf(event: Fetching, path: string): Promise<Response> {
  const { request } = event;
  const url = new URL(request.url);
  try {
    const response = await inTime(fetch(request));
    if (response.type === 'opaqueredirect') event.waitUntil(dropIfEnded(path));
    else if (response.ok && response.type === 'basic' && url.search === '' && !response.redirected)
      await (await store(path)).put(url.pathname, response.clone());
    return response;
  } catch {
    const kept = await (await store(path)).match(url.pathname);
    return kept ?? (await (await store(path)).match(`${path}/vandaag`)) ?? Response.error();
  }
}

function inTime(answer: Promise<Response>): Promise<Response> {
  return new Promise((done, failed) => {
    setTimeout(() => failed(new Error('no answer in time')), patienceMs);
    answer.then(done, failed);
  });
}

/** What is kept until there is a connection. */
const canWait = /^\/(?:gedaan|dagboek|vragen|sterke-pijnstiller|begrepen\/\d+|keuzes\/[a-z-]+)$/;

async function posted(request: Request, path: string): Promise<Response> {
  const url = new URL(request.url);
  const body = await request.clone().text();
  try {
    return await inTime(fetch(request));
  } catch {
    const fields = new URLSearchParams(body);
    const place = url.pathname.slice(path.length);
    if (place === '/check') {
      await keepAnswers(path, {});
      return Response.redirect(`${path}/check/1`, 303);
    }
    const question = /^\/check\/(\d+)(\/nog)?$/.exec(place);
    if (question !== null)
      return answered(
        path,
        Number(question[1]),
        fields.get('answer') ?? 'unknown',
        question[2] !== undefined,
      );
    if (!fields.has('sentId')) fields.set('sentId', newId());
    if (canWait.test(place)) await waitFor({ path, to: url.pathname, body: fields.toString() });
    const back = place.startsWith('/begrepen') ? '/begrepen' : (fields.get('here') ?? place);
    return Response.redirect(`${path}${back === '/gedaan' ? '/vandaag' : back}`, 303);
  }
}

interface Question {
  readonly id: string;
  readonly level: Parameters<typeof alarmOutcome>[0]['questions'][number]['level'];
  readonly again: string | null;
}

/** One answer of a check without connection, and where it leads. */
async function answered(path: string, place: number, given: string, again: boolean): Promise<Response> {
  const kept = await (await store(path)).match(`${path}/check.json`);
  const check = (await kept?.json()) as Parameters<typeof alarmOutcome>[0] | undefined;
  const question: Question | undefined = check?.questions[place - 1];
  if (check === undefined || question === undefined)
    return Response.redirect(`${path}/check/uitslag/ambulance-now/twijfel`, 303);
  const reply = given === 'yes' || given === 'no' ? given : 'unknown';
  const replies: Answers = { ...(await answersOf(path)), [question.id]: reply };
  await keepAnswers(path, replies);
  if (reply === 'unknown' && !again && question.again !== null)
    return Response.redirect(`${path}/check/${place}/nog`, 303);
  const red = question.level === 'ambulance-now' || question.level === 'emergency-now';
  if (!(reply === 'yes' && red) && place < check.questions.length)
    return Response.redirect(`${path}/check/${place + 1}`, 303);
  const { level, inDoubt } = alarmOutcome(check, replies);
  const body = new URLSearchParams({
    sentId: newId(),
    at: new Date().toISOString(),
    replies: JSON.stringify(replies),
  });
  await waitFor({ path, to: `${path}/check/nagekomen`, body: body.toString() });
  return Response.redirect(`${path}/check/uitslag/${level}${inDoubt ? '/twijfel' : ''}`, 303);
}

/** Hands in what waited, oldest first; what the server has is forgotten here, what it refuses too. */
async function sendWaiting(path: string): Promise<void> {
  for (const [key, waiting] of await queued()) {
    if (waiting.path !== path) continue;
    const response = await sent(waiting);
    if (response === null) return;
    await forget(key);
  }
}

async function sent({ to, body }: Waiting): Promise<Response | null> {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(to, { method: 'POST', headers, body, redirect: 'manual' });
    return response.status >= 500 ? null : response;
  } catch {
    return null;
  }
}
