// Vertebrae measured on an invented side view: by mouse, by touch, and by keyboard alone; kept, and seen again on the case.
// The picture is drawn by arithmetic (@breekpunt/synthetic), so the right grade is known: L1 lost 32.1 % in front.

import { type DicomTraits, drawnDicom, drawnPng, drawnSpine } from '@breekpunt/synthetic';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, signIn, type Visitor, visit } from './browser.ts';
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

interface Drawn {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const png: Drawn = { name: 'synthetisch-beeld.png', mimeType: 'image/png', buffer: Buffer.from(drawnPng()) };
const dicom = (traits: DicomTraits): Drawn => ({
  name: 'synthetisch-beeld.dcm',
  mimeType: 'application/dicom',
  buffer: Buffer.from(drawnDicom(traits)),
});

/** From the page of a case to its image. */
async function openImage(
  name: string,
  file: Drawn,
  options: Parameters<typeof visit>[2] = {},
): Promise<Visitor> {
  const visitor = await visit(browser, hospital.address, options);
  const { page } = visitor;
  await signIn(page, 'els');
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: 'Meet wervels op een beeld' }).click();
  await bringIn(page, file);
  await page.locator('.image-sheet canvas').waitFor();
  return visitor;
}

async function bringIn(page: Page, file: Drawn, takenOn = '2026-11-01'): Promise<void> {
  const form = page.getByRole('region', { name: 'Breng een beeld binnen' });
  await form.getByLabel('Bestand').setInputFiles(file);
  await form.getByLabel('Soort beeld').selectOption('vfa');
  await form.getByLabel('Genomen op').fill(takenOn);
  await form.getByRole('button', { name: 'Bewaar beeld' }).click();
}

const levelButton = (page: Page, level: string): Locator =>
  page
    .getByRole('region', { name: 'Alle wervels' })
    .getByRole('button', { name: new RegExp(`^${level}\\b`) });
const measured = (page: Page): Promise<string | null> =>
  page.locator('.vertebra-panel .measured').textContent();

/** Where a place of the image is on the screen; scrolls there first. */
async function onScreen(page: Page, { x, y }: { readonly x: number; readonly y: number }) {
  const drawing = page.locator('.image-sheet svg');
  const rect = await drawing.boundingBox();
  if (rect === null) throw new Error('The image is not on the screen');
  return { x: rect.x + (x / 320) * rect.width, y: rect.y + (y / 640) * rect.height };
}

function cornersOf(level: string): readonly { readonly x: number; readonly y: number }[] {
  return drawnSpine.find((each) => each.level === level)?.corners ?? [];
}

async function setPoints(page: Page, level: string): Promise<void> {
  await levelButton(page, level).click();
  for (const corner of cornersOf(level)) {
    await page.locator('.image-box').scrollIntoViewIfNeeded();
    const at = await onScreen(page, corner);
    await page.mouse.click(at.x, at.y);
  }
}

describe('by mouse', () => {
  let page: Page;
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openImage('VERZONNEN-PEETERS, Maria', png, {});
    page = visitor.page;
    // The whole image at once, so that no click needs scrolling.
    await page.setViewportSize({ width: 1280, height: 1_800 });
    await page.getByRole('button', { name: 'Passend' }).click();
  });

  test('the image says that its scale is not known, and whose it is', async () => {
    await expect.poll(() => page.getByText('Schaal niet bekend').isVisible()).toBe(true);
    await expect.poll(() => page.getByText('VERZONNEN-PEETERS, Maria').isVisible()).toBe(true);
  });

  test('six taps give a grade that is only a lower bound until a neighbour is measured', async () => {
    await setPoints(page, 'L1');
    await expect.poll(() => measured(page)).toMatch(/≥ G2 · wig/);
    await setPoints(page, 'T12');
    await setPoints(page, 'L2');
    await levelButton(page, 'L1').click();
    await expect.poll(() => measured(page)).toMatch(/GemetenG2 · wig/);
    expect(await measured(page)).toMatch(/3[0-4],\d %/);
    expect(await measured(page)).toContain('pixels (geen mm)');
  });

  test('a vertebra with five points has a dashed outline and no grade', async () => {
    await levelButton(page, 'L3').click();
    for (const corner of cornersOf('L3').slice(0, 5)) {
      const at = await onScreen(page, corner);
      await page.mouse.click(at.x, at.y);
    }
    expect(await measured(page)).toContain('Nog geen graad');
    const outline = page.locator('.vertebra[data-level="L3"] path');
    expect(await outline.getAttribute('stroke-dasharray')).not.toBeNull();
    expect(await levelButton(page, 'L3').textContent()).toContain('niet af: 5 van 6');
  });

  test('the grade changes while a point is dragged, before it is let go', async () => {
    await levelButton(page, 'L1').click();
    await expect.poll(() => measured(page)).toMatch(/G2/);
    const [front] = cornersOf('L1');
    if (front === undefined) throw new Error('L1 was not drawn');
    const [from, to] = [await onScreen(page, front), await onScreen(page, { x: front.x, y: front.y + 8 })];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect.poll(() => measured(page)).toMatch(/G3/);
    await page.mouse.up();
    await page.getByRole('button', { name: 'Terug', exact: true }).click();
    await expect.poll(() => measured(page)).toMatch(/G2/);
  });

  test('what the eye says stands apart, and a disagreement is said', async () => {
    await page.getByLabel('Graad op het oog').selectOption('1');
    await expect.poll(() => measured(page)).toContain('Op het oog graad 1, gemeten graad 2');
  });

  test('what cannot be read has neither points nor grade', async () => {
    await levelButton(page, 'T4').click();
    await page.getByLabel('Nee', { exact: true }).check();
    await expect.poll(() => page.getByText('Geen graad: wat niet leesbaar is').isVisible()).toBe(true);
    expect(await levelButton(page, 'T4').textContent()).toContain('niet leesbaar');
  });

  test('the angle of the kyphosis follows the endplates that were set', async () => {
    const kyphosis = page.getByRole('region', { name: 'Hoek van de kyfose' });
    expect(await kyphosis.getByRole('status').textContent()).toContain('Nog geen hoek');
    await kyphosis.getByLabel('Bovendekplaat').selectOption('T12');
    await kyphosis.getByLabel('Onderdekplaat').selectOption('L2');
    await expect.poll(() => kyphosis.getByRole('status').textContent()).toMatch(/\d,\d° · /);
  });

  test('saving says so, and the readings stand on the image again and on the case', async () => {
    await expect.poll(() => page.getByText('Nog niet bewaard').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Bewaar metingen' }).click();
    await expect.poll(() => page.locator('.save-line').textContent()).toMatch(/Bewaard \d\d:\d\d/);
    await page.reload();
    await page.locator('.image-sheet canvas').waitFor();
    await expect.poll(() => levelButton(page, 'L1').textContent()).toMatch(/G2 · wig.*op het oog graad 1/);
    await page.getByRole('link', { name: '← Dossier' }).click();
    const spine = page.getByRole('region', { name: 'Wervels T4–L4' });
    await expect
      .poll(() => spine.getByRole('img').getAttribute('aria-label'))
      .toMatch(/L1: gezien graad 1.*gemeten graad 2, wig/);
    expect(visitor.complaints).toEqual([]);
  });
});

test('by touch: six taps on a telephone set a vertebra, and a tap on a point and then elsewhere moves it', async () => {
  const { page } = await openImage('VERZONNEN-WOUTERS, Lea', png, { width: 390, touch: true });
  await page.setViewportSize({ width: 390, height: 1_800 });
  await page.getByRole('button', { name: 'Passend' }).click();
  await levelButton(page, 'L1').click();
  await page.locator('.image-box').scrollIntoViewIfNeeded();
  for (const corner of cornersOf('L1')) {
    const at = await onScreen(page, corner);
    await page.touchscreen.tap(at.x, at.y);
  }
  await expect.poll(() => measured(page)).toMatch(/G2 · wig/);
  const [front] = cornersOf('L1');
  if (front === undefined) throw new Error('L1 was not drawn');
  const [point, higher] = [await onScreen(page, front), await onScreen(page, { x: front.x, y: front.y - 9 })];
  await page.touchscreen.tap(point.x, point.y);
  // Far enough that the tap is not on the point itself.
  await page.getByRole('button', { name: 'Groter' }).click();
  await page.getByRole('button', { name: 'Groter' }).click();
  const place = await onScreen(page, { x: front.x, y: front.y - 9 });
  expect(place.y).not.toBe(higher.y);
  await page.locator('.image-sheet svg').tap({
    position: await page.locator('.image-sheet svg').evaluate(
      (drawing, at) => {
        const { width, height } = drawing.getBoundingClientRect();
        return { x: (at.x / 320) * width, y: (at.y / 640) * height };
      },
      { x: front.x - 12, y: front.y - 9 },
    ),
  });
  await expect.poll(() => measured(page)).not.toMatch(/G2/);
});

describe('by keyboard alone', () => {
  let page: Page;
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openImage('VERZONNEN-CLAES, Irène', dicom({ spacing: '0.9\\0.9' }));
    page = visitor.page;
  });

  const inFocus = (): Promise<string | null> =>
    page.evaluate('document.activeElement.getAttribute("role") ?? document.activeElement.textContent');
  async function tabTo(wanted: RegExp): Promise<void> {
    for (let steps = 0; steps < 80; steps += 1) {
      if (wanted.test(String(await inFocus()))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not lead there');
  }
  async function press(key: string, times: number): Promise<void> {
    for (let done = 0; done < times; done += 1) await page.keyboard.press(key);
  }
  /** Where the cross or the chosen point is, as the page says it. */
  async function where(): Promise<{ readonly x: number; readonly y: number }> {
    const [, x, y] = /x (\d+), y (\d+)/.exec((await page.locator('.place-line').textContent()) ?? '') ?? [];
    return { x: Number(x), y: Number(y) };
  }
  async function goTo({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    const from = await where();
    for (const [distance, less, more] of [
      [Math.round(x) - from.x, 'ArrowLeft', 'ArrowRight'],
      [Math.round(y) - from.y, 'ArrowUp', 'ArrowDown'],
    ] as const) {
      const key = distance < 0 ? less : more;
      await press(`Shift+${key}`, Math.floor(Math.abs(distance) / 10));
      await press(key, Math.abs(distance) % 10);
    }
  }

  test('a DICOM image shows its scale', async () => {
    await expect.poll(() => page.getByText('Schaal bekend: 0,900 mm per pixel').isVisible()).toBe(true);
  });

  test('six points are set with arrows and Enter, and give grade and millimetres', async () => {
    await tabTo(/^application$/);
    for (let steps = 0; steps < 9; steps += 1) await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('.place-line').textContent()).toMatch(/^L1:/);
    for (const corner of cornersOf('L1')) {
      await goTo(corner);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => measured(page)).toMatch(/≥ G2 · wig/);
    expect(await measured(page)).toMatch(/\(8,1 mm\)/);
    expect(await measured(page)).toMatch(/voor 17,1.*achter 25,2 mm/);
  });

  test('a point is chosen with its number and moved by one pixel and by ten', async () => {
    await page.keyboard.press('Digit1');
    const before = await where();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await where()).toEqual({ x: before.x, y: before.y - 9 });
    await expect.poll(() => measured(page)).toMatch(/G0/);
    await press('Control+z', 2);
    await expect.poll(() => measured(page)).toMatch(/G2/);
  });

  test('saving is reached by Tab', async () => {
    await tabTo(/^Bewaar metingen$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.save-line').textContent()).toMatch(/Bewaard \d\d:\d\d/);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('the same spine twice', () => {
  let page: Page;

  /** Until the image just brought in has taken the place of the one before it. */
  async function onTheSheet(day: string): Promise<void> {
    await page.getByRole('button', { pressed: true, name: day }).waitFor();
    await page.locator('.image-sheet canvas').waitFor();
  }

  /** Grades by eye, and what the page says once they are kept. */
  async function grade(grades: Readonly<Record<string, string>>): Promise<void> {
    for (const [level, value] of Object.entries(grades)) {
      await levelButton(page, level).click();
      await page.getByLabel('Graad op het oog').selectOption(value);
    }
    await page.getByRole('button', { name: 'Bewaar metingen' }).click();
    await expect.poll(() => page.locator('.save-line').textContent()).toMatch(/Bewaard \d\d:\d\d/);
  }

  test('a half grade is a suspicion, in words and with its rule', async () => {
    page = (await visit(browser, hospital.address)).page;
    await signIn(page, 'els');
    await page.getByRole('link', { name: 'VERZONNEN-WOUTERS, Lea' }).click();
    await page.getByRole('link', { name: 'Meet wervels op een beeld' }).click();
    await bringIn(page, png, '2023-05-01');
    await onTheSheet('1 mei 2023');
    await grade({ T12: '0', L1: '0.5', L2: '1' });
    expect(await levelButton(page, 'L1').textContent()).toContain('op het oog vermoed (½)');
    expect(await page.getByRole('region', { name: 'Vergelijk twee beelden' }).count()).toBe(0);
  });

  test('each vertebra stands beside itself, with what changed and by which rule', async () => {
    await bringIn(page, png, '2026-10-20');
    await onTheSheet('20 okt 2026');
    await grade({ T12: '2', L1: '1', L2: '1' });
    const both = page.getByRole('region', { name: 'Vergelijk twee beelden' });
    const row = (level: string): Locator =>
      both.locator('tr', { has: page.locator('th', { hasText: level }) });
    // What was kept for the first image is still said when the second is: only the row tells that it has come.
    await row('T12').getByText('nieuwe breuk (op het oog)').waitFor();
    await expect.poll(() => row('T12').locator('a.rule', { hasText: 'VF15' }).isVisible()).toBe(true);
    expect(await row('L1').textContent()).toContain('kan niet zeggen');
    expect(await row('L2').textContent()).toContain('was er al, dezelfde graad');
    expect(await wrongWith(page)).toEqual([]);
    await page.context().close();
  });
});

test('an image of somebody born on another day is refused, in words', async () => {
  const visitor = await visit(browser, hospital.address);
  const { page } = visitor;
  await signIn(page, 'els');
  await page.getByRole('link', { name: 'VERZONNEN-GOOSSENS, Gerda' }).click();
  await page.getByRole('link', { name: 'Meet wervels op een beeld' }).click();
  await page.getByText('Nog geen zijdelings beeld').waitFor();
  await bringIn(page, dicom({ birthDate: '19600101' }));
  await page.getByText('Het beeld noemt een andere geboortedatum').waitFor();
  await bringIn(page, {
    name: 'brief.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 '.repeat(40)),
  });
  await page.getByText('Dit bestand is geen PNG, JPEG of DICOM').waitFor();
});

test('light or dark the page leaves nothing to object to', async () => {
  const { page } = await openImage('VERZONNEN-JANSSENS, Jos', png);
  await setPoints(page, 'T10');
  // The bar stays above what is scrolled under it, and half of a control that lies there would count as too small.
  await page.evaluate('scrollTo(0, 0)');
  expect(await wrongWith(page)).toEqual([]);
});
