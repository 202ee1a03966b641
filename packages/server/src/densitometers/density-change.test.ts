// Two scans of one patient, from the doors by which they come to the words on the page: FHIR, HL7 v2 and a table.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { writeWorkbook } from '@breekpunt/integrate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, assessmentOf } from '../../test/case-over-http.ts';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import type { AssessmentPage } from '../assessment/assessment-page.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import type { DensitometerList } from './densitometer-routes.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let lead: Person;
let it: Person;
let today: CalendarDate;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  [nurse, lead, it] = [
    await server.signedInAs('gent', 'nurse'),
    await server.signedInAs('gent', 'lead'),
    await server.signedInAs('gent', 'it'),
  ];
  today = server.today();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

let given = 0;
async function newPatient(): Promise<FoundCase & { readonly number: string }> {
  given += 1;
  const number = `N${given}`;
  const found = await database.in('gent', async (tx) => {
    const one = await foundCase(tx, { birthDate: '1950-05-05' });
    await addIdentifier(tx, testKeys, one.person, { system: 'local', assigner: 'HOSP', value: number });
    return one;
  });
  return { ...found, number };
}

const device = { maker: 'hologic', model: 'Horizon W', serial: 'H-1' } as const;

async function study(more: object): Promise<number> {
  const body = {
    ...device,
    site: 'total-hip',
    vertebrae: [],
    error: 0.01,
    unit: 'g/cm2',
    studiedOn: '2025-03-01',
  };
  const added = await server.ask('POST', '/api/site/densitometers/studies', {
    as: lead,
    body: { ...body, ...more },
  });
  expect([added.statusCode, added.json().refused ?? null]).toEqual([201, null]);
  return added.json().study;
}

/** Patient, date, region, side, density, T-score, vertebrae, left out, maker, model, serial. */
async function table(...rows: string[]): Promise<void> {
  const header = 'Patient;Datum;Plaats;Kant;BMD;T-score;Wervels;Uitgesloten;Merk;Toestel;Serienummer';
  const taken = await server.ask('POST', '/api/imports/densities?name=dxa.csv&assigner=HOSP', {
    as: nurse,
    body: Buffer.from([header, ...rows].join('\n')),
    headers: { 'content-type': 'text/csv' },
  });
  expect([taken.statusCode, taken.json().leftOut]).toEqual([201, []]);
}

async function density(id: number): Promise<AssessmentPage['derived']['density']> {
  return (await assessmentOf(server, nurse, id)).derived.density;
}

const before = '12/10/2024';
const after = '20/10/2026';

describe('the precision studies of a hospital', () => {
  test('are kept with device, region and day, and the newest of a device counts', async () => {
    await study({ serial: 'H-list', error: 0.02, studiedOn: '2023-01-01' });
    const id = await study({ serial: 'H-list', error: 0.011 });
    const list = (await server.ask('GET', '/api/site/densitometers', { as: nurse })).json<DensitometerList>();
    const ours = list.studies.filter(({ serial }) => serial === 'H-list');
    expect(ours.map(({ error }) => error)).toEqual([0.011, 0.02]);
    expect(ours[0]).toMatchObject({ id, model: 'Horizon W', studiedOn: '2025-03-01' });
    expect(list.changeFactor).toBe(2.77);
  });

  test('are refused with the range when they cannot be true, and by whoever does not keep them', async () => {
    const body = {
      ...device,
      site: 'total-hip',
      vertebrae: [],
      error: 1.2,
      unit: 'g/cm2',
      studiedOn: '2025-03-01',
    };
    const far = await server.ask('POST', '/api/site/densitometers/studies', { as: it, body });
    expect([far.statusCode, far.json().refused.range]).toEqual([
      422,
      { least: 0.001, most: 0.1, unit: 'g/cm2' },
    ]);
    const spine = { ...body, error: 0.012, site: 'lumbar-spine', vertebrae: ['L2'] };
    const one = await server.ask('POST', '/api/site/densitometers/studies', { as: it, body: spine });
    expect(one.json().refused).toEqual({ kind: 'wrong-vertebrae', least: 2 });
    const other = await server.ask('POST', '/api/site/densitometers/studies', { as: nurse, body });
    expect(other.json().code).toBe('wrong-role');
  });

  test('of another hospital are not seen', async () => {
    const elsewhere = await server.signedInAs('luik', 'lead');
    const list = (await server.ask('GET', '/api/site/densitometers', { as: elsewhere })).json();
    expect(list.studies).toEqual([]);
  });

  test('can be withdrawn once, and then count no more', async () => {
    const id = await study({ serial: 'H-wrong' });
    const address = `/api/site/densitometers/studies/${id}`;
    expect((await server.ask('DELETE', address, { as: lead })).statusCode).toBe(204);
    expect((await server.ask('DELETE', address, { as: lead })).statusCode).toBe(404);
    const list = (await server.ask('GET', '/api/site/densitometers', { as: lead })).json<DensitometerList>();
    expect(list.studies.filter(({ serial }) => serial === 'H-wrong')).toEqual([]);
  });
});

describe('two scans of one device, out of a table', () => {
  test('[DX15] differ when the precision study of that device says so, and the study stands beside it', async () => {
    await study({ serial: 'H-real' });
    const { id, number } = await newPatient();
    await table(
      `${number};${before};Totale heup;links;0,800;-1,5;;;Hologic;Horizon W;H-real`,
      `${number};${after};Totale heup;links;0,772;-1,8;;;Hologic;Horizon W;H-real`,
    );
    const { changes } = await density(id);
    expect(changes).toMatchObject([
      {
        site: 'total-hip',
        since: '2024-10-12',
        change: { outcome: 'loss', reasons: ['DX15'], precision: { error: 0.01, studiedOn: '2025-03-01' } },
      },
    ]);
  });

  test('[DX26] also when the study states a coefficient of variation', async () => {
    await study({ serial: 'H-cv', error: 1.5, unit: 'percent' });
    const { id, number } = await newPatient();
    await table(
      `${number};${before};Totale heup;links;0,800;-1,5;;;Hologic;Horizon W;H-cv`,
      `${number};${after};Totale heup;links;0,772;-1,8;;;Hologic;Horizon W;H-cv`,
    );
    const [found] = (await density(id)).changes;
    expect(found?.change).toMatchObject({ outcome: 'no-significant-change', reasons: ['DX15', 'DX26'] });
    expect(found?.change.outcome === 'no-significant-change' && found.change.least).toBeCloseTo(0.03324, 10);
  });

  test('[DX17] are not judged while nobody recorded the precision of that device', async () => {
    const { id, number } = await newPatient();
    await table(
      `${number};${before};Totale heup;links;0,800;-1,5;;;Hologic;Horizon W;H-none`,
      `${number};${after};Totale heup;links;0,700;-2,5;;;Hologic;Horizon W;H-none`,
    );
    expect((await density(id)).changes).toMatchObject([
      { change: { outcome: 'cannot-tell', missing: ['precision error of this device and region'] } },
    ]);
  });

  test.each([
    ['another maker', 'GE Lunar;Prodigy;L-1', ['different-maker']],
    ['another device of the same maker', 'Hologic;Horizon W;H-2', ['different-device']],
  ] as const)('[DX16] of %s are not compared', async (_which, other, because) => {
    await study({ serial: 'H-refuse' });
    const { id, number } = await newPatient();
    await table(
      `${number};${before};Totale heup;links;0,800;-1,5;;;${other}`,
      `${number};${after};Totale heup;links;0,700;-2,5;;;Hologic;Horizon W;H-refuse`,
    );
    expect((await density(id)).changes).toMatchObject([{ change: { outcome: 'not-comparable', because } }]);
  });

  test('[DX16] of the spine are not compared when a vertebra was left out of one of them', async () => {
    await study({ serial: 'H-spine', site: 'lumbar-spine', vertebrae: ['L1', 'L2', 'L3', 'L4'] });
    const { id, number } = await newPatient();
    await table(
      `${number};${before};LWK;;0,900;-1,5;L1-L4;;Hologic;Horizon W;H-spine`,
      `${number};${after};LWK;;0,850;-2,0;L1-L4;L2;Hologic;Horizon W;H-spine`,
    );
    expect((await density(id)).changes).toMatchObject([
      { change: { outcome: 'not-comparable', because: ['different-vertebrae'] } },
    ]);
    const page = await assessmentOf(server, nurse, id);
    expect(page.fields.find(({ field }) => field === 'dxa-vertebrae')).toMatchObject({
      answer: ['L1', 'L3', 'L4'],
      from: { source: 'import', on: '2026-10-20' },
    });
  });

  test('[DX18] stand on the common scale too, for information', async () => {
    const { id, number } = await newPatient();
    await table(`${number};${after};Femurhals;links;0,850;-1,5;;;GE;Prodigy;L-9`);
    const [found] = (await density(id)).standardised;
    expect(found).toMatchObject({ site: 'femoral-neck', use: 'information-only', reasons: ['DX18'] });
    expect(found?.value).toBeCloseTo(775.15, 6);
  });
});

test('a scan entered by hand is compared with an earlier one of the same device', async () => {
  await study({ serial: 'H-hand' });
  const { id, number } = await newPatient();
  await table(`${number};${before};Totale heup;links;0,800;-1,5;;;Hologic;Horizon W;H-hand`);
  await answerAll(server, nurse, id, {
    dxa: {
      on: addDays(today, -3),
      maker: 'hologic',
      serial: 'H-hand',
      side: 'left',
      scores: { 'total-hip': -1.2 },
      densities: { 'total-hip': 0.83 },
    },
  });
  expect((await density(id)).changes).toMatchObject([{ change: { outcome: 'gain' } }]);
});

describe('out of FHIR', () => {
  const value = (id: string, code: string, number: number, on: string, more: object) => ({
    resource: {
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code }], text: id },
      effectiveDateTime: on,
      valueQuantity: { value: number },
      ...more,
    },
  });
  const densitometer = {
    fullUrl: 'urn:uuid:6f1b',
    resource: {
      resourceType: 'Device',
      manufacturer: 'Hologic, Inc.',
      modelNumber: 'Horizon W',
      serialNumber: 'H-fhir',
    },
  };
  async function sent(type: 'transaction' | 'batch', ...entry: object[]) {
    const answer = await server.ask('POST', '/fhir', {
      as: it,
      body: Buffer.from(JSON.stringify({ resourceType: 'Bundle', type, entry })),
      headers: { 'content-type': 'application/fhir+json' },
    });
    return { status: answer.statusCode, body: answer.json() };
  }

  test('density, T-score and Z-score that come apart are one region of one scan, with device, vertebrae and reference', async () => {
    await study({ serial: 'H-fhir', site: 'lumbar-spine', vertebrae: ['L1', 'L3', 'L4'] });
    const { id, number } = await newPatient();
    const subject = { subject: { reference: `Patient?identifier=HOSP|${number}` } };
    const spine = {
      ...subject,
      bodySite: { text: 'Lumbar spine L1-L4' },
      note: [{ text: 'L2 excluded because of an artefact.' }],
      device: { reference: 'urn:uuid:6f1b' },
    };
    const score = { ...spine, referenceRange: [{ text: 'Hologic', appliesTo: [{ text: 'Female' }] }] };
    const scan = (place: string, day: string, bmd: number, t: number) => [
      value(`${number}-bmd-${place}`, '24966-4', bmd, day, spine),
      value(`${number}-t-${place}`, '38267-1', t, day, score),
      value(`${number}-z-${place}`, '85394-5', -0.5, day, score),
    ];
    const { status } = await sent(
      'transaction',
      densitometer,
      ...scan('a', '2024-10-12', 0.9, -1.5),
      ...scan('b', '2026-10-20', 0.85, -2),
    );
    expect(status).toBe(200);
    const found = await density(id);
    expect(found.changes).toMatchObject([{ site: 'lumbar-spine', change: { outcome: 'loss' } }]);
    const page = await assessmentOf(server, nurse, id);
    expect(page.fields.find(({ field }) => field === 'dxa')).toMatchObject({
      answer: { maker: 'hologic', serial: 'H-fhir', scores: { 'lumbar-spine': -2 } },
      from: { source: 'fhir', on: '2026-10-20' },
    });
    const figures = (await server.ask('GET', `/api/cases/${id}/figures`, { as: nurse })).json();
    expect(figures.tScores.at(-1)).toMatchObject({
      excluded: ['L2'],
      referenceDatabase: 'Hologic',
      referenceSex: 'female',
      device: 'hologic Horizon W',
    });
  });

  test('a femur that is called neither neck nor total is shown, and taken for neither', async () => {
    const { id, number } = await newPatient();
    const subject = { subject: { reference: `Patient?identifier=HOSP|${number}` } };
    await sent('batch', value(`${number}-f`, '80948-3', -2.7, '2026-10-20', subject));
    expect((await density(id)).class).toBeNull();
    const figures = (await server.ask('GET', `/api/cases/${id}/figures`, { as: nurse })).json();
    expect(figures.tScores).toMatchObject([{ region: 'other', tScore: -2.7 }]);
  });

  test('[DX20] a T-score of +9 is refused with the range; of a transaction nothing is kept', async () => {
    const { id, number } = await newPatient();
    const subject = { subject: { reference: `Patient?identifier=HOSP|${number}` } };
    const entries = [
      value(`${number}-hip`, '38263-0', -2.5, '2026-10-20', { ...subject, bodySite: { text: 'Total hip' } }),
      value(`${number}-bad`, '38267-1', 9, '2026-10-20', subject),
    ];
    const whole = await sent('transaction', ...entries);
    expect([whole.status, whole.body.issue[0].diagnostics]).toEqual([
      422,
      expect.stringContaining('T-score from -8 to 6'),
    ]);
    expect((await density(id)).class).toBeNull();
    const some = await sent('batch', ...entries);
    expect(some.body.entry[1].response.outcome.issue[0].expression).toEqual([
      'Bundle.entry[1].resource.value',
    ]);
    expect((await density(id)).class?.lowest?.measurement?.site).toBe('total-hip');
  });
});

test('a table is looked at before it is taken: sound rows, and each other one with its line and reason', async () => {
  const { number } = await newPatient();
  const file = [
    'patient,date,region,bmd,t_score,birthdate',
    `${number},2026-10-20,total hip,0.7,-2,1950-05-05`,
    `${number},2026-10-20,total hip,0.7,9,1950-05-05`,
    `${number},${addDays(today, 2)},total hip,0.7,-2,1950-05-05`,
    `${number},1949-10-20,total hip,0.7,-2,1950-05-05`,
    `${number},2026-10-20,knee,0.7,-2,1950-05-05`,
  ].join('\n');
  const ask = (address: string) =>
    server.ask('POST', address, {
      as: nurse,
      body: Buffer.from(file),
      headers: { 'content-type': 'text/csv' },
    });
  const look = (await ask('/api/imports/densities/preview?name=dxa.csv')).json();
  expect(look).toMatchObject({ rows: 1, patients: 1, refusal: null });
  expect(look.leftOut.map(({ line, why }: { line: number; why: string }) => [line, why])).toEqual([
    [3, 'impossible'],
    [4, 'in-the-future'],
    [5, 'before-birth'],
    [6, 'unknown-word'],
  ]);
  expect(look.leftOut[0]).toMatchObject({
    field: 'tScore',
    expected: { quantity: 'tScore', least: -8, most: 6, unit: 'T-score' },
  });
  const first = (await ask('/api/imports/densities?name=dxa.csv&assigner=HOSP')).json();
  expect(first).toMatchObject({ rows: 1, again: false });
  expect((await ask('/api/imports/densities?name=dxa.csv&assigner=HOSP')).json()).toMatchObject({
    again: true,
  });
});

test('a row under the number of somebody with another birthday is left to a human, and the others are taken', async () => {
  const { number } = await newPatient();
  const file = [
    'patient,date,region,bmd,t_score,birthdate',
    `${number},2026-10-20,total hip,0.7,-2,1950-05-05`,
    `${number},2026-10-20,femoral neck,0.6,-3,1938-01-01`,
  ].join('\n');
  const taken = await server.ask('POST', '/api/imports/densities?name=dxa.csv&assigner=HOSP', {
    as: nurse,
    body: Buffer.from(file),
    headers: { 'content-type': 'text/csv' },
  });
  expect(taken.json()).toMatchObject({
    rows: 1,
    patients: 1,
    leftOut: [{ line: 3, field: 'birthDate', why: 'another-birthday', expected: null }],
  });
});

test('a workbook is read like a table of text, and a file of another kind is refused as such', async () => {
  const { number } = await newPatient();
  const pieces: Uint8Array[] = [];
  const columns = ['patient', 'date', 'region', 't_score'].map((title) => ({ title, width: 12 }));
  const rows = [[number, '2026-10-20', 'total hip', -2]];
  await writeWorkbook([{ name: 'DXA', columns, rows }], async (bytes) => void pieces.push(bytes));
  const packed = Buffer.concat(pieces);
  const ask = async (address: string, body: Uint8Array) => {
    const headers = { 'content-type': 'application/octet-stream' };
    return (await server.ask('POST', address, { as: nurse, body: Buffer.from(body), headers })).json();
  };
  const preview = '/api/imports/densities/preview?name=dxa.xlsx';
  expect(await ask(preview, packed)).toMatchObject({ rows: 1, leftOut: [], refusal: null });
  expect(await ask('/api/imports/densities?name=dxa.xlsx&assigner=HOSP', packed)).toMatchObject({ rows: 1 });
  expect(await ask(preview, packed.subarray(0, 90))).toMatchObject({ refusal: { kind: 'damaged' } });
  expect(await ask(preview, Buffer.from('%PDF-1.7'))).toMatchObject({ refusal: { kind: 'not-supported' } });
});

test('a table without a date of scanning is refused with the columns that lack', async () => {
  const body = Buffer.from('patient,region,t_score\n1,total hip,-2');
  const look = await server.ask('POST', '/api/imports/densities/preview?name=dxa.csv', {
    as: nurse,
    body,
    headers: { 'content-type': 'text/csv' },
  });
  expect(look.json().refusal).toEqual({ kind: 'missing-columns', columns: ['on'] });
});
