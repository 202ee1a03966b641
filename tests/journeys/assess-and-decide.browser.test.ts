// From a confirmed fracture to a signed choice: a nurse answers what is missing and sees the decision change under her
// hands, a second nurse is told that she was second, a physician chooses and signs.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { asTyped, daysAgo } from './days.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { birthDateOf } from './hospital-patients.ts';
import { objections, wrongWith } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;
let els: Page;
let address: string;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  els = (await visit(browser, hospital.address)).page;
  await signIn(els, 'els');
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Behandeling van het bot' });
const section = (name: string): Locator => els.getByRole('region', { name, exact: true });

/** Chooses yes, no or not known of a question of a section, by keyboard. */
async function say(where: Locator, question: string, answer: 'Ja' | 'Nee' | 'Niet bekend'): Promise<void> {
  const group = where.getByRole('group', { name: question });
  await group.getByRole('radio', { name: answer }).focus();
  await els.keyboard.press('Space');
  await expect.poll(() => group.locator('..').textContent()).toMatch(/Bewaard \d\d:\d\d/);
}

async function fillScan(tScore: string): Promise<void> {
  const density = section('Botmeting en wervels');
  const scan = density.getByRole('group', { name: 'Botmeting (DXA)' });
  await scan.getByLabel('Botmeting (DXA): Dag').fill(daysAgo(52));
  for (const site of ['lendenwervels', 'hele heup', 'femurhals'])
    await scan.getByLabel(`Botmeting (DXA): T-score ${site}`).fill(tScore);
  await scan.getByLabel('Botmeting (DXA): Merk').selectOption('hologic');
  await leave();
}

/** Goes elsewhere on the page, which saves what was being filled in. */
async function leave(): Promise<void> {
  await section('Vallen').getByRole('radio').first().focus();
}

const drug = (name: string): Locator =>
  panel(els).locator('.drug', { has: els.locator('strong', { hasText: new RegExp(`^${name}$`) }) });

describe('a nurse, in the assessment of a broken wrist', () => {
  test('sees nothing chosen beforehand, and that nobody can tell yet whether to treat', async () => {
    await els.getByRole('link', { name: 'VERZONNEN-JANSSENS, Jos' }).click();
    await els.getByRole('link', { name: /Onderzoek en beslissing/ }).click();
    await els.getByRole('heading', { name: 'Onderzoek', exact: true }).waitFor();
    address = els.url();
    expect(await els.locator('input[type=radio]:checked').count()).toBeLessThanOrEqual(2);
    expect(await panel(els).locator('.outcome').textContent()).toBe('Kan niet zeggen: vraag hieronder');
    await expect.poll(() => els.getByText(/Nog \d+ van 12 voor het register/).isVisible()).toBe(true);
  });

  test('answers by keyboard, and the page says when it was saved and by whom', async () => {
    await say(section('Risicofactoren'), 'Rookt?', 'Nee');
    await els.reload();
    const smokes = section('Risicofactoren').getByRole('group', { name: 'Rookt?' });
    await expect.poll(() => smokes.getByRole('radio', { name: 'Nee' }).isChecked()).toBe(true);
    expect(await smokes.locator('..').textContent()).toContain('door Els Verzonnen');
  });

  test('is told the range of a T-score of plus nine, and nothing is kept of it', async () => {
    await fillScan('9');
    const scan = section('Botmeting en wervels').getByRole('group', { name: 'Botmeting (DXA)' });
    await expect
      .poll(() => scan.locator('..').textContent())
      .toMatch(/Niet bewaard: Verwacht: van −\d+ tot \d+/);
  });

  test('enters a T-score of exactly minus two and a half, and the decision changes to treating', async () => {
    await fillScan('-2,5');
    await expect.poll(() => section('Botmeting en wervels').textContent()).toMatch(/Bewaard \d\d:\d\d/);
    const vertebrae = section('Botmeting en wervels').getByRole('group', { name: 'Wervels in de meting' });
    for (const level of ['L1', 'L2', 'L3', 'L4']) await vertebrae.getByLabel(level).check();
    await els.getByLabel('T-score vergeleken met', { exact: true }).first().selectOption('male');
    await expect.poll(() => panel(els).locator('.outcome').textContent()).toBe('Behandelen: ja');
    await expect.poll(() => panel(els).getByRole('link', { name: /TX7/ }).first().isVisible()).toBe(true);
  });

  test('answers what is still asked inside the decision itself, and the question is gone after it', async () => {
    const asked = panel(els).getByRole('group', { name: 'Andere breuken na een val van stahoogte' });
    await asked.getByRole('button', { name: /Geen andere breuk/ }).click();
    await expect.poll(() => asked.locator('..').textContent()).toMatch(/Bewaard \d\d:\d\d/);
    const fractures = section('Breuk').getByRole('button', { name: /Geen andere breuk/ });
    expect(await fractures.getAttribute('aria-pressed')).toBe('true');
  });

  test('sees that Belgium does not pay by this density, and that a draft is no advice', async () => {
    const spine = section('Botmeting en wervels').getByRole('group', { name: 'Beeld van de wervelkolom' });
    await spine.getByLabel('Beeld van de wervelkolom: Soort beeld').selectOption('vfa');
    await spine.getByLabel('Beeld van de wervelkolom: Dag').fill(daysAgo(52));
    await spine.getByLabel(/helemaal te beoordelen/).selectOption('yes');
    await leave();
    await expect
      .poll(() => drug('zoledronaat').locator('.payment').getAttribute('data-payment'))
      .toBe('not-paid');
    expect(await panel(els).locator('.outcome').textContent()).toBe('Behandelen: ja');
    await expect.poll(() => panel(els).getByText('Dit is geen advies.').isVisible()).toBe(true);
  });

  test('sees a drug blocked by weak kidneys, with the reason and its rule', async () => {
    const blood = section('Bloed').getByRole('group', { name: 'Creatinine' });
    await blood.getByLabel('Creatinine: Waarde').fill('240');
    await blood.getByLabel('Creatinine: Eenheid').selectOption('µmol/L');
    await blood.getByLabel('Creatinine: Dag').fill(daysAgo(52));
    await section('Risicofactoren').getByLabel('Gewicht', { exact: true }).fill('70');
    await leave();
    await expect
      .poll(() => drug('alendronaat').textContent())
      .toContain('Geblokkeerd: creatinineklaring te laag');
    await expect
      .poll(() => drug('alendronaat').locator('a.rule', { hasText: /^DS1$/ }).first().isVisible())
      .toBe(true);
  });

  test('cannot sign: that is for a physician', async () => {
    await expect.poll(() => panel(els).getByText('Een arts tekent de keuze.').isVisible()).toBe(true);
    expect(await els.getByRole('button', { name: 'Onderteken keuze' }).count()).toBe(0);
  });
});

describe('two nurses on one question', () => {
  test('the second is shown the answer of the first and hers, and chooses', async () => {
    const greet = (await visit(browser, hospital.address)).page;
    await signIn(greet, 'greet');
    // Her screen hears of nothing, as after a broken line.
    await greet.route('**/api/events', (route) => route.abort());
    await greet.goto(address);
    const hers = greet
      .getByRole('region', { name: 'Risicofactoren' })
      .getByRole('group', { name: 'Diabetes?' });
    await hers.waitFor();
    await say(section('Risicofactoren'), 'Diabetes?', 'Ja');
    await hers.getByRole('radio', { name: 'Nee' }).check();
    const told = hers.locator('..').getByRole('alert');
    await expect.poll(() => told.textContent()).toMatch(/Els Verzonnen antwoordde hier om \d\d:\d\d: Ja/);
    await told.getByRole('button', { name: 'Laat zo staan' }).click();
    await expect.poll(() => hers.getByRole('radio', { name: 'Ja' }).isChecked()).toBe(true);
    await greet.context().close();
  });
});

describe('a physician', () => {
  let arts: Page;
  const sign = (): Promise<void> => panel(arts).getByRole('button', { name: 'Onderteken keuze' }).click();

  test('must say why when the choice was not offered', async () => {
    arts = (await visit(browser, hospital.address)).page;
    await signIn(arts, 'arts');
    await arts.goto(address);
    await panel(arts).getByLabel('Keuze', { exact: true }).selectOption('declined');
    await sign();
    await expect.poll(() => panel(arts).getByRole('alert').last().textContent()).toContain('schrijf waarom');
  });

  test('is stopped at the birth date of another patient', async () => {
    await panel(arts).getByLabel('Reden bij afwijken').fill('Wil eerst met zijn dochter spreken.');
    await panel(arts)
      .getByLabel('Geboortedatum van de patiënt')
      .fill(asTyped(birthDateOf('Peeters')));
    await sign();
    await expect
      .poll(() => panel(arts).getByRole('alert').last().textContent())
      .toContain('Er is niets getekend');
  });

  test('signs, and the choice stands under the decision with name, day, reason and version', async () => {
    await panel(arts)
      .getByLabel('Geboortedatum van de patiënt')
      .fill(asTyped(birthDateOf('Janssens')));
    await sign();
    const signed = arts.getByRole('region', { name: 'Getekende keuzes' });
    await expect.poll(() => signed.textContent()).toContain('patiënt wil niet');
    expect(await signed.textContent()).toContain('Dr. An Voorbeeld');
    expect(await signed.textContent()).toContain('Wil eerst met zijn dochter spreken.');
  });

  test('sees that no signed decision would come out differently with the knowledge of today', async () => {
    await arts.getByRole('link', { name: 'Taken' }).click();
    await arts.getByRole('link', { name: /die nu anders zouden zijn/ }).click();
    await arts.getByText('Geen enkele zou anders uitvallen.').waitFor();
    await expect.poll(() => arts.getByText(/1 open beslissingen opnieuw gemaakt/).isVisible()).toBe(true);
  });
});

describe('the same T-score in the Netherlands', () => {
  let dutch: Hospital;
  let page: Page;

  beforeAll(async () => {
    dutch = await openHospital('with patients', 'NL');
    page = (await visit(browser, dutch.address)).page;
    await signIn(page, 'els');
  });
  afterAll(() => dutch?.stop());

  test('is treated by another rule, and pays by another text', async () => {
    await page.getByRole('link', { name: 'VERZONNEN-JANSSENS, Jos' }).click();
    await page.getByRole('link', { name: /Onderzoek en beslissing/ }).click();
    const density = page.getByRole('region', { name: 'Botmeting en wervels', exact: true });
    const scan = density.getByRole('group', { name: 'Botmeting (DXA)' });
    await scan.getByLabel('Botmeting (DXA): Dag').fill(daysAgo(52));
    for (const place of ['lendenwervels', 'hele heup', 'femurhals'])
      await scan.getByLabel(`Botmeting (DXA): T-score ${place}`).fill('-2,5');
    for (const level of ['L1', 'L2', 'L3', 'L4'])
      await density.getByRole('group', { name: 'Wervels in de meting' }).getByLabel(level).check();
    await expect.poll(() => panel(page).locator('.outcome').textContent()).toBe('Behandelen: ja');
    await expect.poll(() => panel(page).getByText('Regels van Nederland').isVisible()).toBe(true);
    await expect
      .poll(() => panel(page).locator('a.rule', { hasText: /^TX1$/ }).first().isVisible())
      .toBe(true);
    const zoledronate = panel(page).locator('.drug', {
      has: page.locator('strong', { hasText: /^zoledronaat$/ }),
    });
    expect(await zoledronate.locator('.payment').getAttribute('data-payment')).toBe('paid');
    expect(await zoledronate.locator('.payment').textContent()).toContain('RB30');
  });
});

test('axe objects to nothing at either width, light or dark, and nothing scrolls sideways', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'arts');
  await page.goto(address);
  await panel(page).waitFor();
  expect(await wrongWith(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await objections(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
