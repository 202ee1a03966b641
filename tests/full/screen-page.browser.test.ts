// The page of `breekpunt screen` in a real browser: no accessibility violation, nothing to scroll
// sideways, filters and keys that work, and a page that can be read with script turned off.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../journeys/page-checks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder = '';
let address = '';
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-'));
  const out = join(folder, 'found.html');
  const args = [
    'screen',
    'examples/hospital-texts',
    '--today',
    '2026-11-21',
    '--country',
    'be',
    '--out',
    out,
    '-q',
  ];
  const run = spawnSync(process.execPath, ['packages/cli/bin/breekpunt.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr + run.status).toBe('0');
  address = pathToFileURL(out).href;
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless=new'],
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(address);
  return page;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no accessibility violation, ${colorScheme}, with every report open`, async () => {
    const page = await open({ colorScheme, viewport: { width: 390, height: 844 } });
    await page.evaluate(
      `for (const each of document.querySelectorAll('details')) each.open = true;
       for (const each of document.querySelectorAll('article')) each.style.contentVisibility = 'visible';`,
    );
    expect(await objections(page)).toEqual([]);
  });
}

test.each([320, 390, 768, 1280])('needs no sideways scrolling at %i pixels', async (width) => {
  const page = await open({ viewport: { width, height: 800 } });
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
});

test('is filtered by words and outcome, and says how many are left', async () => {
  const page = await open({});
  const all = await page.locator('article').count();
  expect(all).toBeGreaterThan(5);
  const [report = ''] = ((await page.locator('cite').nth(2).textContent()) ?? '').split(',');
  expect(report).toContain('SYN');
  await page.locator('input[name=q]').fill(report);
  await expect.poll(() => page.locator('article:visible').count()).toBe(1);
  await expect.poll(() => page.locator('output').textContent()).toBe(`1 van ${all} getoond`);
  await page.locator('input[name=q]').fill('niemand heet zo');
  await expect.poll(() => page.locator('#nothing').isVisible()).toBe(true);
});

test('moves from patient to patient with j and k, and not while a word is typed', async () => {
  const page = await open({});
  const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(() => focused()).toBe('p2');
  await page.keyboard.press('k');
  await expect.poll(() => focused()).toBe('p1');
  await page.keyboard.press('/');
  await page.keyboard.type('jk');
  await expect.poll(() => page.locator('input[name=q]').inputValue()).toBe('jk');
});

test('can be read without script, and shows no control that would not work', async () => {
  const page = await open({ javaScriptEnabled: false });
  await expect.poll(() => page.locator('article').count()).toBeGreaterThan(5);
  expect(await page.locator('form').isVisible()).toBe(false);
  await expect.poll(() => page.locator('blockquote mark').first().isVisible()).toBe(true);
});
