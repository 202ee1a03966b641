// What a request costs the database: how many messages travel between the two programs, each waiting for the one before.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilledRecord, filledRecord } from '../../test/filled-record.ts';
import { statementsOf } from '../../test/statements-of.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let key: string;
let found: FilledRecord;
beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  // A session notes its use once a minute, a key once an hour: no minute passes here.
  server.stopClock();
  nurse = await server.signedInAs('gent', 'nurse');
  const body = { name: 'Warehouse', scopes: ['system/*.rs'] };
  key = (
    await server.ask('POST', '/api/machines', { as: await server.signedInAs('gent', 'it'), body })
  ).json().key;
  found = await database.in('gent', (tx) => filledRecord(tx, 'an'));
  // From now on the key need not note its use.
  await server.ask('GET', '/fhir/Patient?_count=1', { key });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** Each by its first words. */
async function messages(path: string, as: 'nurse' | 'program' = 'nurse'): Promise<string[]> {
  const statements = await statementsOf(database, async () => {
    const answer = await server.ask('GET', path, as === 'nurse' ? { as: nurse } : { key });
    expect([path, answer.statusCode]).toEqual([path, 200]);
  });
  return statements.map((text) => text.split(' ').slice(0, 2).join(' '));
}

const begun = 'begin; set';
const who = 'select "u"."app_user_id",';
const asked = '/* kept';
const logged = 'with moved';

test.each([
  ['of one type by its patient', () => `/fhir/Observation?patient=${found.person}`],
  ['with the number of all matches', () => `/fhir/Observation?patient=${found.person}&_total=accurate`],
  ['sorted by day', () => `/fhir/Observation?patient=${found.person}&_sort=-date`],
  ['of patients with their numbers', () => '/fhir/Patient?_count=20'],
  ['that is a reading by id', () => `/fhir/Patient/${found.person}`],
])('a FHIR search %s is asked in one message of five', async (_name, path) => {
  expect(await messages(path())).toEqual([begun, who, asked, logged, 'commit']);
});

test('what stands beside a page costs one message for each type of it', async () => {
  const path = `/fhir/Condition?patient=${found.person}&_include=Condition:patient&_include=Condition:evidence-detail`;
  expect(await messages(path)).toEqual([begun, who, asked, asked, asked, logged, 'commit']);
});

test('a program is known by its key or its token in one message, with what it was granted', async () => {
  const sent = await messages(`/fhir/Observation?patient=${found.person}`, 'program');
  expect(sent).toEqual([begun, 'select u.app_user_id,', asked, logged, 'commit']);
});

test('a page of the worklist takes nine messages: who asks, who woke, which, what, why, how many, the log', async () => {
  const sent = await messages('/api/worklist?list=to-review&order=urgency');
  expect(sent).toHaveLength(9);
  expect([sent[0], sent[1], sent.at(-2), sent.at(-1)]).toEqual([begun, who, logged, 'commit']);
});

test('a session that was ended opens nothing from the next request on, nor does a key or a changed role', async () => {
  const leaving = await server.signedInAs('gent', 'nurse');
  const look = async (): Promise<number> =>
    (await server.ask('GET', `/fhir/Patient/${found.person}`, { as: leaving })).statusCode;
  expect(await look()).toBe(200);
  const change = (set: string) =>
    database.asOwner((owner) => owner.query(`update app_user set ${set} where app_user_id = ${leaving.id}`));
  await change("role = 'it'");
  expect(await look()).toBe(403);
  await change("role = 'nurse'");
  expect(await look()).toBe(200);
  await database.asOwner((owner) =>
    owner.query(`update session set ended_at = now() where app_user_id = ${leaving.id}`),
  );
  expect(await look()).toBe(401);

  const program = async (): Promise<number> =>
    (await server.ask('GET', '/fhir/Patient?_count=1', { key })).statusCode;
  expect(await program()).toBe(200);
  await database.asOwner((owner) => owner.query('update machine_key set ended_at = now()'));
  expect(await program()).toBe(401);
});

test('that a session was used is kept also when what it asked for was refused', async () => {
  const someone = await server.signedInAs('gent', 'nurse');
  const refused = async (): Promise<number> =>
    (await server.ask('GET', '/fhir/Patient/99999999', { as: someone })).statusCode;
  for (let minutes = 0; minutes < 30; minutes += 10) {
    expect(await refused()).toBe(404);
    server.later(600_000);
  }
  const unknown = await server.ask('GET', '/api/cases/99999999', { as: someone });
  expect(unknown.statusCode).toBe(404);
  server.later(600_000);
  expect((await server.ask('GET', '/api/session', { as: someone })).statusCode).toBe(200);
});
