import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { nothing } from '../http/answer.ts';
import { siteRoute, uploadRoute } from '../http/route.ts';
import { machineRoutes } from './machine-routes.ts';
import { userRoutes } from './user-routes.ts';

const bring = uploadRoute({
  method: 'POST',
  url: '/fhir',
  roles: ['it', 'machine'],
  audit: 'import',
  upTo: 1_000,
  handle: async ({ audit }) => {
    audit({ action: 'import' });
    return nothing();
  },
});
const look = siteRoute({
  method: 'GET',
  url: '/api/cases',
  roles: ['nurse'],
  audit: 'none',
  handle: async () => nothing(),
});

let database: TestDatabase;
let server: TestServer;
let keeper: Person;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database, { routes: [...machineRoutes, ...userRoutes, bring, look] });
  keeper = await server.signedInAs('gent', 'it');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function newMachine(name: string): Promise<{ readonly id: number; readonly key: string }> {
  return (await server.ask('POST', '/api/machines', { as: keeper, body: { name } })).json();
}

async function brings(key: string): Promise<number> {
  return (await server.ask('POST', '/fhir', { key, body: '{}' })).statusCode;
}

test('a key opens the doors for programs, no others, and the audit log says whose it was', async () => {
  const { id, key } = await newMachine('Interface engine');
  expect(await brings(key)).toBe(204);
  expect((await server.ask('GET', '/api/cases', { key })).json().code).toBe('wrong-role');
  const events = await database.in('gent', ({ db }) =>
    db.selectFrom('audit_event').selectAll().where('action', '=', 'import').execute(),
  );
  expect(events).toMatchObject([{ app_user_id: id, actor_kind: 'user', outcome: 'done' }]);
});

test('a key works as a key alone, at its own hospital, and is not readable in the database', async () => {
  const { key } = await newMachine('Other engine');
  expect(await brings(key.replace('gent', 'luik'))).toBe(401);
  expect(await brings(`${key}x`)).toBe(401);
  const asCookie = await server.ask('POST', '/fhir', {
    as: { cookie: `breekpunt-session=${key}` },
    body: '{}',
  });
  expect(asCookie.statusCode).toBe(401);
  const asKey = keeper.cookie.replace('breekpunt-session=', '');
  expect(await brings(asKey)).toBe(401);
  const rows = await database.in('gent', ({ db }) => db.selectFrom('machine_key').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(key.split('.')[1]);
});

test('a key that is ended opens nothing from then on, and a second one goes on working', async () => {
  const { id, key } = await newMachine('Third engine');
  const second = (await server.ask('POST', `/api/machines/${id}/keys`, { as: keeper })).json().key;
  expect([await brings(key), await brings(second)]).toEqual([204, 204]);
  const list = async () => (await server.ask('GET', '/api/machines', { as: keeper })).json().machines;
  const machine = (await list()).find((one: { id: number }) => one.id === id);
  expect(machine).toMatchObject({ name: 'Third engine', keys: [{}, {}] });
  const end = await server.ask('DELETE', `/api/machines/${id}/keys/${machine.keys[0].id}`, { as: keeper });
  expect([end.statusCode, await brings(key), await brings(second)]).toEqual([204, 401, 204]);
});

test('a program is nobody in the lists of people, and cannot be given a password', async () => {
  const { id } = await newMachine('Fourth engine');
  const { users } = (await server.ask('GET', '/api/users', { as: keeper })).json();
  expect(users.map((one: { id: number }) => one.id)).toEqual([keeper.id]);
  const body = { password: 'vier woorden naast elkaar' };
  expect((await server.ask('PUT', `/api/users/${id}/password`, { as: keeper, body })).statusCode).toBe(404);
  const change = { onVersion: 1, displayName: 'A', role: 'nurse', language: null, active: true };
  expect((await server.ask('PUT', `/api/users/${id}`, { as: keeper, body: change })).statusCode).toBe(404);
});

test('what a screen asks by itself does not keep its nurse signed in', async () => {
  const nurse = await server.signedInAs('gent', 'nurse');
  const byItself = { as: nurse, headers: { 'x-breekpunt-background': '1' } };
  server.later(10 * 60_000);
  expect((await server.ask('GET', '/api/cases', byItself)).statusCode).toBe(204);
  server.later(6 * 60_000);
  expect((await server.ask('GET', '/api/cases', byItself)).statusCode).toBe(401);
});
