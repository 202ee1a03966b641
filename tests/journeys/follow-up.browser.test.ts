// Follow-up as a nurse does it: the call at 16 weeks, by keyboard, from the list to the figure; and denosumab that is overdue,
// which cannot be written down as stopped before what follows is.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, type Visitor, visit } from './browser.ts';
import { daysAgo } from './days.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { wrongWith } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with follow-up'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const inFocus = (page: Page): Promise<string | null> =>
  page.evaluate("document.activeElement.getAttribute('data-question')");

/** Of those for whom a drug was advised and who were alive then. */
async function figureIs(page: Page, shown: string): Promise<void> {
  await page.goto(`${hospital.address}/figures`);
  await page.getByRole('button', { name: 'Tel opnieuw' }).click();
  const row = page.locator('.figure-row', { hasText: 'Opgevolgd binnen 16 weken' });
  await row.getByRole('button', { name: 'Toon herkomst en maanden' }).click();
  await row.getByText(`(${shown})`).waitFor();
}

describe('the call at 16 weeks', () => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await visit(browser, hospital.address);
    page = visitor.page;
    await signIn(page, 'els');
  });

  test('stands on the list on the last day of its window, with its number of weeks', async () => {
    await page.getByRole('link', { name: 'Opvolging' }).click();
    const row = page.locator('.call-list .call-row', { hasText: 'VERZONNEN-AERTS' });
    await row.waitFor();
    expect(await row.textContent()).toContain('16 weken');
    expect(await row.textContent()).toContain('alendronaat');
  });

  test('is answered by keyboard, each answer saved by itself, the next question in focus', async () => {
    await page.getByRole('link', { name: 'VERZONNEN-AERTS, Godelieve' }).click();
    await expect.poll(() => inFocus(page)).toBe('started');
    for (const [key, next] of [
      ['Digit1', 'still-taking'],
      ['Digit1', 'side-effects'],
      ['Digit2', 'thigh-or-groin-pain'],
      ['Digit1', 'jaw'],
      ['Digit2', 'fall'],
      ['Digit1', 'fracture'],
      ['Digit2', 'exercises'],
      ['Digit1', 'questions'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => inFocus(page)).toBe(next);
    }
    await page.getByText(/^Bewaard \d\d:\d\d$/).waitFor();
    await page.getByText('Foto van beide dijbenen').waitFor();
    await page.getByText('Valonderzoek herhalen').waitFor();
    await page.getByText('Nog niet gevraagd: vragen.').waitFor();
  });

  test('stays answered when the page is opened again', async () => {
    await page.reload();
    const thigh = page.locator('[data-question="thigh-or-groin-pain"]');
    await expect.poll(() => thigh.getByLabel('Ja').isChecked()).toBe(true);
    expect(await page.locator('[data-question="questions"]').getByLabel('Niet gevraagd').isChecked()).toBe(
      true,
    );
  });

  test('ends after the last answer with Enter, which then leads back, and what needs somebody is a task of the case', async () => {
    await expect.poll(() => inFocus(page)).toBe('questions');
    await page.keyboard.press('Digit2');
    await page.keyboard.press('Enter');
    await page.getByText('Wat hieruit volgt staat bij de taken.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor();
    await page.getByRole('link', { name: 'Taken' }).click();
    await page.getByText(/foto van beide dijbenen aanvragen/).waitFor();
    await page.getByText(/valonderzoek herhalen/).waitFor();
  });

  test('is in the figure the same day: one of the four was followed up within 16 weeks', async () => {
    await figureIs(page, '1/4');
    const month = `${daysAgo(90).slice(0, 7)}-01`;
    const behind = `set=iof-2020&indicator=iof.7&from=${month}&to=${month}&standing=achieved`;
    await page.goto(`${hospital.address}/figures/patients?${behind}`);
    await page.getByRole('link', { name: 'VERZONNEN-AERTS, Godelieve' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

describe('denosumab that is overdue', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await visit(browser, hospital.address));
    await signIn(page, 'els');
    await page.goto(`${hospital.address}/follow-up`);
  });

  test('stands above everything else, with how late it is', async () => {
    const first = page.locator('.call-row').first();
    await first.waitFor();
    expect(await first.textContent()).toContain('VERZONNEN-BOGAERT, Hilda');
    expect(await first.textContent()).toMatch(/Te geven op .*: \d+ dagen geleden/);
    await expect.poll(() => first.getByRole('link', { name: /FU3/ }).isVisible()).toBe(true);
  });

  test('cannot be written down as stopped before what follows is, and says why', async () => {
    await page.getByRole('button', { name: 'Gestopt: wat volgt' }).click();
    await page.getByText(/^Denosumab stopt nooit zonder dat er iets volgt/).waitFor();
    expect(await page.getByLabel('Niets', { exact: true }).count()).toBe(0);
    await page.getByLabel('Gestopt sinds').fill(daysAgo(40));
    await page.getByLabel('Waarom').selectOption({ label: 'patiënt wil niet meer' });
    await page.getByRole('button', { name: 'Bewaar het stoppen en wat volgt' }).click();
    await page.getByText('Kies wat volgt: een ander middel, of wie beslist.').waitFor();
    expect(await page.locator('.call-row').first().textContent()).toContain('BOGAERT');
  });

  test('is stopped once the next drug and its day are named, and asks for its start', async () => {
    await page.getByLabel('Een ander middel').check();
    await page.getByLabel('Welk middel').selectOption({ label: 'zoledronaat' });
    await page.getByLabel('Vanaf welke dag').fill(daysAgo(-23));
    await page.getByRole('button', { name: 'Bewaar het stoppen en wat volgt' }).click();
    await page.getByText('Geen inspuiting of infuus is te laat', { exact: false }).waitFor();
    const row = page.locator('.call-list .call-row', { hasText: 'BOGAERT' }).first();
    await expect.poll(() => row.textContent()).toContain('wat volgt');
  });
});

describe('a patient who leaves follow-up', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await visit(browser, hospital.address));
    await signIn(page, 'els');
  });

  async function leave(name: string, how: string, more: () => Promise<void>): Promise<void> {
    await page.goto(`${hospital.address}/follow-up`);
    await page.locator('.call-list').getByRole('link', { name }).first().click();
    await page.getByRole('button', { name: 'Opvolging stoppen' }).click();
    await page.getByLabel(how, { exact: true }).check();
    await more();
    await page.getByRole('button', { name: 'Stop de opvolging' }).click();
    await page.getByText(/^Vervallen: /).waitFor();
  }

  test('because they want no more of it stays in the figure as not followed up, and can come back', async () => {
    await leave('VERZONNEN-CLAEYS, Jeannine', 'Wil geen opvolging meer', async () => undefined);
    await figureIs(page, '1/4');
    await page.goto(`${hospital.address}/worklist?list=ended`);
    await page.getByRole('link', { name: 'VERZONNEN-CLAEYS, Jeannine' }).click();
    await page.getByRole('button', { name: 'Hervat de opvolging' }).click();
    await page.getByRole('button', { name: 'Noteer een gesprek' }).waitFor();
    await page.goto(`${hospital.address}/follow-up`);
    await page.locator('.call-list').getByRole('link', { name: 'VERZONNEN-CLAEYS, Jeannine' }).waitFor();
  });

  test('by a death before the sixteenth week leaves that figure', async () => {
    await leave('VERZONNEN-DIERCKX, Omer', 'Overleden', () =>
      page.getByLabel('Dag van overlijden').fill(daysAgo(30)),
    );
    await figureIs(page, '1/3');
  });

  test('by a move while on denosumab says first who gives the next one', async () => {
    await leave('VERZONNEN-EVERS, Paula', 'Verhuisd', async () => {
      await page.getByText(/^Denosumab stopt nooit zonder wat volgt/).waitFor();
      await page.getByLabel('Wie geeft de volgende denosumab?').fill('huisarts dr. Verzonnen');
    });
    await figureIs(page, '1/3');
    await page.getByRole('link', { name: 'Taken' }).click();
    await page.getByText(/Verwittig huisarts dr\. Verzonnen: volgende denosumab te geven op/).waitFor();
  });
});

test('the pages of follow-up have nothing to object to, at any width, light or dark', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/follow-up`);
  await page.locator('.call-row').first().waitFor();
  expect(await wrongWith(page)).toEqual([]);
  await page.locator('.call-list .call-name').first().click();
  await page.locator('.call-question').first().waitFor();
  expect(await wrongWith(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
