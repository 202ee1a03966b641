// A nurse's calendar reads her contacts by an address of its own, until she takes it away.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { objections, tooWide } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with follow-up'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

test('a calendar reads the contacts of a nurse without a name in them, until she takes its address away', async () => {
  const { page: nurse, complaints } = await visit(browser, hospital.address);
  await signIn(nurse, 'els');
  await nurse.goto(`${hospital.address}/follow-up`);
  await nurse.getByRole('link', { name: 'Mijn agenda' }).click();
  await nurse.getByText('U hebt nog geen agenda-adres.').waitFor();
  await nurse.getByRole('button', { name: 'Maak een adres' }).click();
  const address = await nurse.getByLabel('Adres voor uw agenda').inputValue();
  expect([...(await objections(nurse)), ...(await tooWide(nurse))]).toEqual([]);
  const read = await fetch(address);
  expect(read.headers.get('content-type')).toContain('text/calendar');
  const calendar = await read.text();
  expect(calendar).toContain('BEGIN:VEVENT');
  expect(calendar).not.toMatch(/VERZONNEN|Verzonnen/);
  await nurse.reload();
  await nurse.getByText(/laatst gelezen/).waitFor();
  await nurse.getByRole('button', { name: 'Trek dit adres in' }).click();
  await nurse.getByText('U hebt nog geen agenda-adres.').waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(complaints).toEqual([]);
});
