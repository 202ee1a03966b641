// Emergency access: a nurse is called by somebody who is not on the worklist, and the lead reads why she looked.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { objections } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  await hospital.report('RX pols rechts. Geen fractuur.', 'Zonderdossier');
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const reason = 'Belt zelf: gevallen, veel rugpijn.';

test('a nurse opens a closed record with a reason, and the lead goes through it', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.keyboard.press('/');
  await page.keyboard.type('Zonderdossier');
  await page.getByRole('link', { name: 'Open met een reden' }).click();
  expect(new URL(page.url()).search).toBe('');
  await expect.poll(() => page.getByLabel('Patiënt', { exact: true }).inputValue()).toBe('Zonderdossier');
  expect(await objections(page)).toEqual([]);
  await page.getByLabel('Waarom').fill(reason);
  await page.getByRole('button', { name: 'Open met deze reden' }).click();
  await page.getByRole('heading', { name: 'ZONDERDOSSIER, Nieuw' }).waitFor();
  await page.getByText('RX pols rechts. Geen fractuur.').waitFor();
  expect(await objections(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const lead = await visit(browser, hospital.address);
  await signIn(lead.page, 'lead');
  await goTo(lead.page, 'Noodtoegang');
  const line = lead.page.getByRole('row').filter({ hasText: reason });
  expect(await objections(lead.page)).toEqual([]);
  await line.getByRole('link', { name: 'Wie keek in dit dossier?' }).click();
  await lead.page.getByText(`noodtoegang: ${reason}`).first().waitFor();
  await lead.page.goBack();
  await line.getByRole('button', { name: 'Nagelezen' }).click();
  await line.getByText(/, \d\d:\d\d/).waitFor();
  expect(lead.complaints).toEqual([]);
});
