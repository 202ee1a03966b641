// How soon a patient reads: how long the server needs for a page and for the paper guide, and how long a phone waits for the
// first words over a slow connection. The whole server over a real database, real Chromium (Debian's), its processor slowed
// four times, as a phone of years ago. Slow in two ways: by the browser's own throttling, which waits once for each request
// (2,000 ms for its "Slow 3G": five round trips of 400), whatever the connection cost; and on the line itself, where each round
// trip is waited for, also those that open the connection: one for HTTP/3, two for TLS 1.3 over TCP. Beside each stands the floor:
// a page of one word over the same line, which nothing can be faster than. A page that is kept on the phone is measured with its
// worker, on the line alone: the browser's throttling leaves out the worker.
// Run: node bench/guide.ts --date 2026-11-22 --commit abc1234. Without --date nothing is stored.

import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { demoPassword } from '@breekpunt/server';
import { type BrowserContext, chromium } from 'playwright-core';
import { openHospital } from '../tests/journeys/hospital.ts';
import { slowLine } from '../tests/journeys/slow-line.ts';
import { median, rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    rounds: { type: 'string', default: '40' },
  },
});
const rounds = Number(values.rounds);

/** Chromium's own "Slow 3G" and "Fast 3G": bytes a second and milliseconds there and back. */
const connections = {
  'slow 3G': { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2_000 },
  'fast 3G': { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 },
  '3G of the HTTP Archive': { downloadThroughput: 200_000, uploadThroughput: 96_000, latency: 300 },
} as const;
/** The profiles of WebPageTest, and the one Lighthouse takes for a telephone, on the line itself. */
const speeds = {
  'slow 3G': { roundTripMs: 400, bytesPerSecond: 50_000 },
  '3G': { roundTripMs: 300, bytesPerSecond: 200_000 },
  'fast 3G': { roundTripMs: 150, bytesPerSecond: 200_000 },
} as const;
const lines = Object.entries(speeds).flatMap(([name, speed]) => [
  [`${name} on the line, HTTP/3`, { ...speed, tripsToConnect: 1 }] as const,
  [`${name} on the line, TLS over TCP`, { ...speed, tripsToConnect: 2 }] as const,
]);
const slowness = 4;
const timesPainted = 7;

const hospital = await openHospital('with patients');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless=new'],
});

const nurse = await browser.newPage({ locale: 'nl-BE' });
await nurse.goto(hospital.address);
await nurse.getByLabel('Gebruikersnaam').fill('els');
await nurse.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword);
await nurse.keyboard.press('Enter');
await nurse.locator('.case-row').first().waitFor();

/** A guide with an operation, medicines and appointments, opened on a phone. */
async function openGuide(): Promise<{
  readonly context: BrowserContext;
  readonly address: string;
  readonly pin: string;
}> {
  await nurse.getByRole('link', { name: 'VERZONNEN-MAES, Rosa' }).click();
  await nurse.getByRole('heading', { name: 'Gids voor de patiënt' }).waitFor();
  const api = `${hospital.address}/api/cases/${/\d+/.exec(new URL(nurse.url()).pathname)?.[0]}/guide`;
  const known = (await (await nurse.request.get(api)).json()) as { version: number; facts: object };
  const medicine = {
    name: 'Paracetamol',
    dose: '1 g',
    times: ['08:00'],
    stopOn: 'not-recorded',
    nextOn: 'not-recorded',
  };
  const facts = {
    ...known.facts,
    treatment: { kind: 'operation', operation: 'half-prosthesis', on: 'not-recorded' },
    place: 'home',
    weightBearing: 'full',
    medication: [{ ...medicine, kind: 'paracetamol' }],
    appointments: [{ kind: 'x-ray', on: '2099-01-02', at: '09:30', place: 'Ingang 2' }],
  };
  await nurse.request.put(api, { data: { onVersion: known.version, facts } });
  const link = { confirm: '1938-06-30', language: 'nl', months: 6, carerConsent: null };
  const made = await nurse.request.post(`${api}/links`, { data: link });
  const sheet = (await made.json()) as { address: string; pin: string };
  const address = `${hospital.address}${new URL(sheet.address).pathname}`;
  return { context: await insideOf(address, sheet.pin), address, pin: sheet.pin };
}

/** A phone that is past the PIN. */
async function insideOf(guide: string, pin: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(guide);
  await page.locator('#pin').fill(pin);
  await page.locator('form button').click();
  await page.waitForURL('**/vandaag');
  await page.close();
  return context;
}

async function times(context: BrowserContext, guide: string, path: string): Promise<readonly number[]> {
  const took: number[] = [];
  const address = `${guide}${path}`;
  for (let round = 0; round < rounds + 3; round++) {
    // Something else to print each time: the same sheets set twice would come out of a memory.
    await context.request.post(`${guide}/vragen`, { form: { text: `Vraag ${round}: mag ik fietsen?` } });
    const begun = performance.now();
    const answer = await context.request.get(address);
    await answer.body();
    if (!answer.ok()) throw new Error(`${answer.status()} for a page of the guide`);
    took.push(performance.now() - begun);
  }
  // The first ones warm up what is read and built once.
  return took.slice(3).toSorted((a, b) => a - b);
}

/** What must stand on a page, or another one was measured: that of somebody who asked too often. */
const onDoor = '#pin';
const onToday = 'a.button[href$="/check"]';

interface Painting {
  readonly sees: string;
  /** By the browser; null when the line is slow itself. */
  readonly throttledTo: (typeof connections)[keyof typeof connections] | null;
  readonly worker: boolean;
}

/** From the address to the first words, in a new tab of this phone. */
async function firstPaint(
  on: BrowserContext,
  address: string,
  { throttledTo, worker, sees }: Painting,
): Promise<number> {
  const page = await on.newPage();
  const protocol = await on.newCDPSession(page);
  if (!worker) {
    await protocol.send('Network.enable');
    await protocol.send('Network.setBypassServiceWorker', { bypass: true });
    if (throttledTo !== null)
      await protocol.send('Network.emulateNetworkConditions', { offline: false, ...throttledTo });
  }
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.goto(address);
  if ((await page.locator(sees).count()) === 0) throw new Error(`${page.url()} is not the page to measure`);
  const painted = Number(
    await page.evaluate(`new Promise((done) => new PerformanceObserver((seen) => {
      const first = seen.getEntriesByName('first-contentful-paint')[0];
      if (first !== undefined) done(first.startTime);
    }).observe({ type: 'paint', buffered: true }))`),
  );
  await page.close();
  return painted;
}

/** The median of several times. */
async function paintOf(on: BrowserContext, page: string, how: Painting): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < timesPainted; round++) took.push(await firstPaint(on, page, how));
  return rounded(median(took));
}

/** Each time on a phone that was never here. */
async function paintAtDoor(door: string, how: Painting): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < timesPainted; round++) {
    const stranger = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
    took.push(await firstPaint(stranger, door, how));
    await stranger.close();
  }
  return rounded(median(took));
}

const { context, address, pin } = await openGuide();
const figures: Record<string, number | string> = {};
for (const [name, path] of [
  ['first page', '/vandaag'],
  ['exercises', '/oefeningen'],
  ['risks with drawings', '/risico'],
  ['paper guide as PDF', '/papier.pdf'],
] as const) {
  const took = await times(context, address, path);
  figures[`${name}: median, ms`] = rounded(median(took));
  figures[`${name}: 95 of 100 within, ms`] = rounded(took[Math.floor(took.length * 0.95)] ?? 0);
}
for (const [name, connection] of Object.entries(connections)) {
  const paint = { throttledTo: connection, worker: false };
  figures[`${name}: first paint of the page that asks for the PIN, nothing kept, ms`] = await paintAtDoor(
    address,
    { ...paint, sees: onDoor },
  );
  figures[`${name}: first paint of the page behind it, ms`] = await paintOf(context, `${address}/vandaag`, {
    ...paint,
    sees: onToday,
  });
}
const oneWord = createServer((_asked, answer) =>
  answer.setHeader('content-type', 'text/html').end('<!doctype html><p>Dag'),
);
await new Promise<void>((open) => oneWord.listen(0, '127.0.0.1', open));
const at = oneWord.address();
if (at === null || typeof at === 'string') throw new Error('expected a port');
const floorLine = await slowLine(`http://127.0.0.1:${at.port}`);
const line = await slowLine(hospital.address);
const overLine = `${line.address}${new URL(address).pathname}`;
const phone = await insideOf(overLine, pin);
for (const [name, slow] of lines) {
  line.become(slow);
  floorLine.become(slow);
  const paint = { throttledTo: null, worker: false };
  figures[`${name}: first paint of a page of one word, the floor, ms`] = await paintAtDoor(
    floorLine.address,
    { ...paint, sees: 'p' },
  );
  figures[`${name}: first paint of the page that asks for the PIN, nothing kept, ms`] = await paintAtDoor(
    overLine,
    { ...paint, sees: onDoor },
  );
  figures[`${name}: first paint of the page behind it, connection open, ms`] = await paintOf(
    phone,
    `${overLine}/vandaag`,
    { ...paint, sees: onToday },
  );
}
await floorLine.stop();
oneWord.close();
line.slowDown(0);
const keeping = await phone.newPage();
await keeping.goto(`${overLine}/vandaag`);
// Asked again and again: waitForFunction takes the promise itself for a yes, and measured pages that were not kept yet.
const isKept = `caches.match('${new URL(overLine).pathname}/bewaar.json').then((kept) => kept !== undefined)`;
while (!(await keeping.evaluate(isKept))) await keeping.waitForTimeout(100);
await keeping.close();
line.slowDown(2_000);
const withWorker = { throttledTo: null, worker: true, sees: onToday };
figures['a line two seconds late: first paint of a page kept on the phone, ms'] = await paintOf(
  phone,
  `${overLine}/vandaag`,
  withWorker,
);
figures['a line two seconds late: first paint from the address on paper, pages kept, ms'] = await paintOf(
  phone,
  overLine,
  withWorker,
);
await phone.close();
await line.stop();
const stranger = await browser.newContext();
for (const [name, who, path] of [
  ['page that asks for the PIN', stranger, ''],
  ['first page behind it', context, '/vandaag'],
] as const) {
  const asked = await who.request.get(`${address}${path}`, { headers: { 'accept-encoding': 'gzip' } });
  figures[`${name}: bytes sent`] = Number(asked.headers()['content-length'] ?? 0);
}
await browser.close();
await hospital.stop();
console.log(JSON.stringify(figures, null, 1));
if (values.date !== undefined)
  storeRun('guide', {
    kind: 'guide',
    date: values.date,
    commit: required('commit', values.commit),
    machine: machine(),
    figures,
  });
