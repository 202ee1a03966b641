// From a reason on a case to the text behind it, and a physician who signs a rule set.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, launch, signIn, visit } from './browser.ts';
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

async function visitAs(login: string): ReturnType<typeof visit> {
  const visitor = await visit(browser, hospital.address);
  await signIn(visitor.page, login);
  return visitor;
}

const set = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a nurse opens the source of a reason in one click, and the source itself in one more', async () => {
  const { page, complaints } = await visitAs('els');
  await page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
  // Nobody confirmed or signed it yet, and the case says so.
  await expect.poll(() => page.locator('.why').textContent()).toContain('CF8 concept');
  await page.getByRole('link', { name: 'Regel CF8: open de bron' }).click();
  await page.getByRole('heading', { level: 1, name: 'CF8' }).waitFor();
  const sources = page.getByRole('region', { name: 'Bronnen' });
  await sources.getByRole('link').first().waitFor();
  expect(
    await page.getByText('In Belgium a person of 50 or older with a vertebral fracture').isVisible(),
  ).toBe(true);
  await expect.poll(() => page.getByText('Niet getekend in dit ziekenhuis').isVisible()).toBe(true);
  await sources.getByRole('link', { name: /^Regel be-/ }).click();
  await page.getByRole('heading', { name: 'Wat hierop steunt' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Regel CF9: open de bron' }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test('a word that decided in a report opens the sentences that prove it', async () => {
  const { page } = await visitAs('els');
  await page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
  const because = page.locator('.because').getByRole('link').first();
  await because.click();
  await page.getByText('Zo leest het programma een verslag.').waitFor();
});

describe('rules and sources', () => {
  test('are searched by word, country and status, and the address keeps it', async () => {
    const { page } = await visitAs('els');
    await goTo(page, 'Regels');
    await page.getByRole('heading', { level: 1, name: 'Regels en bronnen' }).waitFor();
    const ids = (): Promise<string[]> => page.locator('.rule-line a.rule').allInnerTexts();
    await expect.poll(async () => (await ids()).length).toBeGreaterThan(200);
    expect(await ids()).not.toContain('CF4');
    await page.getByLabel('Land').selectOption('NL');
    await expect.poll(ids).toContain('CF4');
    expect(await ids()).not.toContain('CF8');
    await page.getByLabel('Zoek in regels en bronnen').fill('severe accident');
    await expect.poll(ids).toEqual(['CF5']);
    expect(page.url()).toContain('country=NL');
    await page.reload();
    await expect.poll(ids).toEqual(['CF5']);
  });

  test('show the value of a number on another day', async () => {
    const { page } = await visitAs('els');
    await page.goto(`${hospital.address}/rules?what=parameters&q=dxa.normal-from`);
    await expect.poll(() => page.getByRole('table').textContent()).toContain('−1');
    await page.getByLabel('Geldig op').fill('1950-01-01');
    await expect.poll(() => page.getByRole('table').textContent()).toContain('geen waarde op deze dag');
    await expect
      .poll(() => page.getByRole('table').textContent())
      .toContain('Laagste T-score die normaal is');
  });
});

describe('signing', () => {
  test('is offered to a physician, says what it means, and is kept', async () => {
    const { page, complaints } = await visitAs('arts');
    await page.goto(`${hospital.address}/rules`);
    const falls = set(page, 'Vallen');
    await falls.getByRole('button', { name: 'Teken deze regels' }).click();
    await expect.poll(() => falls.getByText('U tekent voor dit ziekenhuis, als arts').isVisible()).toBe(true);
    await falls.getByLabel('Opmerking').fill('Besproken met het team');
    await falls.getByRole('button', { name: 'Onderteken' }).click();
    await expect.poll(() => falls.locator('.sign-off').textContent()).toContain('Getekend door');
    await expect.poll(() => falls.getByText('Besproken met het team').isVisible()).toBe(true);
    // Signed once more, the first signature stays to be read.
    await falls.getByRole('button', { name: 'Teken opnieuw' }).click();
    await falls.getByRole('button', { name: 'Onderteken' }).click();
    await falls.getByText('Eerdere handtekeningen (1)').click();
    await expect.poll(() => falls.locator('details').textContent()).toContain('Besproken met het team');
    expect(complaints).toEqual([]);
  });

  test('is seen by a nurse, who cannot do it', async () => {
    const { page } = await visitAs('els');
    await page.goto(`${hospital.address}/rules`);
    const falls = set(page, 'Vallen');
    await expect.poll(() => falls.locator('.sign-off').textContent()).toContain('Getekend door');
    expect(await page.getByRole('button', { name: 'Teken deze regels' }).count()).toBe(0);
  });
});

test('no page of rules has anything to object to, light or dark', async () => {
  const { page, complaints } = await visitAs('els');
  const wrong: string[] = [];
  const pages: readonly string[] = [
    '/rules?q=belgium',
    '/rules?what=parameters&q=genant',
    '/rules?what=sources&q=zoledron',
    '/rules/entry?id=CF8',
    '/rules/entry?id=imminent-refracture',
  ];
  for (const path of pages) {
    await page.goto(hospital.address + path);
    await page.locator('main .rule, main .facts, main table').first().waitFor();
    wrong.push(...(await wrongWith(page)).map((each) => `${path} ${each}`));
  }
  expect(wrong).toEqual([]);
  expect(complaints).toEqual([]);
});
