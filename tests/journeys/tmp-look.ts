import { demoPassword } from '@breekpunt/server';
import { chromium } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { openHospital } from './hospital.ts';
const out = '/tmp/look'; mkdirSync(out, { recursive: true });
const hospital = await openHospital('with patients');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--headless=new'] });
const nurse = await browser.newPage({ locale: 'nl-BE' });
await nurse.goto(hospital.address);
await nurse.getByLabel('Gebruikersnaam').fill('els');
await nurse.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword);
await nurse.keyboard.press('Enter');
await nurse.locator('.case-row').first().waitFor();
const list = await (await nurse.request.get(`${hospital.address}/api/worklist`)).text();
writeFileSync(`${out}/worklist.json`, list);
const rows = await nurse.locator('.case-row').allInnerTexts();
writeFileSync(`${out}/rows.txt`, rows.join('\n---\n'));
await nurse.getByRole('link', { name: 'VERZONNEN-MAES, Rosa' }).click();
await nurse.getByRole('heading', { name: 'Gids voor de patiënt' }).waitFor();
const id = /\d+/.exec(new URL(nurse.url()).pathname)?.[0];
const api = `${hospital.address}/api/cases/${id}/guide`;
const known = (await (await nurse.request.get(api)).json()) as { version: number; facts: object };
const med = (kind: string, name: string, dose: string, times: string[], stopOn: string) => ({ kind, name, dose, times, stopOn, nextOn: 'not-recorded' });
const facts = { ...known.facts, treatment: { kind: 'operation', operation: 'half-prosthesis', on: 'not-recorded' }, place: 'home', livesAlone: 'yes', stairs: 'yes', weightBearing: 'full',
 medication: [med('paracetamol', 'Paracetamol', '1 g', ['08:00', '14:00', '20:00'], 'not-recorded'), med('opioid', 'Oxycodon', '5 mg', ['20:00'], 'not-recorded')],
 appointments: [{ kind: 'x-ray', on: '2099-01-02', at: '09:30', place: 'Ingang 2' }] };
await nurse.request.put(api, { data: { onVersion: known.version, facts } });
const made = await nurse.request.post(`${api}/links`, { data: { confirm: '1938-06-30', language: 'nl', months: 6, carerConsent: null } });
const sheet = (await made.json()) as { address: string; pin: string };
const address = `${hospital.address}${new URL(sheet.address).pathname}`;
const context = await browser.newContext({ viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true, locale: 'nl-BE', deviceScaleFactor: 1 });
const page = await context.newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
await page.goto(address);
await page.screenshot({ path: `${out}/00-door.png`, fullPage: true });
await page.locator('#pin').fill(sheet.pin);
await page.locator('form button').click();
await page.waitForURL('**/vandaag');
const wide: string[] = [];
const pages = ['vandaag','alles','check','check/1','check/uitslag/ambulance-now','check/uitslag/call-today','oefeningen','oefeningen/1','dagplan','medicijnen','afspraken','wie-bellen','wat-is-gebeurd','inpakken','naar-huis','thuis','kosten','risico','verloop','botten','vallen','vragen','begrepen','bronnen','dagboek','keuzes','keuzes/bone-medicine','letters','papier','wie-keek','vooruitzicht','alarm','sluit'];
for (const p of pages) {
  const r = await page.goto(`${address}/${p}`);
  const w = await page.evaluate('document.documentElement.scrollWidth');
  if (Number(w) > 320) wide.push(`${p} ${w}`);
  await page.screenshot({ path: `${out}/${p.replaceAll('/', '-')}.png`, fullPage: true });
  if (r?.status() !== 200) console.log(p, r?.status(), page.url());
}
console.log('wide', wide);
await page.goto(`${address}/letters`);
await page.locator('input[name=size][value="3"]').check();
await page.locator('form button').last().click();
for (const p of ['vandaag','thuis','keuzes/bone-medicine','risico','dagboek','dagplan','check/1','check/uitslag/ambulance-now']) {
  await page.goto(`${address}/${p}`);
  const w = await page.evaluate('document.documentElement.scrollWidth');
  console.log('size3', p, w);
  await page.screenshot({ path: `${out}/big-${p.replaceAll('/', '-')}.png`, fullPage: true });
}
const pdf = await context.request.get(`${address}/papier.pdf`);
writeFileSync(`${out}/paper.pdf`, await pdf.body());
// home check
await page.goto(`${address}/letters`); await page.locator('input[name=size][value="1"]').check(); await page.locator('form button').last().click();
await page.goto(`${address}/thuis`);
await page.locator('input[name=stands][value=no]').check();
await page.screenshot({ path: `${out}/thuis-live.png`, fullPage: true });
await page.locator('form[data-home] button').click();
await page.waitForURL('**/thuis*');
await page.screenshot({ path: `${out}/thuis-after.png`, fullPage: true });
await nurse.reload();
await nurse.getByRole('heading', { name: 'Gids voor de patiënt' }).waitFor();
await nurse.waitForTimeout(1500);
await nurse.screenshot({ path: `${out}/nurse.png`, fullPage: true });
await browser.close();
await hospital.stop();
