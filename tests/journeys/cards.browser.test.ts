// A card in another system: the lead connects that system, a nurse confirms a fracture, the other system asks while a clinician
// looks at the patient, the clinician opens the case from the card and says what was done with it, and the lead sees that.

import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, launch, signIn, visit } from './browser.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { type OtherSystem, otherSystem } from './other-system.ts';
import { objections, tooWide } from './page-checks.ts';

let hospital: Hospital;
let browser: Browser;
let ehr: OtherSystem;

beforeAll(async () => {
  [hospital, browser, ehr] = await Promise.all([openHospital('with patients'), launch(), otherSystem()]);
});
afterAll(async () => {
  await browser?.close();
  await ehr?.close();
  await hospital?.stop();
});

interface Card {
  readonly uuid: string;
  readonly summary: string;
  readonly source: { readonly label: string; readonly topic: { readonly code: string } };
  readonly links: readonly { readonly url: string }[];
}

test('a card is given, opened and answered, and the lead sees what became of it', async () => {
  const lead = await visit(browser, hospital.address);
  await signIn(lead.page, 'lead');
  await goTo(lead.page, 'Koppelingen');
  await lead.page.getByRole('button', { name: 'Voeg systeem toe' }).click();
  const form = lead.page.getByRole('form', { name: 'Voeg systeem toe' });
  await form.getByLabel('Naam', { exact: true }).fill('EPD');
  await form.getByLabel('Adres van de publieke sleutels (JWKS)').fill(ehr.jwksUrl);
  await form.getByLabel('Uitgever (iss)').fill(ehr.issuer);
  await form.getByLabel('Systeem van het patiëntnummer').fill('urn:ziekenhuis:nummer');
  await form.getByLabel('Wie dat nummer hier uitgeeft').fill('ZIS');
  // An address of this machine is none of the internet, and is refused until it is called the hospital's own.
  await form.getByRole('button', { name: 'Bewaar koppeling' }).click();
  await form.getByText('Een veld klopt niet').waitFor();
  await form.getByLabel('Eigen netwerk van het ziekenhuis').check();
  // From its top: what the bar half covers while the page is scrolled is no small target.
  await lead.page.evaluate('scrollTo(0, 0)');
  expect(await objections(lead.page)).toEqual([]);
  expect(await tooWide(lead.page)).toEqual([]);
  await form.getByRole('button', { name: 'Bewaar koppeling' }).click();
  const panel = lead.page.getByRole('article', { name: 'EPD' });
  await panel.getByText('0 gegeven, 0 gevolgd, 0 opzijgezet').waitFor();

  const nurse = await visit(browser, hospital.address);
  await signIn(nurse.page, 'els');
  await nurse.page.getByRole('link', { name: 'VERZONNEN-WOUTERS, Lea' }).click();
  await nurse.page.locator('.report-text').waitFor();
  const number = /SYN-\d+/.exec((await nurse.page.locator('.case-banner').textContent()) ?? '')?.[0];
  const address = nurse.page.url();
  await nurse.page.getByRole('button', { name: 'Bevestig breuk' }).click();
  await nurse.page
    .getByText(/^Bewaard/)
    .first()
    .waitFor();

  const service = `${hospital.address}/cds-services/patient-view`;
  const patient = {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{ system: 'urn:ziekenhuis:nummer', value: number }],
  };
  const asked = await ehr.ask(service, {
    hook: 'patient-view',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/1', patientId: 'p1' },
    prefetch: { patient },
  });
  expect(asked.status).toBe(200);
  const { cards } = asked.body as { cards: readonly Card[] };
  const card = cards.find(({ source }) => source.topic.code === 'density-missing');
  expect(card?.summary).toContain('zonder botdichtheidsmeting');

  // The clinician follows the link and is asked who they are before anything is shown.
  const link = card?.links[0]?.url ?? '';
  const clinician = await visit(browser, link);
  await clinician.page.getByLabel('Gebruikersnaam').waitFor();
  await signIn(clinician.page, 'samir');
  await clinician.page.getByRole('heading', { level: 1, name: 'VERZONNEN-WOUTERS, Lea' }).waitFor();
  expect(clinician.page.url()).toBe(address);

  const reason = { reason: { code: 'done', system: 'urn:breekpunt:override' } };
  const feedback = [
    {
      card: card?.uuid,
      outcome: 'overridden',
      overrideReason: reason,
      outcomeTimestamp: new Date().toISOString(),
    },
  ];
  expect((await ehr.ask(`${service}/feedback`, { feedback })).status).toBe(200);
  await lead.page.reload();
  await panel.getByText('1 opzijgezet').waitFor();
  expect([...lead.complaints.filter((each) => !each.includes('422')), ...nurse.complaints]).toEqual([]);
});

test('a webhook is made, its secret shown once, and a test message arrives', async () => {
  const { page, complaints } = await visit(browser, hospital.address, { theme: 'dark', width: 390 });
  await signIn(page, 'lead');
  await page.goto(`${hospital.address}/connections`);
  const form = page.getByRole('form', { name: 'Nieuwe webhook' });
  await form.getByLabel('Naam', { exact: true }).fill('Planning');
  await form.getByLabel('Adres', { exact: true }).fill(`${ehr.issuer}/hook`);
  await form.getByLabel('Eigen netwerk van het ziekenhuis').check();
  await form.getByLabel('breuk bevestigd').check();
  await form.getByRole('button', { name: 'Maak webhook' }).click();
  await form.getByText(/^whsec_/).waitFor();
  await page
    .getByRole('article', { name: 'Planning' })
    .getByRole('button', { name: 'Stuur proefbericht' })
    .click();
  await page.getByRole('cell', { name: 'aangekomen' }).waitFor();
  expect(ehr.told.map((body) => JSON.parse(body).topic)).toEqual(['ping']);
  expect(await objections(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.reload();
  await page.getByRole('article', { name: 'Planning' }).waitFor();
  expect(await page.getByText(/whsec_/).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a clinician opens this app from the patient who is open in the other system, and arrives signed in at the case', async () => {
  const keeper = await visit(browser, hospital.address);
  await signIn(keeper.page, 'it');
  const made = await keeper.page.evaluate(async () => {
    const answer = await fetch('/api/users', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        login: 'dr.epd',
        displayName: 'Dr. Epd',
        role: 'physician',
        language: 'nl',
        password: null,
      }),
    });
    return answer.status;
  });
  expect(made).toBe(201);
  await keeper.page.goto(`${hospital.address}/connections`);
  await keeper.page.getByRole('button', { name: 'Voeg systeem toe' }).click();
  const form = keeper.page.getByRole('form', { name: 'Voeg systeem toe' });
  await form.getByLabel('Naam', { exact: true }).fill('EPD met app');
  await form.getByLabel('Adres van de FHIR-server').fill(ehr.fhirBase);
  await form.getByLabel('Systeem van het patiëntnummer').fill('urn:ziekenhuis:nummer');
  await form.getByLabel('Wie dat nummer hier uitgeeft').fill('ZIS');
  await form.getByLabel('Client-id van deze app daar').fill('breekpunt');
  await form.getByLabel('Eigen netwerk van het ziekenhuis').check();
  await form.getByRole('button', { name: 'Bewaar koppeling' }).click();
  await keeper.page.getByRole('article', { name: 'EPD met app' }).getByText('opent deze app').waitFor();
  const launchAddress = await keeper.page.getByText(/\/smart\/launch$/).textContent();

  const nurse = await visit(browser, hospital.address);
  await signIn(nurse.page, 'els');
  await nurse.page.getByRole('link', { name: 'VERZONNEN-MAES, Rosa' }).click();
  await nurse.page.locator('.report-text').waitFor();
  ehr.there.patientNumber =
    /SYN-\d+/.exec((await nurse.page.locator('.case-banner').textContent()) ?? '')?.[0] ?? '';
  ehr.there.login = 'dr.epd';

  const { page, complaints } = await visit(browser, ehr.opener(launchAddress ?? ''));
  await page.getByRole('link', { name: 'Open Breekpunt' }).click();
  await page.getByRole('heading', { level: 1, name: 'VERZONNEN-MAES, Rosa' }).waitFor();
  expect(page.url()).toBe(nurse.page.url());
  await page.getByText('Dr. Epd').first().waitFor();

  // A patient who is nobody here: said so, and nobody else's record is shown.
  ehr.there.patientNumber = 'SYN-0';
  await page.goto(ehr.opener(launchAddress ?? ''));
  await page.getByRole('link', { name: 'Open Breekpunt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Geen dossier voor deze patiënt' }).waitFor();
  expect(await objections(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
