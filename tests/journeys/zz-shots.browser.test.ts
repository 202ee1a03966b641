import { test } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { openHospital } from './hospital.ts';
import { objections, tooWide } from './page-checks.ts';

test('shots', async () => {
  const hospital = await openHospital('with care');
  const browser = await launch();
  for (const theme of ['light', 'dark'] as const) {
    const { page, complaints } = await visit(browser, hospital.address, { theme });
    await signIn(page, 'els');
    await page.getByRole('link', { name: 'Opvolging' }).click();
    await page.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor();
    await page.getByRole('button', { name: 'Van iedereen' }).click();
    await page.locator('.call-list .call-row').first().waitFor();
    await page.screenshot({ path: `/tmp/team/fu-list-${theme}.png`, fullPage: false });
    console.log('list', await objections(page), await tooWide(page));
    const stop = page.getByRole('button', { name: 'Gestopt: wat volgt' }).first();
    if ((await stop.count()) > 0) {
      await stop.click();
      await page.getByRole('button', { name: 'Bewaar het stoppen en wat volgt' }).click();
      await page.getByLabel('Een ander middel').check();
      await page.screenshot({ path: `/tmp/team/fu-stop-${theme}.png` });
      console.log('stop', await objections(page));
    }
    await page.locator('.call-list .call-name').first().click();
    await page.locator('.call-question').first().waitFor();
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Digit2');
    await page.keyboard.press('Digit1');
    await page.waitForTimeout(1500);
    await page.getByText('Waarom', { exact: true }).first().click();
    await page.screenshot({ path: `/tmp/team/fu-call-${theme}.png` });
    console.log('call', await objections(page), await tooWide(page));
    await page.setViewportSize({ width: 390, height: 1400 });
    await page.screenshot({ path: `/tmp/team/fu-call-phone-${theme}.png` });
    await page.goto(`${hospital.address}/follow-up`);
    await page.locator('.call-row').first().waitFor();
    await page.screenshot({ path: `/tmp/team/fu-list-phone-${theme}.png` });
    console.log(complaints);
  }
  await browser.close();
  await hospital.stop();
}, 300_000);
