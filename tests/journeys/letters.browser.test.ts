// A letter to the general practitioner: drafted by the nurse from the record, mended, signed by the physician, opened as a page,
// and the way it went noted.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { objections, tooWide } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const letters = (page: Page) => page.getByRole('region', { name: 'Brieven' });

async function openCase(login: string, theme: 'light' | 'dark' = 'light'): ReturnType<typeof visit> {
  const visitor = await visit(browser, hospital.address, { theme });
  await signIn(visitor.page, login);
  await visitor.page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
  await letters(visitor.page).getByRole('heading', { name: 'Brieven' }).waitFor();
  return visitor;
}

test('a nurse drafts the letter: it says what is known and what is not, and she mends it', async () => {
  const { page, complaints } = await openCase('els');
  const panel = letters(page);
  await panel.getByText('Nog geen brieven.').waitFor();
  await panel.getByRole('button', { name: 'Maak ontwerp' }).click();
  const findings = panel.getByLabel('Bevindingen');
  await findings.waitFor();
  await expect.poll(() => findings.inputValue()).toContain('Breuk: lendenwervel L1');
  await expect
    .poll(() => panel.getByLabel('Botmeting', { exact: true }).inputValue())
    .toContain('T-score heuphals: −2,7');
  await expect
    .poll(() => panel.getByLabel('Oorzaken en bloedonderzoek').inputValue())
    .toContain('niet geregistreerd');
  await expect.poll(() => panel.getByText(/van 12 punten van het kader/).isVisible()).toBe(true);
  await panel.getByLabel('Wat wij u vragen').fill('- Graag controle van het gewicht bij ≥ 65 jaar.');
  await panel.getByRole('button', { name: 'Bewaar brief' }).click();
  await panel.getByText('Bewaard.').waitFor();
  await expect.poll(() => panel.getByText('Een arts tekent de brief.').isVisible()).toBe(true);
  expect(await objections(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a physician signs it; it opens as a page, and how it was sent stands beside it', async () => {
  const { page, complaints } = await openCase('arts', 'dark');
  const panel = letters(page);
  await panel.getByRole('button', { name: 'Bewerk brief' }).click();
  await expect.poll(() => panel.getByLabel('Wat wij u vragen').inputValue()).toContain('≥ 65 jaar');
  await panel.getByRole('button', { name: 'Onderteken brief' }).click();
  await panel.getByText(/getekend door/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('link', { name: 'Open PDF' }).click(),
  ]);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await panel.getByLabel('Aan wie').fill('dr. Verzonnen, huisarts');
  await panel.getByRole('button', { name: 'Noteer verzending' }).click();
  await panel.getByText(/aan dr\. Verzonnen, huisarts/).waitFor();
  await panel.getByRole('button', { name: 'Maak nieuwe versie' }).click();
  await panel.getByText(/vervangt brief/).waitFor();
  expect(await objections(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
