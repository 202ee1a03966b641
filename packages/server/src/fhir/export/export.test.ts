import type { Resource } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filledRecord } from '../../../test/filled-record.ts';
import { r4Problems } from '../../../test/r4-problems.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';

let database: TestDatabase;
let server: TestServer;
let lead: Person;
let warehouse: string;
const patients = 1_200;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  lead = await server.signedInAs('gent', 'lead');
  const it = await server.signedInAs('gent', 'it');
  const body = { name: 'Warehouse', scopes: ['system/*.rs'] };
  warehouse = (await server.ask('POST', '/api/machines', { as: it, body })).json().key;
  await database.in('gent', async (tx) => {
    await filledRecord(tx, 'an');
    await sql`insert into person (site_id, family_name, search_name)
      select 'gent', 'Verzonnen ' || n, 'verzonnen ' || n from generate_series(1, ${patients}::int) n`.execute(
      tx.db,
    );
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Manifest {
  readonly transactionTime: string;
  readonly output: readonly { readonly type: string; readonly url: string }[];
}

const prefer = { prefer: 'respond-async' };

async function asked(path: string, key: string = warehouse): Promise<string> {
  const kickedOff = await server.ask('GET', `/fhir/${path}`, { key, headers: prefer });
  expect([path, kickedOff.statusCode, kickedOff.body]).toEqual([path, 202, '']);
  return pathOf(String(kickedOff.headers['content-location']));
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '');
}

async function manifest(state: string): Promise<Manifest> {
  const answer = await server.ask('GET', state, { key: warehouse });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function lines(url: string): Promise<Resource[]> {
  const answer = await server.ask('GET', pathOf(url), { key: warehouse });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/fhir+ndjson']);
  return answer.body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Resource);
}

test('an export of the hospital holds every resource once, each sound R4', async () => {
  const { output } = await manifest(await asked('$export'));
  expect(output.map(({ type }) => type)).toContain('Measure');
  expect(output.map(({ type }) => type)).not.toContain('AuditEvent');
  for (const { type, url } of output) {
    const found = await lines(url);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    if (type === 'Patient') expect(found).toHaveLength(patients + 1);
    for (const resource of found.slice(0, 30)) expect([type, r4Problems(resource)]).toEqual([type, []]);
  }
});

test('a group holds the patients of a list, and a type or a day narrows it', async () => {
  const { output } = await manifest(await asked('Group/all-cases/$export?_type=Patient,Condition'));
  expect(output.map(({ type }) => type).toSorted()).toEqual(['Condition', 'Patient']);
  expect(await lines(output.find(({ type }) => type === 'Patient')?.url ?? '')).toHaveLength(1);
  const later = await manifest(await asked('Patient/$export?_since=2100-01-01T00:00:00Z'));
  expect(later.output).toEqual([]);
});

test.each([
  ['without asking for it later', '$export', {}, 400],
  ['of a group that is none', 'Group/nobody/$export', prefer, 404],
  ['with an unknown parameter', '$export?_elements=id', prefer, 400],
  ['of a type that is not served', '$export?_type=Basic', prefer, 400],
  ['since no instant', '$export?_since=yesterday', prefer, 400],
])('an export %s is refused with an outcome', async (_name, path, headers, status) => {
  const answer = await server.ask('GET', `/fhir/${path}`, { key: warehouse, headers });
  expect([answer.statusCode, answer.json().resourceType]).toEqual([status, 'OperationOutcome']);
});

test('only who asked sees an export; after its end nobody does', async () => {
  const state = await asked('Patient/$export?_type=Patient');
  const { output } = await manifest(state);
  const file = pathOf(output[0]?.url ?? '');
  expect((await server.ask('GET', state, { as: lead })).statusCode).toBe(404);
  expect((await server.ask('GET', file, { as: lead })).statusCode).toBe(404);
  expect((await server.ask('DELETE', state, { key: warehouse })).statusCode).toBe(202);
  expect((await server.ask('GET', state, { key: warehouse })).statusCode).toBe(404);
  expect((await server.ask('GET', file, { key: warehouse })).statusCode).toBe(404);
});

test('an export ends by itself after a day', async () => {
  const state = await asked('Patient/$export?_type=Patient');
  server.later(25 * 3_600_000);
  expect((await server.ask('GET', state, { key: warehouse })).statusCode).toBe(404);
});

test('every patient who went out stands in the log', async () => {
  const shown = await database.in('gent', (tx) =>
    sql<{ n: number }>`
      select count(distinct person) as n from audit_event, unnest(shown_person_ids) as person
       where site_id = 'gent' and action = 'export' and object_type = 'fhir_export'`.execute(tx.db),
  );
  expect(shown.rows).toEqual([{ n: patients + 1 }]);
});
