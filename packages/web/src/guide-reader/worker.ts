// The worker of the guide: pages from the network, and from this device when there is none. Without a connection the alarm
// check goes on with the same pages, ends in the same card, and is handed in later; what was written waits with it, and so do
// the answers of follow-up, which go on from page to page as each form says.
// Decision: the level is decided by the very lines the server decides by (alarmOutcome of inform); there is no second rule.
// A page that leads back to the door means that the link ended: everything kept of that guide is then thrown away. The address
// on paper leads whoever has today's pages on this telephone straight to them; the PIN itself is never held up here.

import { alarmOutcome } from '@breekpunt/inform';
import { newId } from './new-id.ts';
import { type Answers, answersOf, forget, keepAnswers, queued, type Waiting, waitFor } from './waiting.ts';
import { type Fetching, scope } from './worker-scope.ts';

const patienceMs = 6_000;
/** After so long without an answer a page of today is shown as it was kept; what comes later is offered on the page. */
const soonMs = 400;
/** Whoever just sent something must see what became of it. */
const freshMs = 15_000;
const sentLast = new Map<string, number>();

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
    if (url.pathname.startsWith('/guide/')) event.respondWith(fileOf(event));
  } else if (event.request.method === 'GET')
    event.respondWith(url.pathname === path ? doorOf(event, path) : pageOf(event, path));
  else if (event.request.method === 'POST' && url.pathname !== path)
    event.respondWith(posted(event.request, path));
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
  /** Once a day: the day at the hospital, and the language. */
  readonly day: string;
  /** Of the hospital. */
  readonly timeZone: string;
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

/** Style, script and icons carry their version in their address or hardly change: kept is as good as new. */
async function fileOf(event: Fetching): Promise<Response> {
  const kept = await caches.match(event.request);
  if (kept !== undefined) return kept;
  return fetch(event.request);
}

async function pageOf(event: Fetching, path: string): Promise<Response> {
  const { request } = event;
  const url = new URL(request.url);
  const network = fetch(request);
  const kept = url.search === '' ? await keptToday(path, url.pathname) : undefined;
  if (kept !== undefined && (await first(network, soonMs)) === 'late') {
    event.waitUntil(offerNewer(event, path, url, network, kept.clone()));
    return kept;
  }
  try {
    const response = await inTime(network);
    // Before the door is asked for: it must not lead back to what is no longer kept.
    if (response.type === 'opaqueredirect') await dropIfEnded(path);
    else if (response.ok && response.type === 'basic' && url.search === '' && !response.redirected)
      await (await store(path)).put(url.pathname, response.clone());
    return response;
  } catch {
    return (await keptPage(path, url)) ?? Response.error();
  }
}

/** The address on paper. The cookie of a guide is known to the server alone; that its pages of today are here says as much. */
async function doorOf({ request }: Fetching, path: string): Promise<Response> {
  const inside = `${path}/vandaag`;
  if ((await keptToday(path, inside)) !== undefined) return Response.redirect(inside, 303);
  try {
    return await inTime(fetch(request));
  } catch {
    const kept = await (await store(path)).match(inside);
    return kept === undefined ? Response.error() : Response.redirect(inside, 303);
  }
}

/** The page as it was kept; for the sheets of paper the page about them, for any other the first page. */
async function keptPage(path: string, url: URL): Promise<Response | undefined> {
  const cache = await store(path);
  const instead = url.pathname.endsWith('.pdf') ? `${path}/papier` : `${path}/vandaag`;
  return (await cache.match(url.pathname)) ?? (await cache.match(instead));
}

/** A page kept today, for who has not just sent something; a day later "Dag 9" would be untrue. */
async function keptToday(path: string, page: string): Promise<Response | undefined> {
  if (Date.now() - (sentLast.get(path) ?? 0) < freshMs) return undefined;
  const cache = await store(path);
  const list = (await (await cache.match(`${path}/bewaar.json`))?.json()) as ToKeep | undefined;
  if (list === undefined || list.day.slice(0, 10) !== dayIn(list.timeZone)) return undefined;
  return cache.match(page);
}

/** YYYY-MM-DD, as Sweden writes a day: whoever reads abroad has the day of the hospital, as the page says it. */
function dayIn(timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts }).format(new Date());
}

function first(network: Promise<Response>, ms: number): Promise<'answered' | 'late'> {
  return new Promise((done) => {
    setTimeout(() => done('late'), ms);
    // A connection that fails is answered by what follows.
    network.then(
      () => done('answered'),
      () => done('late'),
    );
  });
}

/** The network's own page, kept for next time; when it says something else, whoever reads is told. */
async function offerNewer(
  event: Fetching,
  path: string,
  url: URL,
  network: Promise<Response>,
  shown: Response,
): Promise<void> {
  const response = await network.catch(() => null);
  if (response === null) return;
  if (response.type === 'opaqueredirect') return dropIfEnded(path);
  if (!response.ok || response.redirected) return;
  const newer = response.clone();
  await (await store(path)).put(url.pathname, response);
  if ((await newer.text()) === (await shown.text())) return;
  const reader = await scope.clients.get(event.resultingClientId);
  reader?.postMessage({ kind: 'newer' });
}

function inTime(answer: Promise<Response>): Promise<Response> {
  return new Promise((done, failed) => {
    setTimeout(() => failed(new Error('no answer in time')), patienceMs);
    answer.then(done, failed);
  });
}

/** What is kept until there is a connection. */
const canWait =
  /^\/(?:gedaan|dagboek|vragen|sterke-pijnstiller|thuis|begrepen\/\d+|keuzes\/[a-z-]+|hoe-gaat-het\/[a-z-]+)$/;

async function posted(request: Request, path: string): Promise<Response> {
  const url = new URL(request.url);
  sentLast.set(path, Date.now());
  const body = await request.clone().text();
  const place = url.pathname.slice(path.length);
  try {
    // What was written before goes first: the newer of two answers must be the last that comes.
    if (canWait.test(place) && !(await sendWaiting(path))) throw new Error('something waits still');
    return await inTime(fetch(request));
  } catch {
    const fields = new URLSearchParams(body);
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
    const next = fields.get(`next-${fields.get('answer')}`) ?? fields.get('next');
    const back = next ?? (place.startsWith('/begrepen') ? '/begrepen' : (fields.get('here') ?? place));
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

let sending: Promise<boolean> = Promise.resolve(true);

/** One after the other: two at once could hand an older answer in after a newer one. False when something waits still. */
function sendWaiting(path: string): Promise<boolean> {
  sending = sending.then(
    () => handIn(path),
    () => handIn(path),
  );
  return sending;
}

/** Hands in what waited, oldest first; what the server has is forgotten here, what it refuses too. */
async function handIn(path: string): Promise<boolean> {
  for (const [key, waiting] of await queued()) {
    if (waiting.path !== path) continue;
    const response = await sent(waiting);
    if (response === null) return false;
    await forget(key);
  }
  return true;
}

const tooMany = 429;

/** Null: not now. */
async function sent({ to, body }: Waiting): Promise<Response | null> {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await inTime(fetch(to, { method: 'POST', headers, body, redirect: 'manual' }));
    return response.status >= 500 || response.status === tooMany ? null : response;
  } catch {
    return null;
  }
}
