// Every page in both themes and the narrowest and widest widths: nothing that axe objects to, nothing to scroll sideways,
// nothing that the page's own policy had to stop.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { wrongWith } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

type Ready = (page: Page) => Promise<unknown>;
const heading: Ready = (page) => page.getByRole('heading', { level: 1 }).waitFor();

const nursePages: Readonly<Record<string, readonly [path: string, ready: Ready]>> = {
  worklist: ['/worklist', (page) => page.locator('.case-row').first().waitFor()],
  'worklist with a question open': [
    '/worklist',
    async (page) => {
      await page.locator('.case-row').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('r');
      await page.getByText('Wijs af: waarom?').waitFor();
    },
  ],
  'an empty list': ['/worklist?list=inform', (page) => page.getByText('Niemand op deze lijst.').waitFor()],
  case: [
    '/worklist',
    async (page) => {
      await page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
      await page.locator('.report-text').waitFor();
    },
  ],
  'case being corrected': [
    '/worklist',
    async (page) => {
      await page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
      await page.locator('.report-text').waitFor();
      await page.keyboard.press('e');
      await page.getByRole('heading', { name: 'Verbeter de breuk' }).waitFor();
    },
  ],
  'list of keys': [
    '/worklist',
    async (page) => {
      await page.locator('.case-row').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  ],
  'all actions': [
    '/worklist',
    async (page) => {
      await page.locator('.case-row').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('listbox').waitFor();
    },
  ],
  tasks: ['/tasks', heading],
  'how well case finding works': ['/finding', (page) => page.locator('.figures').waitFor()],
  incoming: ['/inbox', heading],
  'a file about to be read in': [
    '/inbox/upload',
    async (page) => {
      const buffer = Buffer.from('nummer;wie;verslag\n1;P1;"Geen fractuur."\n2;;"Polsfractuur."\n');
      const file = { name: 'verslagen.csv', mimeType: 'text/csv', buffer };
      await page.getByLabel('Bestand', { exact: true }).setInputFiles(file);
      await page.getByRole('heading', { name: 'Wat gelezen wordt' }).waitFor();
    },
  ],
  settings: ['/settings', heading],
};

test('the sign-in page has nothing to object to', async () => {
  const { page } = await visit(browser, hospital.address);
  await page.getByLabel('Gebruikersnaam').waitFor();
  expect(await wrongWith(page)).toEqual([]);
});

test('no page of a nurse has anything to object to', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  const found: Record<string, unknown> = {};
  for (const [name, [path, ready]] of Object.entries(nursePages)) {
    await page.goto(hospital.address + path);
    await ready(page);
    const wrong = await wrongWith(page);
    if (wrong.length > 0) found[name] = wrong;
  }
  expect(found).toEqual({});
  expect(complaints).toEqual([]);
});

test.each([
  ['it', '/accounts'],
  ['auditor', '/log'],
])('the page of %s has nothing to object to', async (login, path) => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, login);
  await page.goto(hospital.address + path);
  await page.getByRole('table').waitFor();
  expect([...(await wrongWith(page)), ...complaints]).toEqual([]);
});

test.each([
  ['French', 'Français', 'Liste de travail', 'À confirmer'],
  ['English', 'English', 'Worklist', 'To confirm'],
])('speaks %s on every place of the worklist when it is chosen', async (_language, button, place, list) => {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'samir');
  await page.getByRole('button', { name: 'Samir Fictif' }).click();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: place }).waitFor();
  await page.getByRole('link', { name: list }).waitFor();
  expect(button.toLowerCase()).toContain(String(await page.evaluate('document.documentElement.lang')));
});
