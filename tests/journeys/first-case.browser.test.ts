// From signing in to the first confirmed case, by keyboard alone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, type Visitor, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  visitor = await visit(browser, hospital.address);
  page = visitor.page;
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const rows = (): Promise<number> => page.locator('.case-row').count();
const inFocus = (): Promise<string> => page.evaluate('document.activeElement.textContent');
const list = (name: string): Promise<string | null> =>
  page.getByRole('navigation', { name: 'Lijsten' }).getByRole('link', { name }).textContent();

describe('a nurse, by keyboard alone', () => {
  test('signs in, and sees who was found, the hip first, with the words that prove it', async () => {
    await signIn(page, 'els');
    await expect.poll(rows).toBe(7);
    const first = page.locator('.case-row').first();
    await expect.poll(() => first.textContent()).toContain('VERZONNEN-MAES, Rosa');
    await expect.poll(() => first.locator('mark').allInnerTexts()).toContain('Femurhalsfractuur rechts');
    await expect.poll(() => page.getByText('Synthetische gegevens').isVisible()).toBe(true);
  });

  test('moves with j and k, and back', async () => {
    await page.keyboard.press('j');
    await expect.poll(() => inFocus()).toContain('Rosa');
    await page.keyboard.press('j');
    await expect.poll(() => inFocus()).toContain('Maria');
    await page.keyboard.press('k');
    await expect.poll(() => inFocus()).toContain('Rosa');
  });

  test('confirms with c: the row says that it is saved, and the next one has the focus', async () => {
    await page.keyboard.press('c');
    const first = page.locator('.case-row').first();
    await expect.poll(() => first.textContent()).toMatch(/Bewaard \d\d:\d\d: breuk bevestigd/);
    await expect.poll(() => inFocus()).toContain('Maria');
    await expect.poll(() => list('Onderzoek')).toMatch(/1$/);
  });

  test('takes it back with u, and the case waits again', async () => {
    await page.keyboard.press('u');
    await expect.poll(() => list('Onderzoek')).toMatch(/0$/);
    await expect.poll(() => list('Te bevestigen')).toMatch(/7$/);
  });

  test('opens a case with Enter: who it is, the report with its cues, the finding and its reasons', async () => {
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'VERZONNEN-PEETERS, Maria' }).waitFor();
    const report = page.locator('.report-text');
    await expect.poll(() => report.locator('mark.cue-negated').first().textContent()).toBe('Geen');
    await expect.poll(() => report.locator('mark.cue-doubt').first().textContent()).toBe('Mogelijke');
    await expect.poll(() => page.getByText('50 jaar of ouder met een wervelbreuk').isVisible()).toBe(true);
  });

  test('moves by Tab to a marked word and is told what it did and by which rule', async () => {
    for (let steps = 0; steps < 60 && !(await inFocus()).startsWith('Geen'); steps++)
      await page.keyboard.press('Tab');
    const why = page.locator('.report-text .cue:focus .cue-why');
    await expect.poll(() => why.isVisible()).toBe(true);
    await expect.poll(() => why.textContent()).toBe('ontkent · nl/cue/absent/geen');
  });

  test('rejects with r and a digit, as on an AZERTY keyboard, and comes back to the row', async () => {
    await page.keyboard.press('r');
    await page.getByText('Wijs af: waarom?').waitFor();
    await page.keyboard.press('Digit2');
    await expect.poll(() => page.locator('.saved-line').textContent()).toContain('afgewezen (oude breuk)');
    await page.keyboard.press('Escape');
    await page.locator('.case-row').first().waitFor();
    await expect.poll(() => list('Afgesloten')).toMatch(/1$/);
  });

  test('was never stopped by an error or by the page’s own policy', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
