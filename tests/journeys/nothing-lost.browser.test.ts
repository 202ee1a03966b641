// What somebody was writing, when the session ends, the line is down, or another page has to be looked at in between.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, launch, signIn, type Visitor, visit } from './browser.ts';
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

const note = (page: Page) => page.getByLabel('Nieuwe notitie');

async function writing(text: string): Promise<Visitor> {
  const visitor = await visit(browser, hospital.address);
  await signIn(visitor.page, 'els');
  await visitor.page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
  await note(visitor.page).fill(text);
  return visitor;
}

/** As when nobody touched the screen for too long. */
async function endSession(page: Page): Promise<void> {
  await page.request.delete(`${hospital.address}/api/session`, { headers: { origin: hospital.address } });
  // What is asked next is refused; whether that is this or something that the page asks by itself is all one.
  await page.locator('button', { hasText: 'Bewaar notitie' }).dispatchEvent('click');
}

describe('when the session ends while a nurse writes a note', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await writing('Belt morgen terug over de botmeting.'));
    await endSession(page);
  });

  test('the sign-in covers the page, of which nothing can be seen or reached', async () => {
    await page.getByText('U bent afgemeld. Meld u opnieuw aan: wat u typte, staat er nog.').waitFor();
    expect(await page.getByText('VERZONNEN-PEETERS').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Bewaar notitie' }).count()).toBe(0);
    await expect.poll(() => page.title()).toBe('Aanmelden · Breekpunt');
    expect(await objections(page)).toEqual([]);
  });

  test('no key reaches the page behind it', async () => {
    await page.getByRole('heading', { name: 'Aanmelden' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toMatch(/^\/cases\/\d+$/);
  });

  test('she signs in again, finds her note and saves it', async () => {
    await signIn(page, 'els');
    await expect.poll(() => note(page).inputValue()).toBe('Belt morgen terug over de botmeting.');
    await page.getByRole('button', { name: 'Bewaar notitie' }).click();
    await page.locator('.deeds').getByText('Belt morgen terug over de botmeting.').waitFor();
  });
});

test('a colleague who signs in on the same screen finds nothing of what stood there', async () => {
  const { page } = await writing('Niet voor Samir.');
  await endSession(page);
  await page.getByText('U bent afgemeld.').waitFor();
  await signIn(page, 'samir');
  await page.locator('.case-row').first().waitFor();
  await page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
  expect(await note(page).inputValue()).toBe('');
});

test('when the line is down the page says so, keeps what was typed, and goes on when it is back', async () => {
  const { page } = await writing('Zonder verbinding geschreven.');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Bewaar notitie' }).click();
  await page.getByText('Niet bewaard: Geen verbinding met de server.').waitFor();
  await expect.poll(() => note(page).inputValue()).toBe('Zonder verbinding geschreven.');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Bewaar notitie' }).click();
  await page.locator('.deeds').getByText('Zonder verbinding geschreven.').waitFor();
});

test('a note that is not finished waits while another page is looked at', async () => {
  const { page } = await writing('Half af');
  await goTo(page, 'Taken');
  await page.getByRole('heading', { level: 1, name: 'Taken' }).waitFor();
  await page.goBack();
  await expect.poll(() => note(page).inputValue()).toBe('Half af');
});

test('two nurses fill in one block of acute care, and both keep what they said', async () => {
  const opened = async (login: string): Promise<Page> => {
    const { page } = await visit(browser, hospital.address);
    await signIn(page, login);
    await page.getByRole('link', { name: 'VERZONNEN-MAES, Rosa' }).click();
    await block(page).getByRole('button', { name: 'Vul in of bekijk' }).click();
    return page;
  };
  const block = (page: Page) => page.locator('#hip-care');
  const answer = (page: Page, question: string) => block(page).getByRole('group', { name: question });
  const [els, samir] = [await opened('els'), await opened('samir')];
  await answer(els, 'Geopereerd').getByLabel('ja').check();
  await answer(samir, 'Voeding nagekeken').getByLabel('ja').check();
  await block(samir).getByRole('button', { name: 'Bewaar acute zorg' }).click();
  await block(samir).getByText('Bewaard.').waitFor();
  await block(els).getByText('Iemand anders wijzigde dit intussen.', { exact: false }).waitFor();
  await expect.poll(() => answer(els, 'Geopereerd').getByLabel('ja').isChecked()).toBe(true);
  await expect.poll(() => answer(els, 'Voeding nagekeken').getByLabel('ja').isChecked()).toBe(true);
  await block(els).getByRole('button', { name: 'Bewaar acute zorg' }).click();
  await block(els).getByText('Bewaard.').waitFor();
  await expect.poll(() => answer(samir, 'Geopereerd').getByLabel('ja').isChecked()).toBe(true);
});

test('a page opened from far down a list begins at its top, and Escape goes back to the row', async () => {
  const { page } = await visit(browser, hospital.address, { width: 390 });
  await signIn(page, 'els');
  const row = page.getByRole('link', { name: 'VERZONNEN-GOOSSENS, Gerda' });
  await row.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate('scrollY')).toBe(0);
  await page.keyboard.press('Escape');
  await row.waitFor();
  await expect
    .poll(() => page.evaluate<string>('document.activeElement.textContent'))
    .toContain('VERZONNEN-GOOSSENS');
});
