// An assessment without a mouse: from the worklist to a question answered inside the decision, by the keys that every browser has.
// At every stop what has the focus must be in sight, and nothing may lie over it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { daysAgo } from './days.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  page = (await visit(browser, hospital.address)).page;
  await signIn(page, 'els');
  // In the order of urgency; the search box is no place for single keys.
  await page.locator('.case-row').first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

interface Stop {
  readonly name: string;
  readonly kind: string;
  /** In the window, with nothing of the page over it. */
  readonly inSight: boolean;
}

/** What has the focus, by the name that a screen reader says. Runs in the page. */
const stopInPage = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: '', kind: 'nothing', inSight: true };
  const label = at.labels?.[0] ?? null;
  const group = at.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
  const own = at.getAttribute('aria-label') ?? label?.textContent ?? at.textContent ?? '';
  const { left, top, width, height } = at.getBoundingClientRect();
  const [x, y] = [left + Math.min(width, 40) / 2, top + height / 2];
  const over = document.elementFromPoint(x, y);
  const clear = over !== null && (at.contains(over) || over.contains(at) || label?.contains(over) === true);
  const kind = (at.tagName + ' ' + (at.getAttribute('type') ?? '')).trim();
  return { name: (group + ' ' + own).trim(), kind, inSight: y >= 0 && y <= innerHeight && clear };
})()`;

const hidden: string[] = [];

/** Tabs until something of that name has the focus. */
async function tabTo(name: RegExp, most = 400): Promise<Stop> {
  for (let tabs = 0; tabs < most; tabs += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate<Stop>(stopInPage);
    if (!here.inSight && here.kind !== 'nothing') hidden.push(here.name.slice(0, 60));
    if (name.test(here.name)) return here;
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** As people type: the page has answered each key before the next one comes, and what was typed must still be there. */
async function typeSlowly(text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 60 });
  expect(await page.evaluate('document.activeElement.value')).toBe(text);
}

const saved = (question: string) =>
  expect
    .poll(() => page.locator('.answer-field', { hasText: question }).first().textContent())
    .toMatch(/Bewaard \d\d:\d\d/);

test('a case is opened and its assessment reached', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await tabTo(/Onderzoek en beslissing/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Onderzoek', exact: true }).waitFor();
});

test('an examination of several parts is filled in and saved on leaving it', async () => {
  await tabTo(/^Botmeting \(DXA\) Botmeting \(DXA\): Dag/);
  // A day is typed part by part, in the order of the browser's language.
  const [year = '', month = '', day = ''] = daysAgo(52).split('-');
  await page.keyboard.type(month + day + year);
  await tabTo(/T-score lendenwervels/);
  await typeSlowly('-2,6');
  await tabTo(/T-score hele heup/);
  await typeSlowly('-1,9');
  await tabTo(/: Merk/);
  await page.keyboard.type('Hologic');
  await tabTo(/Wervels in de meting/);
  await saved('Botmeting (DXA)');
});

test('a choice of several is ticked with the space bar', async () => {
  for (const level of ['L1', 'L2', 'L3', 'L4']) {
    await tabTo(new RegExp(`Wervels in de meting ${level}$`));
    await page.keyboard.press('Space');
  }
  await saved('Wervels in de meting');
});

test('a number out of range is refused where it was typed, and the next one is saved', async () => {
  await tabTo(/^Gewicht/);
  await page.keyboard.type('700');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.locator('.answer-field', { hasText: 'Gewicht' }).first().textContent())
    .toMatch(/Niet bewaard: Verwacht: van \d+ tot \d+ kg/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('61');
  await page.keyboard.press('Tab');
  await saved('Gewicht');
});

test('yes, no and not known are three keys apart', async () => {
  await tabTo(/^Rookt\?/);
  await page.keyboard.press('Space');
  await saved('Rookt?');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.getByRole('group', { name: 'Rookt?' }).getByRole('radio', { name: 'Nee' }).isChecked())
    .toBe(true);
});

test('a question inside the decision is answered in its place', async () => {
  await tabTo(/Geen andere breuk/, 900);
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      page
        .getByRole('region', { name: 'Breuk', exact: true })
        .getByRole('button', { name: /Geen andere breuk/ })
        .getAttribute('aria-pressed'),
    )
    .toBe('true');
});

test('at every stop what had the focus was in sight', () => {
  expect(hidden).toEqual([]);
});
