// What every page must pass, light and dark: nothing that axe objects to, nothing to scroll sideways at the narrowest and
// widest widths. Decision: a page is judged whole in the light, and in the dark by what colours decide; its words, names and
// order are the same in both, and judging a large page takes seconds.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const decidedByColours = ['color-contrast', 'link-in-text-block'];
const widths = [320, 390, 768, 1280] as const;

/** What axe objects to in a page as it stands, one line a rule. */
export async function objections(page: Page): Promise<string[]> {
  const { violations, passes } = await judge(page).withTags(wcag).analyze();
  expect(passes.length).toBeGreaterThan(10);
  return inLines(violations);
}

/** What is wrong with a page that stands in the light: whole, in the dark, and at each width. Leaves it in the light. */
export async function wrongWith(page: Page): Promise<string[]> {
  return [...(await objections(page)), ...(await objectionsInTheDark(page)), ...(await tooWide(page))];
}

export async function objectionsInTheDark(page: Page): Promise<string[]> {
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await drawn(page);
  // What does not turn dark would pass unseen.
  const turned = (await background(page)) === light ? ['stays light in the dark'] : [];
  const { violations } = await judge(page).withRules(decidedByColours).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  return [...turned, ...inLines(violations).map((each) => `dark: ${each}`)];
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

/**
 * Only what is wrong is told node by node, and in the page itself: to carry what is right of a page of thousands of nodes to
 * a second page and back takes longer than the judging.
 */
function judge(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function inLines(violations: Violations): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

async function background(page: Page): Promise<string> {
  return String(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
}

/** A page that arranges or colours itself anew has done so when two frames have passed and nothing moves any more. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
       Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime < Infinity)
         .map((each) => each.finished)))`,
  );
}
