// What the clinic app weighs and how soon it can be used: bytes over the wire until the first row stands there, and the time
// from the address to the sign-in page and from the last key of the password to the first row. Real Chromium (Debian's), a
// cold cache, the server on the same machine, and once with the processor slowed four times, as an old clinic PC. And how long a
// click on an answer of the longest assessment takes until the page has drawn it, as the browser itself measures it.
// Run: node bench/web-app.ts --date 2026-11-21 --commit abc1234

import { parseArgs } from 'node:util';
import { demoPassword } from '@breekpunt/server';
import { chromium, type Locator, type Page } from 'playwright-core';
import { openHospital } from '../tests/journeys/hospital.ts';
import { median, rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    rounds: { type: 'string', default: '7' },
  },
});
const date = required('date', values.date);
const commit = required('commit', values.commit);

interface Visit {
  readonly bytes: number;
  readonly requests: number;
  readonly signInMs: number;
  readonly firstRowMs: number;
}

const hospital = await openHospital('with patients');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless=new'],
});

async function visit(slowness: number): Promise<Visit> {
  const context = await browser.newContext({ locale: 'nl-BE' });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  let bytes = 0;
  let requests = 0;
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  const begun = performance.now();
  await page.goto(hospital.address);
  await page.getByLabel('Gebruikersnaam').waitFor();
  const signInMs = performance.now() - begun;
  const firstRowMs = await signedIn(page);
  await context.close();
  return { bytes, requests, signInMs, firstRowMs };
}

async function signedIn(page: Page): Promise<number> {
  await page.getByLabel('Gebruikersnaam').fill('els');
  await page.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword);
  const begun = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('.case-row').first().waitFor();
  return performance.now() - begun;
}

/** Every decision open at once: some hundred and fifty questions on the page. */
async function interactionsMs(): Promise<readonly number[]> {
  const context = await browser.newContext({ locale: 'nl-BE' });
  const page = await context.newPage();
  await page.goto(hospital.address);
  await signedIn(page);
  await page.getByRole('link', { name: 'VERZONNEN-JANSSENS, Jos' }).first().click();
  await page.getByRole('link', { name: /Onderzoek en beslissing/ }).click();
  await page.getByRole('heading', { name: 'Onderzoek', exact: true }).waitFor();
  for (const opening of [/^Afstervende heupkop/, /^Heupartrose/])
    await saved(page, page.getByRole('group', { name: opening }).first(), 'Ja');
  await page.evaluate(
    `globalThis.durations = [];
     new PerformanceObserver((list) => {
       for (const { interactionId, duration } of list.getEntries())
         if (interactionId > 0) globalThis.durations.push(duration);
     }).observe({ type: 'event', durationThreshold: 16 });`,
  );
  for (const question of ['Rookt?', 'Diabetes?', 'Rugpijn?', 'Kanker bekend?', 'Gebruikt insuline?'])
    for (const answer of ['Ja', 'Nee'] as const)
      await saved(page, page.getByRole('group', { name: question }).first(), answer);
  const durations = await page.evaluate<number[]>('globalThis.durations');
  await context.close();
  return durations;
}

async function saved(page: Page, question: Locator, answer: 'Ja' | 'Nee'): Promise<void> {
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT');
  await question.getByRole('radio', { name: answer, exact: true }).click();
  await kept;
}

const figures: Record<string, number | string> = {};
for (const [name, slowness] of [
  ['this machine', 1],
  ['processor slowed 4 times', 4],
] as const) {
  const visits: Visit[] = [];
  for (let round = 0; round < Number(values.rounds); round++) visits.push(await visit(slowness));
  const middle = (of: keyof Visit): number => rounded(median(visits.map((each) => each[of])));
  if (slowness === 1) {
    figures['bytes over the wire until the first row'] = middle('bytes');
    figures['requests until the first row'] = middle('requests');
  }
  figures[`${name}: address to sign-in page, ms`] = middle('signInMs');
  figures[`${name}: sign-in to first row, ms`] = middle('firstRowMs');
}
const clicks = await interactionsMs();
figures['assessment: click to drawn, ms, median'] = rounded(median(clicks));
figures['assessment: click to drawn, ms, slowest'] = rounded(Math.max(...clicks));
await browser.close();
await hospital.stop();
const path = storeRun('web-app', { kind: 'web-app', date, commit, machine: machine(), figures });
console.log(JSON.stringify(figures, null, 1), path);
