import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskingSystem, askingSystem, type SignOptions } from '../../test/asking-system.ts';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { addInjections } from '../records/injection.ts';
import { addLabRows } from '../records/lab-result.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import { dayAt } from '../start/day-at.ts';
import type { Card } from './card.ts';
import { anyCard } from './card-form-fixture.ts';

let database: TestDatabase;
let server: TestServer;
let ehr: AskingSystem;
let lead: Person;
let nurse: Person;
let found: FoundCase;
const base = 'http://localhost:7300';
const numbers = 'urn:hospital:patients';

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  ehr = await askingSystem();
  lead = await server.signedInAs('gent', 'lead');
  nurse = await server.signedInAs('gent', 'nurse');
  const added = await server.ask('POST', '/api/connections', { as: lead, body: connection() });
  expect(added.statusCode).toBe(201);
  found = await database.in('gent', async (tx) => {
    const case1 = await foundCase(tx, { text: 'Recente heupfractuur links na val van stahoogte.' });
    await addIdentifier(tx, testKeys, case1.person, { system: 'local', assigner: 'ZIS', value: '4711' });
    return case1;
  });
});
afterAll(async () => {
  await server.close();
  await ehr.close();
  await database.close();
});

function connection(more: object = {}) {
  return {
    name: 'Het EPD',
    issuer: ehr.issuer,
    jwksUrl: ehr.jwksUrl,
    jwks: null,
    fhirBase: ehr.fhirBase,
    hosts: [],
    network: 'own',
    scopes: [],
    patientSystem: numbers,
    patientAssigner: 'ZIS',
    launchClient: null,
    loginClaim: 'preferred_username',
    ...more,
  };
}

const patient = (value: string, more: object = {}) => ({
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: numbers, value }],
  birthDate: '1941-03-12',
  gender: 'female',
  name: [{ family: 'Peeters' }],
  ...more,
});
const bundle = (...resources: object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

const contexts: Readonly<Record<string, object>> = {
  'patient-view': {},
  'encounter-discharge': { encounterId: 'e1' },
  'order-sign': { draftOrders: bundle() },
  'order-select': { draftOrders: bundle(), selections: [] },
  'problem-list-item-create': { conditions: bundle() },
};

interface Call {
  readonly prefetch?: object | null;
  readonly context?: object;
  readonly token?: string | null;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly options?: SignOptions;
  readonly more?: object;
  readonly path?: string;
}

async function ask(service: string, given: Call = {}) {
  const { prefetch = { patient: patient('4711') }, context = {}, claims = {}, options, more = {} } = given;
  const path = given.path ?? `/cds-services/${service}`;
  const signed = async () =>
    ehr.sign(
      { iss: ehr.issuer, aud: `${base}${path}`, ...claims },
      { now: server.context.now(), ...options },
    );
  const token = given.token === undefined ? await signed() : given.token;
  const answer = await server.ask('POST', path, {
    ...(token === null ? {} : { key: token }),
    body: {
      hook: service,
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/7', patientId: 'p1', ...contexts[service], ...context },
      ...(prefetch === null ? {} : { prefetch }),
      ...more,
    },
  });
  return { status: answer.statusCode, body: answer.json() as { cards?: Card[]; code?: string } };
}

const rows = <T>(query: string): Promise<T[]> =>
  database.asOwner(async (owner) => (await owner.query(query)).rows as T[]);

test('discovery lists five services, each with the hook and what may be sent along; nobody has to sign in for it', async () => {
  for (const path of ['/cds-services', '/hospitals/gent/cds-services']) {
    const answer = await server.ask('GET', path);
    expect(answer.statusCode).toBe(200);
    const { services } = answer.json() as { services: { id: string; prefetch: Record<string, string> }[] };
    expect(services.map(({ id }) => id).toSorted()).toEqual(Object.keys(contexts).toSorted());
    for (const { prefetch } of services) expect(prefetch['patient']).toBe('Patient/{{context.patientId}}');
  }
});

describe('who asks', () => {
  test('must bring a token that it signed for this address', async () => {
    expect((await ask('patient-view')).status).toBe(200);
    expect((await ask('patient-view', { options: { alg: 'RS384' } })).status).toBe(200);
    expect((await ask('patient-view', { path: '/hospitals/gent/cds-services/patient-view' })).status).toBe(
      200,
    );
  });

  test.each<[string, Call]>([
    ['no token', { token: null }],
    ['something that is no token', { token: 'abc.def' }],
    [
      'a token for another address',
      { claims: { aud: 'https://elsewhere.example/cds-services/patient-view' } },
    ],
    ['a token for another service', { claims: { aud: `${base}/cds-services/order-sign` } }],
    ['a token of somebody who is not registered', { claims: { iss: 'https://stranger.example' } }],
    ['a token that ended', { options: { exp: -600 } }],
    ['a token that is good for a day', { options: { exp: 86_400 } }],
    ['a token without a number', { claims: { jti: undefined } }],
    ['a token signed with a shared secret', { options: { alg: 'HS256' } }],
    [
      'a token that says its keys are elsewhere',
      { options: { header: { jku: 'https://stranger.example/keys' } } },
    ],
  ])('is refused with the same words for %s', async (_name, call) => {
    const before = ehr.asked.length;
    const answer = await ask('patient-view', call);
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    expect(JSON.stringify(answer.body)).not.toMatch(/signature|expired|audience|issuer/);
    expect(ehr.asked.slice(before).filter((asked) => !asked.includes('jwks'))).toEqual([]);
  });

  test('cannot use a token twice', async () => {
    const token = await ehr.sign({ iss: ehr.issuer, aud: `${base}/cds-services/patient-view` });
    expect((await ask('patient-view', { token })).status).toBe(200);
    expect((await ask('patient-view', { token })).status).toBe(401);
  });

  test('stands in the audit log with its account, and the reason of a refusal in the program’s own log only', async () => {
    await ask('patient-view');
    const [event] = await rows<{ action: string; person_id: number; detail: Record<string, unknown> }>(
      "select action, person_id, detail from audit_event where action = 'search' order by sequence desc limit 1",
    );
    expect(event).toMatchObject({
      action: 'search',
      person_id: found.person,
      detail: { onBehalfOf: 'Practitioner/7' },
    });
    expect(server.logged()).toContain('"reason":"used-before"');
    expect(server.logged()).not.toContain('Peeters');
  });
});

describe('about a patient of this record', () => {
  test('a fracture that nobody confirmed is said to wait, and nothing is advised on it', async () => {
    const { body } = await ask('patient-view');
    expect(body.cards?.map(({ source }) => source.topic.code)).toEqual(['fracture-unconfirmed']);
    expect(body.cards?.[0]?.indicator).toBe('info');
  });

  test('a confirmed fracture without bone density gives a card with source, a draft order, reasons to set it aside and the case', async () => {
    const verdict = await server.ask('POST', `/api/cases/${found.id}/verdict`, {
      as: nurse,
      body: { onVersion: 1, verdict: 'confirmed' },
    });
    expect(verdict.statusCode).toBe(200);
    const { body } = await ask('encounter-discharge');
    const card = body.cards?.find(({ source }) => source.topic.code === 'density-missing');
    expect(card?.summary).toBe('Fragiliteitsfractuur (heup) zonder botdichtheidsmeting');
    expect(card?.source.label).not.toBe('');
    expect(card?.suggestions?.[0]?.actions[0]).toMatchObject({
      type: 'create',
      resource: { resourceType: 'ServiceRequest', status: 'draft', subject: { reference: 'Patient/p1' } },
    });
    expect(card?.overrideReasons.length).toBeGreaterThan(2);
    expect(card?.links).toEqual([
      { label: 'Open de casus bij de fractuurdienst', type: 'absolute', url: `${base}/cases/${found.id}` },
    ]);
    for (const each of body.cards ?? []) expect(anyCard.safeParse(each).error?.issues).toBeUndefined();
  });

  test('a bone density in the other record takes that card away', async () => {
    const density = {
      resourceType: 'Observation',
      id: 'o',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '38263-0' }] },
      subject: { reference: 'Patient/p1' },
      valueQuantity: { value: -2.7, unit: '1' },
    };
    const prefetch = { patient: patient('4711'), densities: bundle(density) };
    const { body } = await ask('patient-view', { prefetch });
    expect(body.cards?.map(({ source }) => source.topic.code)).not.toContain('density-missing');
  });

  test('a rule that nobody confirmed is information, and says that it is a draft', async () => {
    const { body } = await ask('patient-view');
    const drafts = (body.cards ?? []).filter(({ detail }) => detail.includes('Niet bevestigd'));
    expect(drafts.length).toBeGreaterThan(0);
    for (const { indicator } of drafts) expect(indicator).toBe('info');
  });

  test('denosumab is said to be due, and overdue after four weeks', async () => {
    const today = dayAt(server.context.now(), 'Europe/Brussels');
    const give = (daysAgo: number) =>
      database.in('gent', (tx) =>
        addInjections(tx, [
          {
            person: found.person,
            case: found.id,
            medicine: 'M05BX04',
            dueOn: null,
            givenOn: addDays(today, -daysAgo),
            nextDueOn: null,
            notGivenReason: null,
            recordedBy: null,
            recordedAt: new Date(),
          },
        ]),
      );
    const about = async () => (await ask('patient-view')).body.cards?.map(({ source }) => source.topic.code);
    await give(260);
    expect(await about()).toContain('injection-overdue');
    await give(190);
    expect(await about()).toContain('injection-due');
    await give(30);
    expect((await about())?.filter((code) => code.startsWith('injection'))).toEqual([]);
  });

  test('whoever orders a bone drug hears what is not known yet, or what speaks against it; other drugs pass in silence', async () => {
    const order = (code: string, id = 'm1') => ({
      resourceType: 'MedicationRequest',
      id,
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p1' },
      medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code }] },
    });
    const signed = await ask('order-sign', { context: { draftOrders: bundle(order('M05BX04')) } });
    const codes = signed.body.cards?.map(({ source }) => source.topic.code) ?? [];
    expect(codes.some((code) => code.startsWith('drug-'))).toBe(true);
    const other = await ask('order-sign', { context: { draftOrders: bundle(order('N02BE01')) } });
    expect(other.body.cards).toEqual([]);
    const context = { draftOrders: bundle(order('M05BX04'), order('M05BA04', 'm2')), selections: [] };
    expect((await ask('order-select', { context })).body.cards).toEqual([]);
    const chosen = await ask('order-select', {
      context: { ...context, selections: ['MedicationRequest/m2'] },
    });
    expect(chosen.body.cards?.every(({ summary }) => summary.startsWith('Alendronaat'))).toBe(true);
  });
});

describe('a bone drug for somebody without a confirmed case', () => {
  const order = {
    resourceType: 'MedicationRequest',
    id: 'm7',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'M05BA08' }] },
  };
  const measured = (code: string, value: number, unit: string, status = 'final') => ({
    resourceType: 'Observation',
    id: `o-${code}`,
    status,
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-11-01',
    valueQuantity: { value, unit },
  });
  const failing = [measured('2160-0', 260, 'umol/L'), measured('29463-7', 48, 'kg')];
  const ordered = async (number: string, ...results: object[]) => {
    const { body } = await ask('order-sign', {
      context: { draftOrders: bundle(order) },
      prefetch: { patient: patient(number), laboratory: bundle(...results) },
    });
    return body.cards ?? [];
  };

  test('who is nobody of this record, is forbidden by results that were sent along, with the fact and its rule', async () => {
    const [card, ...others] = await ordered('9999', ...failing);
    expect(others).toEqual([]);
    expect(card?.source.topic.code).toBe('drug-blocked');
    expect(card?.detail).toContain('creatinineklaring te laag');
    expect(card?.links[0]?.url).toBe(`${base}/worklist`);
    expect(anyCard.safeParse(card).error?.issues).toBeUndefined();
  });

  test('passes in silence where nothing is known, or the result was taken back: not knowing is no card for a stranger', async () => {
    expect(await ordered('9999')).toEqual([]);
    expect(
      await ordered('9999', measured('2160-0', 260, 'umol/L', 'entered-in-error'), failing[1] ?? {}),
    ).toEqual([]);
  });

  test('who has a case that nobody confirmed, is forbidden by what stands in this record', async () => {
    const waiting = await database.in('gent', async (tx) => {
      const other = await foundCase(tx, { text: 'Recente heupfractuur rechts na val.' });
      await addIdentifier(tx, testKeys, other.person, { system: 'local', assigner: 'ZIS', value: '4712' });
      return other;
    });
    expect(await ordered('4712')).toEqual([]);
    const low = { as: nurse, body: { onVersion: 0, answer: ['zoledronate'] } };
    const saved = await server.ask('PUT', `/api/cases/${waiting.id}/assessment/allergies`, low);
    expect([saved.statusCode, saved.statusCode === 200 ? '' : saved.body]).toEqual([200, '']);
    expect((await ordered('4712')).map(({ source }) => source.topic.code)).toEqual(['drug-blocked']);
  });
});

describe('a bone drug that a result forbids', () => {
  test('is told as soon as it is ordered, with the fact and its rule', async () => {
    const today = dayAt(server.context.now(), 'Europe/Brussels');
    await database.in('gent', (tx) =>
      addLabRows(tx, [
        {
          person: found.person,
          inboxMessage: null,
          sourceSystem: 'test',
          sourceId: null,
          loinc: '2160-0',
          localCode: null,
          name: 'creatinine',
          sampledOn: today,
          comparator: null,
          value: 260,
          valueText: null,
          unit: 'umol/L',
          referenceLow: null,
          referenceHigh: null,
          status: 'final',
          source: 'import',
          recordedBy: null,
          recordedAt: new Date(),
        },
      ]),
    );
    const weight = { as: nurse, body: { onVersion: 0, answer: 48 } };
    const saved = await server.ask('PUT', `/api/cases/${found.id}/assessment/weight`, weight);
    expect(saved.statusCode).toBe(200);
    const order = {
      resourceType: 'MedicationRequest',
      id: 'm9',
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p1' },
      medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'M05BA08' }] },
    };
    const { body } = await ask('order-sign', { context: { draftOrders: bundle(order) } });
    const card = body.cards?.find(({ source }) => source.topic.code === 'drug-blocked');
    expect(card?.summary).toBe('Zoledronaat: niet geven bij deze patiënt');
    expect(card?.detail).toContain('creatinineklaring te laag');
    expect(card?.detail).toContain('DS4');
  });
});

describe('about a patient who is nobody here', () => {
  const wrist = (more: object = {}) => ({
    resourceType: 'Condition',
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'S52.501A' }] },
    subject: { reference: 'Patient/p9' },
    onsetDateTime: addDays(dayAt(new Date(), 'Europe/Brussels'), -10),
    ...more,
  });
  const stranger = { patient: patient('0000', { name: [{ family: 'Nieuw' }] }) };

  test('nothing is said when there is nothing to say', async () => {
    expect(await ask('patient-view', { prefetch: stranger })).toMatchObject({
      status: 200,
      body: { cards: [] },
    });
  });

  test('a coded fracture that asks for investigation is offered to the fracture service', async () => {
    const { body } = await ask('encounter-discharge', {
      prefetch: { ...stranger, conditions: bundle(wrist()) },
    });
    expect(body.cards?.map(({ source }) => source.topic.code)).toEqual(['fracture-unknown']);
    expect(body.cards?.[0]?.suggestions?.[0]?.label).toBe('Verwijs naar de fractuurdienst');
    const added = await ask('problem-list-item-create', {
      prefetch: stranger,
      context: { conditions: bundle(wrist()) },
    });
    expect(added.body.cards).toHaveLength(1);
  });

  test('a young person’s fracture is not', async () => {
    const young = { patient: patient('0001', { birthDate: '2001-01-01' }), conditions: bundle(wrist()) };
    expect((await ask('patient-view', { prefetch: young })).body.cards).toEqual([]);
  });
});

test('a long record may be sent along whole', async () => {
  const old = {
    resourceType: 'Condition',
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10' }], text: 'x'.repeat(8_000) },
    subject: { reference: 'Patient/p1' },
  };
  const conditions = bundle(...Array.from({ length: 200 }, () => old));
  const { status } = await ask('patient-view', { prefetch: { patient: patient('4711'), conditions } });
  expect(status).toBe(200);
});

describe('what was not sent along', () => {
  test('is fetched from the registered server with the token that came', async () => {
    ehr.answers.set('/fhir/Patient/p1', patient('4711'));
    const more = {
      fhirServer: `${ehr.fhirBase}/`,
      fhirAuthorization: {
        access_token: 'abc',
        token_type: 'Bearer',
        expires_in: 60,
        scope: '',
        subject: '',
      },
    };
    const { status, body } = await ask('patient-view', { prefetch: null, more });
    expect(status).toBe(200);
    expect(body.cards?.length).toBeGreaterThan(0);
  });

  test.each([
    ['there is no server', {}],
    ['the server is another one', { fhirServer: 'https://stranger.example/fhir' }],
    ['the server is this machine’s own metadata service', { fhirServer: 'http://169.254.169.254/fhir' }],
    ['the server does not know the patient', { fhirServer: 'ITS', context: { patientId: 'nobody' } }],
  ])(
    'is said to be missing when %s',
    async (_name, { context = {}, ...more }: { context?: object; fhirServer?: string }) => {
      const server = more.fhirServer === 'ITS' ? { fhirServer: ehr.fhirBase } : more;
      const before = ehr.asked.length;
      const answer = await ask('patient-view', { prefetch: null, more: server, context });
      expect([answer.status, answer.body.code]).toEqual([412, 'no-patient-data']);
      if (more.fhirServer !== 'ITS')
        expect(ehr.asked.slice(before).filter((each) => each.includes('/fhir'))).toEqual([]);
    },
  );
});

describe('feedback', () => {
  const tell = async (service: string, feedback: object) => {
    const path = `/cds-services/${service}/feedback`;
    const token = await ehr.sign({ iss: ehr.issuer, aud: `${base}${path}` });
    return server.ask('POST', path, { key: token, body: { feedback: [feedback] } });
  };
  const at = { outcomeTimestamp: '2026-11-22T05:00:00Z' };

  test('is kept with the card it is about, and the settings page counts it', async () => {
    const { body } = await ask('patient-view');
    const card = body.cards?.[0]?.uuid ?? '';
    const reason = { reason: { code: 'done', system: 'urn:breekpunt:override' }, userComment: 'gepland' };
    expect(
      (await tell('patient-view', { card, outcome: 'overridden', overrideReason: reason, ...at })).statusCode,
    ).toBe(200);
    expect(
      await rows(
        `select outcome, override_reason, override_comment from hook_card where card_uuid = '${card}'`,
      ),
    ).toEqual([{ outcome: 'overridden', override_reason: 'done', override_comment: 'gepland' }]);
    const { systems } = (await server.ask('GET', '/api/connections', { as: lead })).json();
    expect(systems[0].cards).toMatchObject({ overridden: 1, accepted: 0 });
  });

  test('about a card that was never given is not taken', async () => {
    const answer = await tell('patient-view', { card: 'another', outcome: 'accepted', ...at });
    expect(answer.statusCode).toBe(404);
  });
});

describe('samples of another project', () => {
  const sample = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../test/samples/cds-hooks', name), 'utf8'));

  async function send(service: string, request: Record<string, unknown>): Promise<number> {
    const token = await ehr.sign({ iss: ehr.issuer, aud: `${base}/cds-services/${service}` });
    return (await server.ask('POST', `/cds-services/${service}`, { key: token, body: request })).statusCode;
  }

  test('a request of order-select goes in, and cards come out once its patient is sent along', async () => {
    const request = sample('order_select_hook_request.json');
    expect(await send('order-select', request)).toBe(412);
    expect(await send('order-select', { ...request, prefetch: { patient: patient('4711') } })).toBe(200);
  });

  test('requests of hooks that are not served are told so', async () => {
    for (const name of ['encounter_start_hook_request.json', 'appointment_book_hook_request.json']) {
      const request = sample(name);
      expect(await send(request.hook, request)).toBe(404);
      expect(await send('patient-view', request)).toBe(400);
    }
  });

  test('its valid cards are valid by the form that our own cards are held to', () => {
    const cards = sample('valid_cards.json') as unknown[];
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards) expect(anyCard.safeParse(card).error?.issues).toBeUndefined();
  });
});
