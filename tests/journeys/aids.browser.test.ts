// A decision aid gone through with a patient: options in the same rows, each number with its source, what matters weighed, and a
// summary for the physician; on paper a page to lay on the table, and what stands behind it.

import type { Browser, Page } from 'playwright-core';
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

test('a nurse opens the aid on prostheses, weighs what matters with the patient, and has a summary', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await goTo(page, 'Keuzehulpen');
  await page.getByRole('link', { name: 'Totale of halve heupprothese' }).click();
  await page.getByRole('heading', { level: 1, name: 'Totale of halve heupprothese' }).waitFor();
  await expect
    .poll(() => page.getByRole('columnheader').allInnerTexts())
    .toEqual(['Halve prothese', 'Totale prothese']);
  await expect.poll(() => page.getByRole('rowheader').count()).toBe(12);
  await expect
    .poll(() => page.getByRole('cell', { name: /8 van de 100 mensen binnen 2 jaar/ }).count())
    .toBe(2);
  await page.getByLabel('Ik wil een zo kort mogelijke operatie.').selectOption('9');
  await page.getByLabel('Ik neig naar').selectOption({ label: 'Halve prothese' });
  await page.getByLabel('Vragen voor de arts').fill('Mag ik daarna fietsen?');
  await page.getByRole('button', { name: 'Maak samenvatting' }).click();
  const summary = page.getByRole('region', { name: 'Samenvatting voor de arts' });
  await summary.getByText('Neigt naar: Halve prothese').waitFor();
  await expect
    .poll(() => summary.textContent())
    .toContain('- Ik wil een zo kort mogelijke operatie. 9 op 10');
  await expect.poll(() => summary.textContent()).toContain('niet gewogen');
  // The comparison on one page, what stands behind it on its back.
  expect(await pagesOnPaper(page)).toBe(2);
  expect(await objections(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

/** In letters that can be read: nothing on paper is smaller than nine points, but for the small numbers of the sources. */
async function pagesOnPaper(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print' });
  const small = await page.evaluate(
    `[...document.querySelectorAll('.grid-sheet :is(td, th, p, dd, dt, li)')].filter((part) =>
      part.offsetParent !== null && parseFloat(getComputedStyle(part).fontSize) < 11.9).map((part) => part.textContent)`,
  );
  expect(small).toEqual([]);
  await page.emulateMedia({ media: null });
  const sheet = await page.pdf({ preferCSSPageSize: true });
  return sheet.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test('of many options a few are laid side by side; on paper four stand on a page', async () => {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/aids/hip-osteoarthritis`);
  await expect.poll(() => page.getByRole('columnheader').count()).toBe(8);
  expect(await pagesOnPaper(page)).toBe(3);
  await page.getByRole('checkbox', { name: 'Heupprothese' }).check();
  await page.getByRole('checkbox', { name: 'Uitleg en oefenen' }).check();
  await expect
    .poll(() => page.getByRole('columnheader').allInnerTexts())
    .toEqual(['Uitleg en oefenen', 'Heupprothese']);
  await page.getByText('Naast elkaar: 2 van de 8 keuzes.').waitFor();
});

test('on a phone the answers stand under each other, each with the name of its option', async () => {
  const { page } = await visit(browser, hospital.address, { width: 390 });
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/aids/bone-medicine`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('.grid-name:visible', { hasText: 'denosumab' }).count()).toBe(12);
  expect(await objections(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
});

test('the aid on a broken vertebra begins with the alarm signs, and dark it passes too', async () => {
  const { page } = await visit(browser, hospital.address, { theme: 'dark', width: 390 });
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/aids/vertebral-brace-cement`);
  await page.getByText(/Ga nu naar de spoed of bel 112/).waitFor();
  expect(await objections(page)).toEqual([]);
});
