// What every page must pass: nothing that axe objects to, nothing to scroll sideways at the narrowest and widest widths.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [320, 390, 768, 1280] as const;

export async function objections(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

export async function tooWide(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 860 });
    await drawn(page);
    const needed = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (needed > width) found.push(`${needed} at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 860 });
  return found;
}

/** A page that arranges itself by its width has done so when two frames have passed. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
