// The figures of a case: drawn from its own record, named in words for who cannot see them, with a table behind each.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
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

async function caseOf(name: string): Promise<Page> {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.getByRole('link', { name }).click();
  await page.getByRole('region', { name: 'Figuren' }).locator('svg').first().waitFor();
  return page;
}

test('a broken vertebra is drawn as broken, a doubtful one as doubtful, and an unread one is never drawn as whole', async () => {
  const page = await caseOf('VERZONNEN-PEETERS, Maria');
  const spine = page.getByRole('region', { name: 'Wervels T4–L4' });
  const name = await spine.getByRole('img').getAttribute('aria-label');
  expect(name).toContain('L1: gezien breuk, graad niet bekend');
  expect(name).toContain('T11: gezien mogelijk breuk');
  expect(name).toContain('Niet beoordeeld: T4, T5');
  expect(await spine.locator('[data-grade="0"]').count()).toBe(0);
  await spine.getByText('Toon als tabel').click();
  await expect.poll(() => spine.getByRole('row').count()).toBe(14);
});

test('T-scores stand at their age, with reference and device in the table', async () => {
  const page = await caseOf('VERZONNEN-PEETERS, Maria');
  const scores = page.getByRole('region', { name: 'Botdichtheid' });
  await expect
    .poll(() => scores.getByRole('img').getAttribute('aria-label'))
    .toContain('femurhals links −2,7');
  await expect.poll(() => scores.getByText('Zonder referentieband').isVisible()).toBe(true);
  await scores.getByText('Toon als tabel').click();
  await expect.poll(() => scores.getByRole('table').textContent()).toContain('Hologic');
});

test('the risk of a next fracture says its model, its people and that it is a draft', async () => {
  const page = await caseOf('VERZONNEN-PEETERS, Maria');
  const risk = page.getByRole('region', { name: 'Kans op een volgende breuk' });
  await expect
    .poll(() => risk.getByRole('img').getAttribute('aria-label'))
    .toMatch(/binnen 5 jaar \d+ % \(\d+ % tot \d+ %\)/);
  await expect.poll(() => risk.getByText('Concept').isVisible()).toBe(true);
  await expect.poll(() => risk.getByText('Zweedse vrouwen').first().isVisible()).toBe(true);
  await risk.getByRole('link', { name: 'bron' }).first().click();
  await page.getByRole('heading', { name: 'Wat het niet zegt' }).waitFor();
});

test('a broken hip shows its kind and side, and says when no implant is known', async () => {
  const page = await caseOf('VERZONNEN-MAES, Rosa');
  const hip = page.getByRole('region', { name: 'Heupbreuk' });
  const name = await hip.getByRole('img').getAttribute('aria-label');
  expect(name).toContain('breuk van de femurhals, rechts');
  expect(name).toContain('implantaat: niet bekend');
  await expect.poll(() => page.getByText('Geen T-score in het dossier').isVisible()).toBe(true);
});

test.each(['VERZONNEN-PEETERS, Maria', 'VERZONNEN-MAES, Rosa'])(
  'the figures of %s leave nothing to object to, light or dark',
  async (name) => {
    const page = await caseOf(name);
    expect(await wrongWith(page)).toEqual([]);
  },
);
