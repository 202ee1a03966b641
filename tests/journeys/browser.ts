// A real browser for journeys: Debian's Chromium, in Dutch, with everything it complained of kept.

import { demoPassword } from '@breekpunt/server';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The browser's own words, and the order of a day's parts in a field, are English whatever the machine speaks. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless=new'],
    env: { ...process.env, LANGUAGE: 'en_US' },
  });
}

/** Something is wrong when it has not come by then, however busy the machine: a wait ends as soon as what is waited for is there. */
export const patienceMs = 90_000;

export interface Visitor {
  readonly page: Page;
  /** Errors of the page and refusals by its own policy. */
  readonly complaints: readonly string[];
}

export interface VisitOptions {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
  /** A screen that is touched. */
  readonly touch?: boolean;
}

export async function visit(
  browser: Browser,
  address: string,
  { width = 1280, theme = 'light', language = 'nl-BE', touch = false }: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: 860 },
    locale: language,
    colorScheme: theme,
    hasTouch: touch,
    timezoneId: 'America/New_York',
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // Whoever is not signed in is told so by a 401, which the browser calls an error.
    if (message.type() === 'error' && !/\b(401|409)\b/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(address);
  return { page, complaints };
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(login);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Meld aan' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** Goes to a place by its name in the bar, or under the menu when it is no place of every day. */
export async function goTo(page: Page, place: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Plaatsen in Breekpunt' }).getByRole('link', {
    name: place,
    exact: true,
  });
  if (!(await link.isVisible())) await page.getByRole('button', { name: /^(Andere pagina’s|Menu)$/ }).click();
  await link.click();
}
