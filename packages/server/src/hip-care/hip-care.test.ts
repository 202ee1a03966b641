// Acute hip care over HTTP: filled in by hand, brought in by a table, and seen in the figures of hip fractures.

import { loadKnowledge } from '@breekpunt/knowledge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { careRecords } from '../quality/care-records.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import { emptyHipCare, filledIn, readHipCareFile } from './hip-care-file.ts';
import { hipCareProblem } from './hip-care-problem.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let auditor: Person;
let hip: { readonly id: number; readonly person: number };

beforeAll(async () => {
  expect(Object.keys(loadKnowledge().indicators)).toContain('hip-fracture');
  database = await testDatabase('gent', 'namur');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  auditor = await server.signedInAs('gent', 'auditor');
  hip = await database.in('gent', async (tx) => {
    const found = await foundCase(tx);
    await addIdentifier(tx, testKeys, found.person, { system: 'local', assigner: 'HIS', value: 'P-77' });
    await tx.db
      .updateTable('fls_case')
      .set({
        stage: 'investigate',
        state: 'open',
        fracture_on: '2026-10-01' as never,
        correction: JSON.stringify({ site: 'hip.femoral-neck' }),
      })
      .where('site_id', '=', 'gent')
      .where('fls_case_id', '=', found.id)
      .execute();
    return { id: found.id, person: found.person };
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const url = (): string => `/api/cases/${hip.id}/hip-care`;
const put = (onVersion: number, care: object) =>
  server.ask('PUT', url(), { as: nurse, body: { onVersion, care: { ...emptyHipCare, ...care } } });
const hipSeen = () =>
  database.in('gent', async (tx) => (await careRecords(tx, [hip.person], []))[0]?.[0]?.hip ?? null);

test('a hip of which nobody wrote anything down is not recorded, not well', async () => {
  expect((await server.ask('GET', url(), { as: nurse })).json()).toEqual({
    hip: true,
    care: emptyHipCare,
    kept: null,
  });
  expect(await hipSeen()).toBeNull();
  expect((await server.ask('GET', url(), { as: auditor })).statusCode).toBe(403);
});

describe('filled in by hand', () => {
  test('arrival, operation and geriatrician become days and hours of the figures', async () => {
    const saved = await put(0, {
      arrivedOn: '2026-10-01',
      arrivedClock: '22:30',
      operated: 'yes',
      operatedOn: '2026-10-02',
      geriatrician: 'yes',
      geriatricianOn: '2026-10-03',
      geriatricianClock: '10:00',
      mobilised: 'no',
      deliriumTested: 'yes',
      delirium: 'no',
    });
    expect(saved.json()).toEqual({ version: 1 });
    expect(await hipSeen()).toMatchObject({
      admittedOn: '2026-10-01',
      operatedOn: '2026-10-02',
      hoursToOrthogeriatrician: 35.5,
      mobilised: 'no',
      noDelirium: 'yes',
      homeAt120Days: 'not-recorded',
    });
  });

  test('whoever saw an older version is told, and overwrites nothing', async () => {
    const late = await put(0, { operated: 'no' });
    expect(late.statusCode).toBe(409);
    expect((await hipSeen())?.operated).toBe('yes');
  });

  test('each save is a version of its own, and the newest counts', async () => {
    expect(
      (await put(1, { arrivedOn: '2026-10-01', operated: 'yes', operatedOn: '2026-10-01' })).json(),
    ).toEqual({
      version: 2,
    });
    expect(await hipSeen()).toMatchObject({ operatedOn: '2026-10-01', geriatrician: 'not-recorded' });
    const kept = await database.asOwner((client) =>
      client.query('select version from acute_hip_care order by 1'),
    );
    expect(kept.rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test.each([
    [
      'an operation before the arrival',
      { arrivedOn: '2026-10-02', operated: 'yes', operatedOn: '2026-10-01' },
      'operatedOn',
    ],
    ['a day of what did not happen', { operated: 'no', operatedOn: '2026-10-01' }, 'operated'],
    ['a result without a test', { delirium: 'no' }, 'deliriumTested'],
    ['a day to come', { arrivedOn: '2199-01-01' }, 'arrivedOn'],
    ['a time without its day', { arrivedClock: '10:00' }, 'arrivedOn'],
  ])('%s is refused by name', async (_what, care, field) => {
    const answer = await put(2, care);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().problem.field).toBe(field);
  });
});

describe('a table from another system', () => {
  const send = (text: string, as = nurse) =>
    server.ask('POST', '/api/hip-care/file?assigner=HIS', {
      as,
      body: text,
      headers: { 'content-type': 'text/csv' },
    });

  test('fills what is empty and leaves what a person wrote', async () => {
    const answer = await send(
      'patient_number;arrived_on;arrived_clock;operated;operated_on;nutrition_assessed\nP-77;2026-10-01;09:15;yes;2026-10-03;yes\n',
    );
    expect(answer.json()).toEqual({ rows: 1, taken: 1, unchanged: 0, problems: [] });
    expect((await server.ask('GET', url(), { as: nurse })).json()).toMatchObject({
      care: { arrivedClock: '09:15', operatedOn: '2026-10-01', nutritionAssessed: 'yes' },
      kept: { version: 3, source: 'import' },
    });
  });

  test('the same table again brings nothing', async () => {
    const text = 'patient_number,arrived_on,nutrition_assessed\nP-77,2026-10-01,yes\n';
    expect((await send(text)).json()).toEqual({ rows: 1, taken: 0, unchanged: 1, problems: [] });
  });

  test('says of each row what is wrong, without the patient', async () => {
    const answer = await send(
      'patient_number,arrived_on,operated\nP-99,2026-10-01,yes\nP-77,2020-01-01,yes\nP-77,2026-13-01,yes\nP-77,2026-10-01,maybe\n,2026-10-01,yes\n',
    );
    expect(answer.json().problems).toEqual([
      { row: 1, expected: 'a-known-patient' },
      { row: 2, expected: 'a-hip-fracture-of-these-days' },
      { row: 3, column: 'arrived_on', expected: 'a-day' },
      { row: 4, column: 'operated', expected: 'yes-or-no' },
      { row: 5, column: 'patient_number', expected: 'a-number' },
    ]);
    expect(answer.body).not.toContain('P-77');
  });

  test('an unknown column refuses the whole table, by name', () => {
    expect(readHipCareFile('patient_number,arrived_on,surgeon\n').problems).toEqual([
      { row: 0, column: 'surgeon', expected: 'a-known-column' },
    ]);
  });

  test('another hospital does not know the patient', async () => {
    const elsewhere = await server.signedInAs('namur', 'nurse');
    const answer = await send('patient_number,arrived_on\nP-77,2026-10-01\n', elsewhere);
    expect(answer.json().problems).toEqual([{ row: 1, expected: 'a-known-patient' }]);
  });
});

test('a file may correct an earlier file, never a person', () => {
  const kept = {
    ...emptyHipCare,
    operated: 'yes',
    version: 1,
    by: null,
    at: new Date(0),
    source: 'import',
  } as const;
  expect(filledIn(kept, { operated: 'no' })).toMatchObject({ operated: 'no' });
  expect(filledIn({ ...kept, source: 'manual' }, { operated: 'no' })).toMatchObject({ operated: 'yes' });
});

test('an empty block can be', () => {
  expect(hipCareProblem(emptyHipCare, '2026-11-22' as never)).toBeNull();
});
