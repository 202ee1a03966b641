// The bar: one row at every width, every place within reach of a pointer, a finger and the keyboard, and always a word for
// where one is.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { objections } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const inFocus = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');
const here = (page: Page): Promise<string[]> =>
  page
    .getByRole('navigation', { name: 'Plaatsen in Breekpunt' })
    .locator('[aria-current="page"]')
    .allInnerTexts();
const heightOfBar = (page: Page): Promise<number> =>
  page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height);

test('the bar of who has most places is one row at every width, in every language', async () => {
  for (const language of ['nl-BE', 'fr-BE', 'en-GB']) {
    const { page } = await visit(browser, hospital.address, { language });
    await page.locator('input[name=login]').fill('lead');
    await page.locator('input[name=password]').fill('proef-proef-proef');
    await page.keyboard.press('Enter');
    await page.locator('.bar').waitFor();
    await page.goto(`${hospital.address}/finding`);
    await page.locator('h1').waitFor();
    for (const width of [320, 390, 768, 1024, 1200, 1280, 1920]) {
      await page.setViewportSize({ width, height: 860 });
      await expect.poll(() => heightOfBar(page), { message: `${language} at ${width}` }).toBeLessThan(60);
      await expect
        .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'), {
          message: `${language} at ${width}`,
        })
        .toBeLessThanOrEqual(width);
    }
    await page.context().close();
  }
});

describe('by keyboard alone', () => {
  test('the other pages open, are walked through with Tab and arrows, and Escape gives the focus back', async () => {
    const { page } = await visit(browser, hospital.address);
    await signIn(page, 'els');
    const button = page.getByRole('button', { name: 'Andere pagina’s' });
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    await expect.poll(() => inFocus(page)).toBe('Inkomend');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => inFocus(page)).toBe('Vindkwaliteit');
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => inFocus(page)).toContain('Andere pagina’s');
    expect(await page.getByRole('link', { name: 'Inkomend' }).count()).toBe(0);
  });

  test('a page under the menu, once open, stands in the bar and in the title of the window', async () => {
    const { page } = await visit(browser, hospital.address);
    await signIn(page, 'els');
    await expect.poll(() => here(page)).toEqual(['Werklijst']);
    await goTo(page, 'Regels');
    await page.getByRole('heading', { level: 1, name: 'Regels en bronnen' }).waitFor();
    await expect.poll(() => here(page)).toEqual(['Regels']);
    await expect.poll(() => page.title()).toBe('Regels · Breekpunt');
    await page.getByRole('link', { name: 'Taken' }).click();
    await page.getByRole('heading', { level: 1, name: 'Taken' }).waitFor();
    await expect.poll(() => page.title()).toBe('Taken · Breekpunt');
    await expect.poll(() => here(page)).toEqual(['Taken']);
  });
});

describe('on a telephone', () => {
  test('everything stands under one menu, large enough for a finger, and no key is spoken of', async () => {
    const { page, complaints } = await visit(browser, hospital.address, {
      width: 390,
      touch: true,
      theme: 'dark',
    });
    await signIn(page, 'lead');
    await page.locator('.case-row').first().waitFor();
    expect(await page.locator('kbd:visible, .for-keys:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Menu' }).tap();
    const stops = page.locator('.drop-panel').locator('a, li > button');
    await expect
      .poll(() => stops.allInnerTexts())
      .toEqual(expect.arrayContaining(['Werklijst', 'Noodtoegang', 'Meld af']));
    const heights = await stops.evaluateAll((all) =>
      all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await objections(page)).toEqual([]);
    await page.getByRole('link', { name: 'Keuzehulpen' }).tap();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('.drop-panel').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('an address that leads nowhere says so, and shows the way', async () => {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'it');
  await page.goto(`${hospital.address}/nowhere`);
  await page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet.' }).waitFor();
  await page.getByRole('link', { name: 'Naar uw eerste pagina' }).click();
  await page.getByRole('heading', { level: 1, name: 'Inkomend' }).waitFor();
});
