// Two nurses on one worklist: what one does the other is told, nothing is overwritten silently, and nothing moves under a
// hand.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;
let browser: Browser;
let els: Page;
let samir: Page;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  els = (await visit(browser, hospital.address)).page;
  samir = (await visit(browser, hospital.address)).page;
  await signIn(els, 'els');
  await signIn(samir, 'samir');
  await els.locator('.case-row').first().waitFor();
  await samir.locator('.case-row').first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const rowOf = (page: Page, name: string): ReturnType<Page['locator']> =>
  page.locator('.case-row', { hasText: name });

describe('two nurses', () => {
  test('see a report that comes in announced, without a reload and without a row that moves', async () => {
    const before = await els.locator('.case-row').count();
    await hospital.report('Recente inzakking van L2 na val van stahoogte.', 'Verzonnen-Nieuwkomer');
    const show = els.getByRole('button', { name: /1 nieuwe: toon/ });
    await show.waitFor();
    expect(await els.locator('.case-row').count()).toBe(before);
    await show.click();
    await rowOf(els, 'NIEUWKOMER').waitFor();
    await expect.poll(() => els.locator('.case-row').count()).toBe(before + 1);
  });

  test('the second to decide is told who was first and when, and what was saved stays', async () => {
    await rowOf(els, 'Rosa').getByRole('link').focus();
    await rowOf(samir, 'Rosa').getByRole('link').focus();
    await els.keyboard.press('c');
    await expect.poll(() => rowOf(els, 'Rosa').textContent()).toContain('breuk bevestigd');
    await samir.keyboard.press('r');
    await samir.getByText('Wijs af: waarom?').waitFor();
    await samir.keyboard.press('Digit1');
    await expect
      .poll(() => rowOf(samir, 'Rosa').textContent())
      .toMatch(/Niet bewaard \(afgewezen \(geen breuk\)\): Els Verzonnen wijzigde dit om \d\d:\d\d/);
    await samir.getByRole('link', { name: 'VERZONNEN-MAES, Rosa' }).first().click();
    await samir.getByRole('heading', { level: 1, name: /Rosa/ }).waitFor();
    await expect.poll(() => samir.locator('.who-line').textContent()).toContain('Onderzoek');
    await expect.poll(() => samir.locator('.deeds').textContent()).toContain('Els Verzonnen');
  });

  test('what cannot be saved is shown and kept, and saved by trying again', async () => {
    await els.context().setOffline(true);
    await rowOf(els, 'Lea').getByRole('link').focus();
    await els.keyboard.press('c');
    await expect.poll(() => rowOf(els, 'Lea').textContent()).toContain('Geen verbinding met de server');
    await els.context().setOffline(false);
    await els.locator('.saved-line').getByRole('button', { name: 'Probeer opnieuw' }).first().click();
    await expect.poll(() => rowOf(els, 'Lea').textContent()).toMatch(/Bewaard \d\d:\d\d: breuk bevestigd/);
  });

  test('a note is there for the other, under the name of who wrote it', async () => {
    await samir.keyboard.press('o');
    await samir.keyboard.type('Dochter belt morgen terug.');
    await samir.getByRole('button', { name: 'Bewaar notitie' }).click();
    await expect.poll(() => samir.locator('.deeds').textContent()).toContain('Dochter belt morgen terug.');
    await expect.poll(() => samir.locator('.deeds li').first().textContent()).toContain('Samir Fictif');
  });

  test('cases are given to a colleague together, and stand among hers', async () => {
    await els.getByLabel('Kies VERZONNEN-PEETERS, Maria').check();
    await els.getByLabel('Kies VERZONNEN-CLAES, Irène').check();
    await els.getByLabel('Geef aan').selectOption({ label: 'Samir Fictif' });
    await els.getByRole('button', { name: 'Geef', exact: true }).click();
    await expect.poll(() => rowOf(els, 'Maria').textContent()).toContain('SF');
    await samir.goto(`${hospital.address}/worklist?owner=me`);
    await expect.poll(() => samir.locator('.case-row').count()).toBe(2);
  });

  test('the list is saved as a file under the filters that are on', async () => {
    const [saved] = await Promise.all([
      samir.waitForEvent('download'),
      samir
        .getByRole('button', { name: 'Bewaar lijst' })
        .click()
        .then(() => samir.getByRole('menuitem', { name: 'Als CSV' }).click()),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^worklist-to-review-\d{4}-\d\d-\d\d\.csv$/);
  });
});
