// The risk scores beside the assessment: what each still asks, in which range it holds, what was kept; and values that cannot
// be true, which the page refuses with what it expected.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { inDutch } from './days.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { birthDateOf } from './hospital-patients.ts';
import { objections } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;
let els: Page;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  els = (await visit(browser, hospital.address)).page;
  await signIn(els, 'els');
  await els.getByRole('link', { name: 'VERZONNEN-WOUTERS, Lea' }).first().click();
  await els.getByRole('link', { name: /Onderzoek en beslissing/ }).click();
  await els.getByRole('heading', { name: 'Onderzoek', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const card = (name: string): Locator => els.getByRole('article', { name, exact: true });
const risks = (): Locator => els.getByRole('region', { name: 'Risicofactoren' });

/** The whole question that an input belongs to. */
const questionOf = (input: Locator): Locator =>
  input.locator('xpath=ancestor::div[contains(concat(" ", @class, " "), " answer-field ")]');

async function fill(question: string, text: string): Promise<Locator> {
  const input = risks().getByLabel(question, { exact: true });
  await input.fill(text);
  await input.blur();
  return questionOf(input);
}

describe('a nurse', () => {
  test('sees of every score in whom it was made, and that it cannot tell yet', async () => {
    const names = ['QFracture-2012 (algoritme)', 'FRACTURE Index', 'NHG-score 2012', 'OST', 'ORAI'];
    for (const name of names) expect(await card(name).textContent()).toContain('Gemaakt bij');
    expect(await card('OST').textContent()).toContain('Kan niet zeggen');
    expect(await card('Nottingham Hip Fracture Score').count()).toBe(0);
  });

  test('answers a question inside a score, and the score has its points', async () => {
    await fill('Gewicht', '66');
    await card('ORAI')
      .getByText(/Nog te vragen/)
      .click();
    await card('ORAI')
      .getByRole('group', { name: 'Neemt oestrogenen?' })
      .getByRole('radio', { name: 'Nee' })
      .check();
    await expect.poll(() => card('ORAI').textContent()).toContain('14 punten');
    expect(await card('ORAI').textContent()).toContain('botmeting aangewezen');
  });

  test('keeps the result, and it stands there with day, name and knowledge', async () => {
    await card('ORAI').getByRole('button', { name: 'Bewaar de uitkomst van ORAI' }).click();
    await expect
      .poll(() => card('ORAI').textContent())
      .toMatch(/Els Verzonnen: 14 punten \(kennis [0-9a-f]{8}\)/);
  });

  test('reads the range when a score refuses a body that it was not made for', async () => {
    await fill('Gewicht', '150');
    await fill('Lengte', '160');
    await expect
      .poll(() => card('QFracture-2012 (algoritme)').textContent())
      .toContain('body mass index: van 20 tot 40 kg/m²');
    expect(await card('QFracture-2012 (algoritme)').textContent()).not.toContain('Bewaar');
  });
});

describe('what cannot be true', () => {
  test.each([
    ['1,7', 'Verwacht: van 100 tot 230 cm'],
    ['17000', 'Verwacht: van 100 tot 230 cm'],
  ])('a height of %s is refused with the range, and what was typed stays', async (typed, words) => {
    const field = await fill('Lengte', typed);
    await expect.poll(() => field.textContent()).toContain(words);
    expect(await field.locator('input').inputValue()).toBe(typed);
  });

  test('a day before the birth is refused with the day of birth', async () => {
    const fracture = els.getByRole('region', { name: 'Breuk', exact: true });
    const day = fracture.getByLabel('Dag van de breuk', { exact: true });
    await day.fill('1930-01-01');
    await day.blur();
    await expect
      .poll(() => questionOf(day).textContent())
      .toContain(`ligt vóór de geboorte (${inDutch(birthDateOf('Wouters'))})`);
  });

  test('a death before the fracture is kept and shown as a contradiction', async () => {
    const death = els.getByRole('region', { name: 'Bezoek' }).getByLabel('Overleden?', { exact: true });
    await death.fill('2026-01-05');
    await death.blur();
    const shown = els.getByRole('alert', { name: 'Dit spreekt elkaar tegen' });
    await expect
      .poll(() => shown.textContent())
      .toMatch(/De breuk \(.*\) ligt na het overlijden \(5 jan 2026\)/);
    expect(await death.inputValue()).toBe('2026-01-05');
  });

  test('the page with all of it passes axe', async () => {
    expect(await objections(els)).toEqual([]);
  });
});
