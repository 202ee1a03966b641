// A table as hospitals really send them: headers of their own, semicolons, Windows-1252, dates that do not exist, a row
// twice, a row without a patient, a quote that is never closed. Every row is read or stands in the file of what stayed out.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { daysAgo } from './days.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;
let browser: Browser;

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

/** As the hospital writes days: dd/mm/yyyy. */
const done = (days: number): string => daysAgo(days).split('-').toReversed().join('/');

const rows = [
  'Onderz.;Wie;Gebdat;Uitgevoerd op;Wat er staat;Zaal',
  `A1;U-1;06/05/1944;${done(10)};"Val van stahoogte; pertrochantere femurfractuur links, verplaatst.";4`,
  `A2;U-2;07/05/1951;${done(9)};"Fracture enfoncée de l’humérus proximal gauche après une chute.";4`,
  `A2;U-2;07/05/1951;${done(9)};"Fracture enfoncée de l’humérus proximal gauche après une chute.";4`,
  `A3;U-3;31/02/1951;${done(9)};"Geen fractuur.";4`,
  `A4;;07/05/1951;${done(9)};"Geen fractuur.";4`,
  `A5;U-5;07/05/1951;${done(8)};"Niet gesloten;4`,
  `A6;U-6;01/01/1950;${done(8)};"Geen fractuur.";4`,
];

/** Windows-1252: é is one byte there, and ’ another. */
const bytes = (lines: readonly string[]): Buffer =>
  Buffer.from([...`${lines.join('\r\n')}\r\n`].map((sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0))));

async function choose(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: bytes(lines) });
  await page.getByRole('heading', { name: 'Wat gelezen wordt' }).waitFor();
}

const readAs = (page: Page, column: string, field: string): Promise<unknown> =>
  page.getByLabel(`Lees ${column} als`).selectOption({ label: field });

test('a messy table is mapped once, and every row of it is read or can be saved with its reason', async () => {
  const { page, complaints } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/inbox`);
  await page.getByRole('link', { name: 'Lees een bestand in' }).click();

  // The reader knows one header of the six; the nurse says the others, and sees the cells while she does.
  await choose(page, 'november.csv', rows);
  await page.getByText('Fracture enfoncée de l’humérus proximal').first().waitFor();
  await readAs(page, 'Onderz.', 'nummer van het verslag');
  await readAs(page, 'Wie', 'nummer van de patiënt');
  await readAs(page, 'Uitgevoerd op', 'datum van het verslag');
  await readAs(page, 'Wat er staat', 'tekst van het verslag');
  await page.getByText('Rijen: 7. Te lezen: 3. Dubbel: 1. Blijft buiten: 3.').waitFor();
  await page.getByText('Geen datum die bestaat: geboortedatum').waitFor();
  await page.getByText('De aanhalingstekens van deze rij kloppen niet').waitFor();

  await page.getByRole('button', { name: 'Lees 3 verslagen in' }).click();
  await page.getByText('Rijen: 7. Gelezen: 3. Dubbel: 1. Buiten gebleven: 3.').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Bewaar de rijen die buiten bleven' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(saved).toHaveLength(4);
  expect(saved.slice(1).map((line) => /A\d/.exec(line)?.[0])).toEqual(['A3', 'A4', 'A5']);

  await page.getByRole('link', { name: 'Naar de werklijst' }).click();
  await page.getByText('pertrochantere femurfractuur').first().waitFor();

  // Next month's file, with its columns in another order, needs nothing.
  await page.goto(`${hospital.address}/inbox/upload`);
  await choose(page, 'december.csv', [
    'Wie;Onderz.;Gebdat;Uitgevoerd op;Wat er staat;Zaal',
    `U-1;B1;06/05/1944;${done(0)};"Controle. Geen nieuwe fractuur.";4`,
  ]);
  await page.getByText('Zo werd zo’n bestand hier eerder gelezen.').waitFor();
  await page.getByText('Rijen: 1. Te lezen: 1. Dubbel: 0. Blijft buiten: 0.').waitFor();
  expect(complaints).toEqual([]);
});

test('a table that was cut wrongly is cut anew by another delimiter', async () => {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/inbox/upload`);
  await choose(page, 'pipes.txt', [
    'nr, nummer|pat, wie|wat, er, staat',
    '1, a|U-9, b|Polsfractuur, links, na val',
  ]);
  await page.getByLabel('Scheidingsteken').selectOption('|');
  await page.getByText('Polsfractuur, links, na val').waitFor();
  await readAs(page, 'pat, wie', 'nummer van de patiënt');
  await readAs(page, 'wat, er, staat', 'tekst van het verslag');
  await page.getByText('Rijen: 1. Te lezen: 1.').waitFor();
});

test('a file that is no table says so instead of guessing', async () => {
  const { page } = await visit(browser, hospital.address);
  await signIn(page, 'els');
  await page.goto(`${hospital.address}/inbox/upload`);
  await choose(page, 'empty.csv', []);
  await page.getByText('Dit bestand is leeg.').waitFor();
});
