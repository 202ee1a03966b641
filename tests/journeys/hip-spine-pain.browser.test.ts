// The decisions that stand beside the bones: a dying hip, a worn hip, brace and cement for a vertebra, pain relief. Each opens
// when it is at stake, says why and what is blocked, asks in place, and is signed by a physician.

import { addMonths } from '@breekpunt/core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { asTyped, daysAgo, inDutch } from './days.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { birthDateOf } from './hospital-patients.ts';
import { objections, wrongWith } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;
let els: Page;
let wrist: string;
let spine: string;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  els = (await visit(browser, hospital.address)).page;
  await signIn(els, 'els');
  wrist = await assessmentOf('VERZONNEN-JANSSENS, Jos');
  spine = await assessmentOf('VERZONNEN-PEETERS, Maria');
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

async function assessmentOf(patient: string): Promise<string> {
  await els.goto(`${hospital.address}/worklist`);
  await els.getByRole('link', { name: patient }).first().click();
  await els.getByRole('link', { name: /Onderzoek en beslissing/ }).click();
  await els.getByRole('heading', { name: 'Onderzoek', exact: true }).waitFor();
  return els.url();
}

const region = (name: string, page: Page = els): Locator => page.getByRole('region', { name, exact: true });

/** Chooses an answer of a question of a section or panel, and waits until the page says it is kept. */
async function say(where: Locator, question: string, answer: 'Ja' | 'Nee'): Promise<void> {
  const group = where.getByRole('group', { name: question });
  await group.getByRole('radio', { name: answer, exact: true }).check();
  await expect.poll(() => group.locator('..').textContent()).toMatch(/Bewaard \d\d:\d\d/);
}

const option = (panel: Locator, name: string): Locator =>
  panel.locator('.drug', { has: panel.page().locator('strong', { hasText: new RegExp(`^${name}$`) }) });

describe('a hip that may be dying', () => {
  const panel = (): Locator => region('Afstervende heupkop');

  test('opens its questions and its decision when a nurse says so', async () => {
    await els.goto(wrist);
    await region('Heup, los van de breuk').waitFor();
    expect(await panel().count()).toBe(0);
    await say(region('Heup, los van de breuk'), 'Afstervende heupkop (necrose) bekend of vermoed?', 'Ja');
    await panel().waitFor();
    expect(await option(panel(), 'inspuiting met corticoïden').getAttribute('data-state')).toBe('blocked');
  });

  test('takes a stage only with its system, and shows the options of that stage with their rules', async () => {
    const stage = region('Heup, los van de breuk').getByRole('group', { name: 'Stadium van de necrose' });
    await stage.getByLabel('Stadium van de necrose: Indeling').selectOption({ label: 'ARCO 2019' });
    const code = stage.getByLabel('Stadium van de necrose: Stadium');
    await code.focus();
    await code.selectOption('IIIA');
    await region('Vallen').getByRole('radio').first().focus();
    await expect.poll(() => option(panel(), 'prothese').getAttribute('data-state')).toBe('open');
    expect(await panel().textContent()).toContain('Stadium IIIA, ARCO 2019');
    await expect
      .poll(() => option(panel(), 'prothese').locator('a.rule', { hasText: /^AV5$/ }).isVisible())
      .toBe(true);
  });

  test('says until when the other hip is watched once the day is answered in the decision itself', async () => {
    const day = panel().getByLabel('Dag waarop de necrose gevonden werd', { exact: true });
    const found = daysAgo(69);
    await day.fill(found);
    await day.blur();
    await expect.poll(() => panel().textContent()).toContain(`opvolgen tot ${inDutch(addMonths(found, 24))}`);
  });

  test('the sentence of a rule opens its entry among the rules and sources', async () => {
    await panel()
      .getByRole('link', { name: /laatste kans om het gewricht te sparen/ })
      .first()
      .click();
    await els.getByRole('heading', { name: /AV5/ }).waitFor();
    await els.goBack();
    await panel().waitFor();
  });
});

describe('a worn hip', () => {
  const panel = (): Locator => region('Heupartrose');

  test('begins with explanation and exercise, and names what is not recommended', async () => {
    await say(region('Heup, los van de breuk'), 'Heupartrose bekend of vermoed?', 'Ja');
    await panel().waitFor();
    expect(await option(panel(), 'hyaluronzuur').getAttribute('data-state')).toBe('blocked');
    for (const question of [
      'Koorts of een warm gewricht?',
      'Kanker bekend?',
      'Kan niet op het been staan?',
      'Pijn ’s nachts in rust?',
    ])
      await say(panel(), question, 'Nee');
    await expect.poll(() => option(panel(), 'uitleg en oefenen').getAttribute('data-state')).toBe('open');
  });

  test('locks the injection in a hip that may be dying, with the rule', async () => {
    const injection = option(panel(), 'inspuiting met corticoïden');
    expect(await injection.getAttribute('data-state')).toBe('blocked');
    await expect.poll(() => injection.locator('a.rule', { hasText: /^OA10$/ }).isVisible()).toBe(true);
  });
});

describe('drugs against pain', () => {
  const panel = (): Locator => region('Pijnstilling').last();

  test('are checked when they are planned, and aspirin beside ibuprofen asks the physician', async () => {
    const planned = region('Pijnstilling').first().getByRole('group', { name: 'Gepland tegen de pijn' });
    await planned.getByLabel('paracetamol').check();
    await planned.getByLabel('ibuprofen').check();
    await expect.poll(() => panel().locator('.drug').count()).toBe(2);
    await say(region('Pijnstilling').first(), 'Neemt aspirine?', 'Ja');
    await expect
      .poll(() => option(panel(), 'ontstekingsremmer').textContent())
      .toContain('Omdat: ibuprofen naast aspirine');
    expect(await option(panel(), 'ontstekingsremmer').getAttribute('data-state')).toBe('blocked');
  });
});

describe('a broken vertebra', () => {
  const panel = (): Locator => region('Gebroken wervel').last();

  test('shows brace and cement only once it may be treated without operation', async () => {
    await els.goto(spine);
    await panel().waitFor();
    expect(await region('Brace').count()).toBe(0);
    const gate = region('Gebroken wervel').first();
    await say(gate, 'Alarm: plassen, stoelgang, doof zitvlak, zwakke benen?', 'Nee');
    await say(gate, 'Uitval neemt toe?', 'Nee');
    await say(region('Risicofactoren'), 'Kanker bekend?', 'Nee');
    await say(region('Risicofactoren'), 'Tekens van infectie?', 'Nee');
    await gate.getByLabel('AO Spine-type', { exact: true }).selectOption('A1');
    await gate.getByLabel('OF-klasse', { exact: true }).selectOption('OF3');
    await region('Brace').waitFor();
    expect(await option(region('Brace'), 'geen brace').getAttribute('data-state')).toBe('open');
    expect(await region('Cement in de wervel').textContent()).toContain('niet gelezen');
  });

  test('puts a score that was begun beside the others, which say that nobody began them', async () => {
    const gate = region('Gebroken wervel').first();
    await gate.getByLabel('TLICS vorm', { exact: true }).selectOption('compression');
    await gate.getByLabel('TLICS banden', { exact: true }).selectOption('intact');
    await gate.getByLabel('TLICS neurologie', { exact: true }).selectOption('intact');
    const scores = panel().getByRole('table');
    await expect
      .poll(() => scores.locator('tr', { hasText: 'TLICS' }).textContent())
      .toContain('zonder operatie');
    expect(await scores.locator('tr', { hasText: 'OF score' }).textContent()).toContain('niet begonnen');
  });
});

describe('a physician', () => {
  test('signs that there will be no brace, and it stands among the signed choices', async () => {
    const arts = (await visit(browser, hospital.address)).page;
    await signIn(arts, 'arts');
    await arts.goto(spine);
    const brace = region('Brace', arts);
    await brace.getByRole('button', { name: 'Kies geen brace' }).click();
    await brace.getByLabel('Geboortedatum van de patiënt').fill(asTyped(birthDateOf('Peeters')));
    await brace.getByRole('button', { name: 'Onderteken keuze' }).click();
    const signed = region('Getekende keuzes', arts);
    await expect.poll(() => signed.textContent()).toContain('Brace: geen brace');
    await arts.context().close();
  });
});

test.each([
  ['the hips and the pain', () => wrist],
  ['the spine', () => spine],
])(
  'axe objects to nothing in the panels of %s at either width, light or dark, and nothing scrolls sideways',
  async (_panels, address) => {
    const { page, complaints } = await visit(browser, hospital.address);
    await signIn(page, 'arts');
    await page.goto(address());
    await region('Getekende keuzes', page).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await objections(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);
