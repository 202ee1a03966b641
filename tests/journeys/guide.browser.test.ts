// The patient's guide in a real browser: a nurse makes a link and a PIN; the patient opens it on a telephone, exercises
// without a connection, presses a red alarm, and the nurse sees it. And what nobody may: guess, or come back after the end.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, patienceMs, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { birthDateOf } from './hospital-patients.ts';
import { objections, objectionsInTheDark } from './page-checks.ts';
import { slowLine } from './slow-line.ts';

let hospital: Hospital;
let browser: Browser;
let nurse: Page;

interface Given {
  readonly path: string;
  readonly pin: string;
}

beforeAll(async () => {
  [hospital, browser] = await Promise.all([openHospital('with patients'), launch()]);
  ({ page: nurse } = await visit(browser, hospital.address));
  await signIn(nurse, 'els');
});
afterAll(async () => {
  await browser?.close();
  await hospital?.stop();
});

async function openCase(name: string): Promise<void> {
  await nurse.goto(`${hospital.address}/worklist`);
  // Who answered an alarm check stands above the list too.
  await nurse.getByRole('list', { name: 'Werklijst' }).getByRole('link', { name }).click();
  await nurse.getByRole('heading', { name: 'Gids voor de patiënt' }).waitFor();
}

async function makeLink(name: string, born: string): Promise<Given> {
  await openCase(name);
  await nurse.getByRole('button', { name: 'Maak link en pincode' }).click();
  await nurse.getByLabel('Geboortedatum van de patiënt, opnieuw').fill(born);
  await nurse.getByRole('button', { name: 'Maak link en pincode' }).click();
  const pin = (await nurse.locator('.guide-sheet > p .guide-pin').textContent()) ?? '';
  const address = (await nurse.locator('.guide-sheet > p .typed').textContent()) ?? '';
  return { path: new URL(address).pathname, pin };
}

async function openGuide(
  given: Given,
  width = 390,
  script = true,
  address: string = hospital.address,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 760 },
    locale: 'nl-BE',
    javaScriptEnabled: script,
    isMobile: true,
    hasTouch: true,
    // Somebody far from home: it may be another day there.
    timezoneId: 'Pacific/Kiritimati',
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  await page.goto(`${address}${given.path}`);
  await page.getByLabel('Uw pincode').fill(given.pin);
  await page.getByRole('button', { name: 'Open de gids' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
  return page;
}

test('a link is not made for whoever the nurse has the wrong birth date of', async () => {
  await openCase('VERZONNEN-MAES, Rosa');
  await nurse.getByRole('button', { name: 'Maak link en pincode' }).click();
  await nurse.getByLabel('Geboortedatum van de patiënt, opnieuw').fill('1950-01-01');
  await nurse.getByRole('button', { name: 'Maak link en pincode' }).click();
  await nurse.getByText('Dat is niet die van deze patiënt.').waitFor();
  expect(await nurse.locator('.guide-sheet').count()).toBe(0);
});

test('nurse makes a link and a PIN; the patient exercises without connection and presses a red alarm; the nurse sees it', async () => {
  const given = await makeLink('VERZONNEN-MAES, Rosa', birthDateOf('Maes'));
  const page = await openGuide(given);
  // The worker says that the whole guide is kept by keeping the list of it.
  await expect
    .poll(() => page.evaluate(`caches.match('${given.path}/bewaar.json').then((kept) => kept !== undefined)`))
    .toBe(true);
  await page.context().setOffline(true);
  // The square on paper leads here also without a connection.
  await page.goto(`${hospital.address}${given.path}`);
  await page.getByRole('link', { name: /oefeningen, 0 gedaan/ }).click();
  await page.getByRole('link', { name: 'Start de oefeningen' }).click();
  const first = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: /^Klaar/ }).click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(first);
  await page.goto(`${hospital.address}${given.path}/check`);
  await page.getByRole('button', { name: 'Start de check' }).click();
  await page.getByRole('button', { name: 'Ja', exact: true }).click();
  await page.locator('.care-ambulance-now').waitFor();
  expect(
    await page
      .getByRole('link', { name: /Bel 112/ })
      .first()
      .getAttribute('href'),
  ).toBe('tel:112');
  await page.getByText('Het team weet dit nog niet.').waitFor();
  await nurse.goto(`${hospital.address}/worklist`);
  await nurse.locator('.case-row').first().waitFor();
  expect(await nurse.getByRole('region', { name: 'Antwoorden van patiënten' }).count()).toBe(0);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Ga naar Vandaag' }).click();
  // The nurse's screen is open; nobody reloads it.
  const alarm = nurse.getByRole('region', { name: 'Antwoorden van patiënten' });
  await alarm.getByText('NU 112').waitFor();
  await alarm.getByRole('link', { name: 'VERZONNEN-MAES, Rosa' }).waitFor();
  await alarm.getByRole('button', { name: /^Gezien/ }).click();
  await alarm.waitFor({ state: 'detached' });
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole('link', { name: /oefeningen, 1 gedaan/ }).count();
    })
    .toBe(1);
  await page.context().close();
});

test('without connection the check of home and aids still says what fits, and the nurse reads it later', async () => {
  const given = await makeLink('VERZONNEN-MAES, Rosa', birthDateOf('Maes'));
  const page = await openGuide(given, 320);
  await expect
    .poll(() => page.evaluate(`caches.match('${given.path}/bewaar.json').then((kept) => kept !== undefined)`))
    .toBe(true);
  await page.context().setOffline(true);
  await page.goto(`${hospital.address}${given.path}/thuis`);
  const rails = page.getByText('Beugels bij toilet en bad');
  expect(await rails.isVisible()).toBe(false);
  const stands = page.getByRole('group', { name: 'Staat u in één keer op, zonder uw armen?' });
  await stands.getByText('Nee', { exact: true }).click();
  await rails.waitFor();
  await page.getByRole('button', { name: 'Bewaar en toon wat past' }).click();
  await page.getByRole('heading', { name: 'Dit past bij u' }).waitFor();
  await page.context().setOffline(false);
  await page.goto(`${hospital.address}${given.path}/vandaag`);
  await expect
    .poll(async () => {
      await openCase('VERZONNEN-MAES, Rosa');
      return nurse.getByText('Beugels bij toilet en bad').count();
    })
    .toBe(1);
  await page.context().close();
});

test('on a connection that hardly answers, today’s page is there at once, and the new one is offered', async () => {
  const given = await makeLink('VERZONNEN-MAES, Rosa', birthDateOf('Maes'));
  const line = await slowLine(hospital.address);
  const page = await openGuide(given, 390, true, line.address);
  await expect
    .poll(() => page.evaluate(`caches.match('${given.path}/bewaar.json').then((kept) => kept !== undefined)`))
    .toBe(true);
  // What the team changed meanwhile: the page that is kept does not know it.
  await openCase('VERZONNEN-MAES, Rosa');
  const api = `${hospital.address}/api/cases/${/\d+/.exec(new URL(nurse.url()).pathname)?.[0]}/guide`;
  const known = (await (await nurse.request.get(api)).json()) as { version: number; facts: object };
  const facts = { ...known.facts, precautions: ['Kruis uw benen niet.'] };
  await nurse.request.put(api, { data: { onVersion: known.version, facts } });
  line.slowDown(2_500);
  await page.goto(`${line.address}${given.path}/vandaag`);
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
  expect(await page.getByText('Kruis uw benen niet.').count()).toBe(0);
  await page.getByRole('button', { name: 'Toon het nieuwe' }).click();
  await page.getByText('Kruis uw benen niet.').waitFor();
  // From the address on paper too.
  await page.goto(`${line.address}${given.path}`);
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
  await page.context().close();
  await line.stop();
});

test('without script the check ends in a number, and what is ticked stays ticked', async () => {
  const given = await makeLink('VERZONNEN-PEETERS, Maria', birthDateOf('Peeters'));
  const page = await openGuide(given, 320, false);
  await page.getByRole('link', { name: 'Doe de alarmcheck' }).click();
  await page.getByRole('button', { name: 'Start de check' }).click();
  await page.getByRole('button', { name: 'Weet ik niet' }).click();
  await page.getByRole('button', { name: 'Ja', exact: true }).click();
  await page.locator('.care-ambulance-now').waitFor();
  expect(
    await page
      .getByRole('link', { name: /Bel 112/ })
      .first()
      .getAttribute('href'),
  ).toBe('tel:112');
  expect(await page.title()).not.toMatch(/Peeters|Maria|wervel/i);
  await page.context().close();
});

test('a guessed link and a wrong PIN say the same; a withdrawn link shuts the door on who is inside', async () => {
  const given = await makeLink('VERZONNEN-JANSSENS, Jos', birthDateOf('Janssens'));
  const { page } = await visit(browser, `${hospital.address}${given.path}`, { width: 390 });
  const tryPin = async (path: string, pin: string): Promise<string> => {
    await page.goto(`${hospital.address}${path}`);
    await page.getByLabel('Uw pincode').fill(pin);
    await page.getByRole('button', { name: 'Open de gids' }).click();
    return (await page.getByRole('alert').textContent()) ?? '';
  };
  const wrong = await tryPin(given.path, given.pin === '000000' ? '000001' : '000000');
  expect(wrong).toContain('De link of de pincode klopt niet.');
  expect(await tryPin(`${given.path.slice(0, -5)}00000`, given.pin)).toBe(wrong);
  const inside = await openGuide(given);
  await nurse.getByRole('button', { name: 'Trek link in' }).click();
  await nurse.getByText(/ingetrokken op/).waitFor();
  await inside.goto(`${hospital.address}${given.path}/vandaag`);
  await inside.getByLabel('Uw pincode').waitFor();
  await inside.context().close();
  await page.context().close();
});

test('the nurse prints the guide from the case for the right patient; the patient has the same sheets on the phone', async () => {
  const given = await makeLink('VERZONNEN-MAES, Rosa', birthDateOf('Maes'));
  await nurse.getByRole('button', { name: 'Druk de gids af' }).click();
  const confirm = nurse.getByLabel('Geboortedatum van de patiënt, opnieuw');
  await confirm.fill('1950-01-01');
  await nurse.getByRole('button', { name: 'Maak de bladen' }).click();
  await nurse.getByText('Dat is niet die van deze patiënt.').waitFor();
  await confirm.fill(birthDateOf('Maes'));
  const saved = nurse.waitForEvent('download');
  await nurse.getByRole('button', { name: 'Maak de bladen' }).click();
  expect((await saved).suggestedFilename()).toBe('mijn-herstel.pdf');
  const page = await openGuide(given);
  await page.goto(`${hospital.address}${given.path}/papier`);
  const sheets = await page.getByRole('link', { name: 'Open de bladen (PDF)' }).getAttribute('href');
  const pdf = await page.request.get(`${hospital.address}${sheets}`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.context().close();
});

test('a carer with consent opens the guide and passes the packing list on, without a name on it', async () => {
  await openCase('VERZONNEN-MAES, Rosa');
  await nurse.getByRole('button', { name: 'Maak link en pincode' }).click();
  await nurse.getByLabel('Voor wie').selectOption({ label: 'Een mantelzorger; de patiënt zei ja' });
  await nurse.getByLabel('Geboortedatum van de patiënt, opnieuw').fill(birthDateOf('Maes'));
  await nurse.getByRole('button', { name: 'Maak link en pincode' }).click();
  const pin = (await nurse.locator('.guide-sheet > p .guide-pin').textContent()) ?? '';
  const address = (await nurse.locator('.guide-sheet > p .typed').textContent()) ?? '';
  const page = await openGuide({ path: new URL(address).pathname, pin });
  await page.getByText('U leest deze gids als mantelzorger.').waitFor();
  await page.getByRole('link', { name: 'Alles op een rij' }).click();
  await page.getByRole('link', { name: 'Wat brengt uw naaste mee?' }).click();
  const mail = await page.getByRole('link', { name: 'Stuur de lijst per mail' }).getAttribute('href');
  const text = decodeURIComponent(mail ?? '');
  expect(text).toContain('- Lijst van alle medicijnen');
  expect(text).not.toMatch(/Maes|Rosa|heup|breuk/i);
  await page.context().close();
});

/** As somebody does who has only a keyboard: on from where they are until it has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((each) => each.matches(':focus'))) return;
  }
  throw new Error(`No key leads to ${String(control)}`);
}

test('by keyboard alone and without script the patient compares the choices and weighs them, and the nurse reads what came out', async () => {
  const given = await makeLink('VERZONNEN-PEETERS, Maria', birthDateOf('Peeters'));
  const page = await openGuide(given, 320, false);
  const press = async (control: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(page, control);
    await page.keyboard.press(key);
  };
  await press(page.getByRole('link', { name: 'Keuzes voor u' }));
  const aid = page.locator('section', { hasText: 'Een medicijn voor sterkere botten' });
  await press(aid.getByRole('link', { name: 'Vergelijk de keuzes' }));
  // Two of the options are laid side by side, one question at a time.
  const answers = page.locator('.option:visible h3');
  await press(page.getByRole('checkbox', { name: /^Weekpil/ }), 'Space');
  await press(page.getByRole('checkbox', { name: 'Infuus één keer per jaar (zoledronaat)' }), 'Space');
  await press(page.getByRole('link', { name: 'Voordelen' }));
  await expect.poll(() => answers.count()).toBe(2);
  await press(page.getByRole('link', { name: 'Volgende vraag: Nadelen' }));
  await page.getByRole('heading', { level: 2, name: 'Nadelen' }).waitFor();
  await expect.poll(() => page.getByRole('heading', { level: 2, name: 'Voordelen' }).isVisible()).toBe(false);
  await press(page.getByLabel('Ik wil niets dat ik kan vergeten.'), '9');
  // Into the group and down to the second option; arrows move within it.
  await press(page.getByRole('radio', { name: /^Weekpil/ }), 'ArrowDown');
  await press(page.getByRole('button', { name: 'Bewaar en maak een samenvatting' }));
  await page.getByText('Neigt naar: Infuus één keer per jaar').waitFor();
  await openCase('VERZONNEN-PEETERS, Maria');
  await nurse.getByText(/^Keuzehulp, /).click();
  await nurse.getByText('Ik wil niets dat ik kan vergeten. 9 op 10').waitFor();
  await page.context().close();
});

/** Everything that is pressed is at least 44 px high and wide, but for words inside a sentence. */
const smallTargets = `[...document.querySelectorAll('a, button, input, select, textarea, summary')]
  .filter((each) => each.offsetParent !== null && !each.matches('.skip, .note a, p a:not(.button):not(.ambulance), li a[rel]'))
  .map((each) => [each, (each.closest('label.choice') ?? each).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
  .map(([each, box]) => each.outerHTML.slice(0, 90) + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))`;

describe('every page of a guide', () => {
  test('is clean for axe at 320 px, light and dark, and nothing is cut with letters twice as large', async () => {
    const given = await makeLink('VERZONNEN-WOUTERS, Lea', birthDateOf('Wouters'));
    const page = await openGuide(given, 320);
    await page.goto(`${hospital.address}${given.path}/alles`);
    const hrefs = await page
      .locator('main a[href^="/g/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const more = [
      '/check/1',
      '/check/uitslag/ambulance-now',
      '/check/uitslag/call-today',
      '/oefeningen/1',
      '/begrepen/1',
      '/keuzes',
      '/keuzes/bone-medicine',
      '/keuzes/bone-medicine#vraag-3',
      '/keuzes/bone-medicine#alles',
    ];
    const pages = [...new Set([...hrefs, ...more.map((each) => `${given.path}${each}`)])];
    expect(pages.length).toBeGreaterThan(12);
    for (const address of pages) {
      await page.goto(`${hospital.address}${address}`);
      const wrong = [...(await objections(page)), ...(await objectionsInTheDark(page))];
      expect([address, wrong]).toEqual([address, []]);
      for (const size of ['100%', '200%']) {
        await page.evaluate(`document.documentElement.style.setProperty('font-size', '${size}')`);
        const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
        expect([address, size, width]).toEqual([address, size, 320]);
        expect([address, await page.evaluate(smallTargets)]).toEqual([address, []]);
      }
    }
    await page.context().close();
  });
});
