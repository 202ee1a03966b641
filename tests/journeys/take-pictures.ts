// The pictures of the README and of docs/using.md, taken of the running app with invented people: `npm run pictures`. Decision:
// they are made by this script and by nothing else, so that whoever changes the look renews them with one command.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch, signIn, visit } from './browser.ts';
import { openHospital } from './hospital.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');

interface Picture {
  readonly name: string;
  readonly of: 'with patients' | 'with care';
  readonly as: 'els' | 'arts';
  readonly height: number;
  readonly open: (page: Page, address: string) => Promise<unknown>;
}

const pictures: readonly Picture[] = [
  {
    name: 'worklist',
    of: 'with care',
    as: 'els',
    height: 640,
    open: (page) => page.locator('.case-row').nth(5).waitFor(),
  },
  {
    name: 'case',
    of: 'with patients',
    as: 'els',
    height: 900,
    open: async (page) => {
      await page.getByRole('link', { name: 'VERZONNEN-PEETERS, Maria' }).click();
      await page.locator('.report-text').waitFor();
    },
  },
  {
    name: 'decision',
    of: 'with care',
    as: 'arts',
    height: 900,
    open: async (page, address) => {
      await page.goto(`${address}/worklist?list=intervene`);
      await page.locator('.case-row .who a').first().click();
      await page.getByRole('link', { name: 'Onderzoek en beslissing' }).click();
      await page.locator('.decision').first().waitFor();
    },
  },
];

mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const { name, of, as, height, open } of pictures) {
  const hospital = await openHospital(of);
  const { page } = await visit(browser, hospital.address);
  await page.setViewportSize({ width: 1280, height });
  await signIn(page, as);
  await open(page, hospital.address);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await hospital.stop();
}
await browser.close();
