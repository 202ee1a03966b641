// A page nobody here has seen is pasted into the claim checker; what is known stands beside what it says.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, launch, signIn, visit } from './browser.ts';
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

const pasted = [
  'Uw heup, onze zorg',
  '',
  'Vroeg ingespoten hyaluronzuur maakt de heup soepel en helpt u jaren zonder ingreep verder.',
  'Onderzoek leert: stamcellen bouwen nieuw kraakbeen.',
  'Wandelen doet deugd. Een operatie aan de knie verlicht de druk.',
].join('\n');

test('a nurse pastes a page: claims are underlined, what is known and its source stand beside, the rest is said', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await goTo(page, 'Folders nakijken');
  await page.getByRole('heading', { level: 1, name: 'Folders nakijken' }).waitFor();
  await page.getByLabel('Tekst van een folder of pagina').fill(pasted);
  await page.getByRole('button', { name: 'Kijk tekst na' }).click();
  await expect.poll(() => page.locator('mark.claim').count()).toBe(2);
  await expect
    .poll(() => page.locator('mark.claim').allInnerTexts())
    .toEqual([expect.stringContaining('hyaluronzuur'), expect.stringContaining('stamcellen')]);
  const card = page.getByRole('article', { name: 'C9' });
  await expect.poll(() => card.textContent()).toContain('niet beter dan zout water');
  await expect
    .poll(() => page.locator('.claim-open').allInnerTexts())
    .toEqual([expect.stringContaining('operatie aan de knie')]);
  expect(
    await page
      .locator('.checked-text')
      .evaluate((text) => text.textContent?.includes('Wandelen doet deugd.')),
  ).toBe(true);
  expect(await objections(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await card.getByRole('link', { name: 'Regel leite-2018: open de bron' }).click();
  await page.getByRole('heading', { level: 1, name: 'leite-2018' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a text without findings is not called true', async () => {
  const { page } = await visit(browser, `${hospital.address}`, { theme: 'dark', width: 390 });
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/claims`);
  await page.getByLabel('Tekst van een folder of pagina').fill('Bewegen is goed. Bel ons gerust.');
  await page.getByRole('button', { name: 'Kijk tekst na' }).click();
  await page.getByText('Dat wil niet zeggen dat de tekst klopt').waitFor();
  expect(await objections(page)).toEqual([]);
});
