// An empty installation: the first administrator sets the hospital up, makes an account, and a nurse signs in with a
// password of her own and a second factor.

import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, launch, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('empty'), launch()]);
  page = (await visit(browser, hospital.address)).page;
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

const password = 'vier zachte gele peren';
const ownPassword = 'zeven trage groene slakken';

async function signOut(name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Meld af' }).click();
  await page.getByRole('heading', { name: 'Aanmelden' }).waitFor();
}

describe('an empty installation', () => {
  test('asks for the code that stands where the server was started, and refuses another', async () => {
    await page.getByRole('heading', { name: 'Eerste start' }).waitFor();
    await page.getByLabel('Startcode').fill('XXXX-XXXX-XXXX');
    await page.getByLabel('Naam van het ziekenhuis').fill('AZ Verzonnen');
    await page.getByLabel('Land').selectOption('BE');
    await page.getByLabel('Uw naam').fill('Ilse Techniek');
    await page.getByLabel('Gebruikersnaam').fill('ilse');
    await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Maak het ziekenhuis' }).click();
    await expect
      .poll(() => page.getByRole('alert').first().textContent())
      .toContain('Deze startcode klopt niet');
    await page.getByLabel('Startcode').fill(hospital.setUpCode ?? '');
    await page.getByRole('button', { name: 'Maak het ziekenhuis' }).click();
  });

  test('lets the administrator set the second step that a hospital with patients asks for', async () => {
    const key = await secondFactorKey();
    if (key === null) return;
    await setSecondFactor(key, password);
  });

  test('lets the administrator make an account for a nurse', async () => {
    const steps = page.getByRole('region', { name: 'Eerste stappen' });
    await expect.poll(() => steps.getByRole('link').allInnerTexts()).toContain('Maak accounts');
    await goTo(page, 'Accounts');
    const form = page.getByRole('region', { name: 'Nieuw account' });
    await form.getByLabel('Naam', { exact: true }).fill('Els Verstraete');
    await form.getByLabel('Gebruikersnaam').fill('els');
    await form.getByLabel('Functie').selectOption('nurse');
    await form.getByLabel('Eerste wachtwoord', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Maak account' }).click();
    await page.getByText('Account gemaakt voor Els Verstraete.').waitFor();
    await expect.poll(() => page.getByRole('table').textContent()).toContain('verpleegkundige');
    await signOut('Ilse Techniek');
  });

  test('lets the nurse in when she has chosen a password of her own, to an empty list that says why', async () => {
    await page.getByLabel('Gebruikersnaam').fill('els');
    await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Meld aan' }).click();
    await page.getByLabel('Wachtwoord van nu', { exact: true }).fill(password);
    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(ownPassword);
    await page.getByRole('button', { name: 'Bewaar wachtwoord' }).click();
    const key = await secondFactorKey();
    if (key !== null) await setSecondFactor(key, ownPassword);
    await page.getByText('Niemand op deze lijst.').waitFor();
    await expect.poll(() => page.getByText('Er kwam nog geen enkel verslag binnen.').isVisible()).toBe(true);
  });
});

/** The key that the page asks to put into the telephone; null when the page does not ask. */
async function secondFactorKey(): Promise<string | null> {
  const box = page.locator('.code-box');
  const asked = await Promise.race([
    box.waitFor().then(() => true),
    page
      .getByRole('link', { name: /Werklijst|Accounts/ })
      .first()
      .waitFor()
      .then(() => false),
  ]);
  return asked ? ((await box.textContent()) ?? '').replaceAll(' ', '') : null;
}

async function setSecondFactor(key: string, ofPassword: string): Promise<void> {
  await page.getByLabel('Code van de tweede stap').fill(new TOTP({ secret: key }).generate());
  await page.getByLabel('Wachtwoord van nu', { exact: true }).fill(ofPassword);
  await page.getByRole('button', { name: 'Zet tweede stap aan' }).click();
  await page.getByRole('navigation').first().waitFor();
}
