// The lead of a service: from the dashboard to the patients behind a figure below its target, to the registry's file, and to a
// "what if" for the board.

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { objections, wrongWith } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;
beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with care'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

async function leadAt(path: string): Promise<Awaited<ReturnType<typeof visit>>> {
  const visitor = await visit(browser, hospital.address);
  await signIn(visitor.page, 'lead');
  await visitor.page.goto(hospital.address + path);
  return visitor;
}

test('the lead opens a figure below its target, finds its patients and the reason, and saves the registry file', async () => {
  const { page, complaints } = await leadAt('/figures');
  await page.getByRole('heading', { name: 'Waar patiënten verloren gaan' }).waitFor();
  const below = page.locator('.figure-row', { has: page.getByText('onder doel') }).first();
  await below.getByRole('link', { name: /^niet gehaald/ }).click();
  await page.getByRole('columnheader', { name: 'Waarom' }).waitFor();
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.first().locator('td').last().textContent()).not.toBe('');
  await page.getByRole('link', { name: 'Terug naar de cijfers' }).click();
  const lost = page.locator('.flow-lost').first();
  const lostCount = Number.parseInt((await lost.textContent()) ?? '', 10);
  await lost.click();
  await page.getByText(new RegExp(`^${lostCount} patiënten?$`)).waitFor();
  expect(await rows.count()).toBe(Math.min(50, lostCount));
  await page.getByRole('link', { name: 'Terug naar de cijfers' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Bewaar registerbestand' }).click();
  const path = await (await saving).path();
  const text = readFileSync(path, 'utf8');
  expect(text.split('\n')[0]).toContain('pseudonym,fracture_site,fracture_date');
  expect(text.split('\n').length).toBeGreaterThan(10);
  await page.getByLabel('Kijk een bestand na').setInputFiles(path);
  await page.getByText(/^Het bestand klopt: \d+ dossiers\.$/).waitFor();
  expect(complaints).toEqual([]);
});

test('the lead works out a "what if" for the board', async () => {
  const { page, complaints } = await leadAt('/figures');
  await page.getByRole('heading', { name: 'Waar patiënten verloren gaan' }).waitFor();
  await page.getByRole('link', { name: 'Wat als' }).click();
  await page.getByLabel('Gevonden, van alle breuken, Nu').fill('40');
  await page.getByLabel('Gesproken na 16 weken, van wie aangeraden, Nu').fill('20');
  await page.getByLabel('Patiënten met een breuk per jaar').fill('1000');
  await page.getByLabel('Naam van dit plan').fill('Een verpleegkundige erbij');
  await page.getByRole('button', { name: 'Reken dit uit' }).click();
  await page.getByRole('heading', { name: 'Een verpleegkundige erbij' }).waitFor();
  await page.getByText(/^Over 10 jaar: \d+ breuken minder/).waitFor();
  await page.getByRole('rowheader', { name: 'Verenigd Koninkrijk: breuken vermeden in 5 jaar' }).waitFor();
  expect(await objections(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the lead opens the report for the board as a PDF', async () => {
  const { page } = await leadAt('/figures');
  await page.getByRole('heading', { name: 'Elk cijfer' }).waitFor();
  const address = await page
    .getByRole('link', { name: 'Verslag voor het bestuur (pdf)' })
    .getAttribute('href');
  const answer = await page.request.get(`${hospital.address}${address}`);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a nurse fills in the acute care of a broken hip, and it stands in the figure of hips', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/figures?set=hip-fracture`);
  const row = page.locator('.figure-row', { has: page.getByText('Geriater binnen 72 uur') });
  await row.getByRole('link', { name: /^niet vastgelegd/ }).click();
  await page.locator('tbody a').first().click();
  const block = page.locator('#hip-care');
  await block.getByRole('button', { name: 'Vul in of bekijk' }).click();
  await block.getByLabel('Aangekomen: dag').fill('2024-01-05');
  const seen = block.getByRole('group', { name: 'Geriater gezien' });
  await seen.getByLabel('ja').check();
  await block.getByLabel('Geriater gezien: dag').fill('2024-01-04');
  await block.getByRole('button', { name: 'Bewaar acute zorg' }).click();
  await block.getByText('Geriater gezien: dit ligt vóór de aankomst.').waitFor();
  await seen.getByLabel('nee').check();
  await block.getByLabel('Geriater gezien: dag').waitFor({ state: 'detached' });
  await block.getByRole('group', { name: 'Geopereerd' }).getByLabel('niet bekend').check();
  await block.getByRole('group', { name: 'Uit bed na de operatie' }).getByLabel('niet bekend').check();
  await block.getByRole('button', { name: 'Bewaar acute zorg' }).click();
  await block.getByText(/Laatst: Els/).waitFor();
  expect(await objections(page)).toEqual([]);
  await page.goBack();
  await page.getByText('uren tot de geriater: niet gebeurd').first().waitFor();
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

test('a nurse works through what is missing', async () => {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/figures/missing`);
  await page.getByRole('columnheader', { name: 'Niet vastgelegd' }).waitFor();
  await page.locator('tbody a').first().click();
  await page.waitForURL(/\/cases\/\d+/);
});

test('no page of figures has anything to object to, at any width, light or dark', async () => {
  const { page, complaints } = await leadAt('/figures');
  await page.getByRole('heading', { name: 'Elk cijfer' }).waitFor();
  await page.getByRole('button', { name: 'Toon herkomst en maanden' }).nth(2).click();
  await page.getByRole('heading', { name: 'Naast de andere ziekenhuizen' }).waitFor();
  const found: Record<string, unknown> = {};
  const look = async (name: string): Promise<void> => {
    const wrong = await wrongWith(page);
    if (wrong.length > 0) found[name] = wrong;
  };
  await look('figures');
  for (const [name, path] of [
    ['standards', '/figures?set=best-practice-2013'],
    ['missing', '/figures/missing'],
    ['what if', '/figures/what-if'],
  ] as const) {
    await page.goto(hospital.address + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('table, .figure-row, form').first().waitFor();
    await look(name);
  }
  expect(found).toEqual({});
  expect(complaints).toEqual([]);
});
