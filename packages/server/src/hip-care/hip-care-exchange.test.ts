// Acute hip care as other systems tell it and are told it: FHIR and HL7 v2 in, FHIR out, and nothing lost on the way round.

import type { Bundle, Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundCase } from '../../test/found-case.ts';
import { r4Problems } from '../../test/r4-problems.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { applyHl7 } from '../intake/inbox/apply-hl7.ts';
import { receive } from '../intake/inbox/receive.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import type { HipCare } from './hip-care.ts';
import { hipCareOf } from './hip-care.ts';
import { emptyHipCare } from './hip-care-file.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
const keys = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  for (const site of ['gent', 'luik']) {
    const it = await server.signedInAs(site, 'it');
    const body = { name: 'Engine', scopes: ['system/*.rs'] };
    keys.set(site, (await server.ask('POST', '/api/machines', { as: it, body })).json().key);
  }
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** A patient who broke a hip on the first of October. */
function brokenHip(site: string, number: string): Promise<{ readonly id: number; readonly person: number }> {
  return database.in(site, async (tx) => {
    const { id, person } = await foundCase(tx);
    for (const assigner of ['HOSP', 'urn:hospital'])
      await addIdentifier(tx, testKeys, person, { system: 'local', assigner, value: number });
    await tx.db
      .updateTable('fls_case')
      .set({
        stage: 'investigate',
        state: 'open',
        fracture_on: '2026-10-01' as never,
        correction: JSON.stringify({ site: 'hip.femoral-neck' }),
      })
      .where('site_id', '=', site)
      .where('fls_case_id', '=', id)
      .execute();
    return { id, person };
  });
}

async function careOf(site: string, id: number): Promise<HipCare | null> {
  const kept = await database.in(site, (tx) => hipCareOf(tx, id));
  if (kept === null) return null;
  const { version: _version, by: _by, at: _at, source: _source, ...care } = kept;
  return care;
}

async function said(site: string, id: number): Promise<Partial<HipCare>> {
  const care = (await careOf(site, id)) ?? emptyHipCare;
  return Object.fromEntries(
    Object.entries(care).filter(([, value]) => value !== null && value !== 'not-recorded'),
  );
}

async function post(site: string, ...resources: readonly object[]) {
  const body = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({ resource })),
  };
  const headers = { 'content-type': 'application/fhir+json' };
  const answer = await server.ask('POST', '/fhir', { key: keys.get(site) ?? '', body, headers });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
}

const patient = (number: string) => ({
  resourceType: 'Patient',
  id: `P-${number}`,
  identifier: [{ system: 'urn:hospital', value: number }],
});

const whole: HipCare = {
  arrivedOn: '2026-10-01' as never,
  arrivedClock: '22:30',
  operated: 'yes',
  operatedOn: '2026-10-02' as never,
  operatedClock: '09:15',
  operationAsAdvised: 'yes',
  geriatrician: 'yes',
  geriatricianOn: '2026-10-02' as never,
  geriatricianClock: null,
  mobilised: 'yes',
  mobilisedOn: '2026-10-03' as never,
  deliriumTested: 'yes',
  delirium: 'no',
  nutritionAssessed: 'no',
  dischargedOn: '2026-10-12' as never,
  dischargedTo: 'rehabilitation',
  homeAt120Days: 'not-recorded',
  medicineAt120Days: 'yes',
};

async function resourcesOf(site: string, person: number): Promise<Resource[]> {
  const found: Resource[] = [];
  for (const query of [
    'Encounter?type=urn:breekpunt:acute-hip-care|stay',
    ...['operation', 'geriatrician', 'mobilised', 'delirium-tested', 'nutrition-assessed'].map(
      (item) => `Procedure?code=urn:breekpunt:acute-hip-care|${item}`,
    ),
    ...['operation-as-advised', 'delirium', 'home-at-120-days', 'medicine-at-120-days'].map(
      (item) => `Observation?code=urn:breekpunt:acute-hip-care|${item}`,
    ),
  ]) {
    const answer = await server.ask('GET', `/fhir/${query}&patient=${person}`, { key: keys.get(site) ?? '' });
    expect([query, answer.statusCode]).toEqual([query, 200]);
    const { entry = [] } = answer.json() as Bundle;
    found.push(...entry.flatMap(({ resource }) => (resource === undefined ? [] : [resource])));
  }
  return found;
}

describe('the block of one hospital, fetched by FHIR and brought to another', () => {
  test.each([
    ['with an answer to almost everything', whole],
    ['with days alone, in winter', { ...whole, arrivedClock: null, operatedClock: null }],
    ['of somebody who was never operated', { ...emptyHipCare, arrivedOn: whole.arrivedOn, operated: 'no' }],
  ] as const)('%s says there what it said here', async (name, care) => {
    const number = `R-${name.length}`;
    const here = await brokenHip('gent', number);
    const there = await brokenHip('luik', number);
    const body = { onVersion: 0, care };
    const saved = await server.ask('PUT', `/api/cases/${here.id}/hip-care`, { as: nurse, body });
    expect(saved.statusCode).toBe(200);
    const out = await resourcesOf('gent', here.person);
    for (const resource of out)
      expect([resource.resourceType, resource.id, r4Problems(resource)]).toEqual([
        resource.resourceType,
        resource.id,
        [],
      ]);
    const moved = out.map((resource) => ({
      ...resource,
      subject: { reference: `Patient/P-${number}` },
      reasonReference: undefined,
    }));
    await post('luik', patient(number), ...moved);
    expect(await careOf('luik', there.id)).toEqual(care);
    // What came back in stands in the block, and not beside it as somebody else's word.
    const kindsOf = (resources: readonly { readonly id?: string | undefined }[]) =>
      resources.map(({ id = '' }) => id.replace(/\d+$/, '')).toSorted((a, b) => a.localeCompare(b));
    expect(kindsOf(await resourcesOf('luik', there.person))).toEqual(kindsOf(out));
  });

  test('has a version for each time that an answer changed', async () => {
    const here = await brokenHip('gent', 'V');
    const save = (onVersion: number, care: object) =>
      server.ask('PUT', `/api/cases/${here.id}/hip-care`, {
        as: nurse,
        body: { onVersion, care: { ...emptyHipCare, ...care } },
      });
    await save(0, { operated: 'no' });
    await save(1, { operated: 'yes', operatedOn: '2026-10-02' });
    await save(2, { operated: 'yes', operatedOn: '2026-10-02', nutritionAssessed: 'yes' });
    const url = `/fhir/Procedure/hip-operation-${here.id}/_history`;
    const { entry = [] } = (await server.ask('GET', url, { as: nurse })).json() as Bundle;
    expect(entry.map(({ resource }) => (resource as { status?: string }).status)).toEqual([
      'completed',
      'not-done',
    ]);
    const all = (await server.ask('GET', '/fhir/Procedure/_history', { as: nurse })).json() as Bundle;
    expect(all.entry?.filter(({ resource }) => resource?.id === `hip-operation-${here.id}`)).toHaveLength(2);
  });
});

describe('a hospital that sends its own resources', () => {
  const stay = (id: string, kind: string, start: string, end: string, more: object = {}) => ({
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: kind },
    subject: { reference: 'Patient/P-E' },
    period: { start, end },
    ...more,
  });
  const home = {
    hospitalization: {
      dischargeDisposition: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/discharge-disposition', code: 'snf' }],
      },
    },
  };

  test('fills arrival and discharge by its stays: the emergency department comes first, a later admission changes nothing', async () => {
    const { id } = await brokenHip('gent', 'E');
    await post(
      'gent',
      patient('E'),
      stay('ward', 'IMP', '2026-10-02T01:10:00+02:00', '2026-10-11T10:00:00+02:00', home),
      // By the clock of Greenwich: half past ten in the evening at the hospital.
      stay('emergency', 'EMER', '2026-10-01T20:30:00Z', '2026-10-02T01:00:00+02:00'),
      stay('later', 'IMP', '2026-10-14T08:00:00+02:00', '2026-10-15T08:00:00+02:00'),
      stay('visit', 'AMB', '2026-10-01T08:00:00+02:00', '2026-10-01T09:00:00+02:00'),
    );
    expect(await said('gent', id)).toEqual({
      arrivedOn: '2026-10-01',
      arrivedClock: '22:30',
      dischargedOn: '2026-10-11',
      dischargedTo: 'care-home',
    });
  });

  test('fills answers by its own codes, once the hospital has said what they mean', async () => {
    const { id } = await brokenHip('gent', 'C');
    const operation = {
      resourceType: 'Procedure',
      id: 'op',
      status: 'completed',
      subject: { reference: 'Patient/P-C' },
      code: { coding: [{ system: 'urn:oid:1.2.3', code: '38567' }] },
      performedDateTime: '2026-10-02T08:40:00+02:00',
    };
    await post('gent', patient('C'), operation);
    expect(await said('gent', id)).toEqual({});
    const it = await server.signedInAs('gent', 'it');
    const body = {
      codes: [
        { system: 'urn:oid:1.2.3', code: '38567', item: 'operation' },
        { system: 'L', code: 'GERI', item: 'geriatrician' },
      ],
    };
    expect((await server.ask('PUT', '/api/hip-care/codes', { as: it, body })).statusCode).toBe(204);
    const listed = async () => (await server.ask('GET', '/api/hip-care/codes', { as: it })).json().codes;
    expect(await listed()).toEqual([body.codes[1], body.codes[0]]);
    // One more, which cannot stand for two things, and one less.
    const more = { system: 'L', code: 'VOEDING', item: 'nutrition-assessed' };
    const add = (each: object) => server.ask('POST', '/api/hip-care/codes', { as: it, body: each });
    expect((await add(more)).statusCode).toBe(204);
    const twice = await add({ ...more, item: 'delirium' });
    expect([twice.statusCode, twice.json().item]).toEqual([409, 'nutrition-assessed']);
    const remove = () => server.ask('DELETE', '/api/hip-care/codes?system=L&code=VOEDING', { as: it });
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([204, 404]);
    expect(await listed()).toHaveLength(2);
    await post('gent', patient('C'), { ...operation, id: 'op2' });
    expect(await said('gent', id)).toEqual({
      operated: 'yes',
      operatedOn: '2026-10-02',
      operatedClock: '08:40',
    });
    // It stays what it was as well: a procedure as that system told it.
    const told = await server.ask('GET', '/fhir/Procedure?code=urn:oid:1.2.3|38567', { as: nurse });
    expect(told.json().entry).toHaveLength(2);
  });

  test('never takes the place of what a person wrote', async () => {
    const { id } = await brokenHip('gent', 'M');
    const care = { ...emptyHipCare, operated: 'no' };
    await server.ask('PUT', `/api/cases/${id}/hip-care`, { as: nurse, body: { onVersion: 0, care } });
    await post('gent', patient('M'), {
      resourceType: 'Procedure',
      id: 'opM',
      status: 'completed',
      subject: { reference: 'Patient/P-M' },
      code: { coding: [{ system: 'urn:breekpunt:acute-hip-care', code: 'operation' }] },
    });
    expect(await said('gent', id)).toEqual({ operated: 'no' });
  });
});

describe('by HL7 v2', () => {
  const take = (...segments: readonly string[]) =>
    database.in('gent', async (tx) => {
      const raw = Buffer.from(`${segments.join('\r')}\r`);
      const { id } = await receive(tx, { door: 'mllp', format: 'hl7v2', raw });
      const now = new Date('2026-11-22T12:00:00Z');
      return applyHl7(
        tx,
        {
          keys: testKeys,
          finding: server.context.intake.finding(),
          hospital: { country: 'BE', timeZone: 'Europe/Brussels' },
          moment: { today: '2026-11-22' as never, now },
          inboxMessage: id,
        },
        raw,
      );
    });
  const msh = (type: string) => `MSH|^~\\&|HIS|HOSP|FLS|HOSP|20261002120000||${type}|${type}|P|2.5`;
  const pid = 'PID|1||H^^^HOSP^PI||VERZONNEN^VERA';
  /** The fields of a segment by their numbers. */
  const segment = (name: string, fields: Readonly<Record<number, string>>): string => {
    const last = Math.max(...Object.keys(fields).map(Number));
    return [name, ...Array.from({ length: last }, (_, place) => fields[place + 1] ?? '')].join('|');
  };

  test('admission, discharge, procedures and coded answers fill the block, an order does not', async () => {
    const { id } = await brokenHip('gent', 'H');
    await take(msh('ADT^A04'), pid, segment('PV1', { 2: 'E', 44: '202610012215' }));
    await take(
      msh('ADT^A01'),
      pid,
      segment('PV1', { 2: 'I', 44: '202610020100' }),
      segment('PR1', { 1: '1', 3: 'operation^Operation^urn:breekpunt:acute-hip-care', 5: '202610020930' }),
    );
    await take(msh('ORM^O01'), pid, segment('OBR', { 1: '1', 4: 'GERI^Geriatrician^L' }));
    expect(await said('gent', id)).toEqual({
      arrivedOn: '2026-10-01',
      arrivedClock: '22:15',
      operated: 'yes',
      operatedOn: '2026-10-02',
      operatedClock: '09:30',
    });
    const answer = (code: string, value: string, status = 'F') =>
      segment('OBX', { 2: 'CWE', 3: code, 5: value, 11: status, 14: '202610031015' });
    const outcome = await take(
      msh('ORU^R01'),
      pid,
      segment('OBR', { 1: '1', 3: 'F1', 4: 'HIP^Hip care^L' }),
      answer('GERI^Geriatrician^L', 'Y^Yes^HL70136'),
      answer('delirium^Delirium^urn:breekpunt:acute-hip-care', 'N^No^HL70136'),
      answer('nutrition-assessed^Nutrition^urn:breekpunt:acute-hip-care', 'Y', 'X'),
    );
    expect(outcome.state).toBe('processed');
    await take(
      msh('ADT^A03'),
      pid,
      segment('PV1', { 2: 'I', 36: '01', 44: '202610020100', 45: '202610101100' }),
    );
    expect(await said('gent', id)).toMatchObject({
      geriatrician: 'yes',
      geriatricianOn: '2026-10-03',
      geriatricianClock: '10:15',
      deliriumTested: 'yes',
      delirium: 'no',
      dischargedOn: '2026-10-10',
      dischargedTo: 'home',
    });
    expect((await said('gent', id)).nutritionAssessed).toBeUndefined();
  });

  test('what cannot be is left out and said', async () => {
    const { id } = await brokenHip('gent', 'H2');
    const other = pid.replace('||H^', '||H2^');
    await take(msh('ADT^A01'), other, segment('PV1', { 2: 'I', 44: '202610020100' }));
    const outcome = await take(
      msh('ADT^A08'),
      other,
      segment('PR1', { 1: '1', 3: 'operation^^urn:breekpunt:acute-hip-care', 5: '202609300930' }),
    );
    expect(outcome.warnings).toContain('hip-care:what-can-be');
    expect(await said('gent', id)).toEqual({ arrivedOn: '2026-10-02', arrivedClock: '01:00' });
  });
});
