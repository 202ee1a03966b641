// Signing in at the hospital's own provider, against a real one.

import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../src/people/password.ts';
import { addUser } from '../src/people/user.ts';
import { client, type HospitalProvider, hospitalProvider } from './hospital-provider.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { cookieOf, type TestServer, testServer } from './test-server.ts';

let database: TestDatabase;
let server: TestServer;
let hospital: HospitalProvider;
beforeAll(async () => {
  database = await testDatabase('gent');
  hospital = await hospitalProvider('http://localhost:7300/api/oidc/callback');
  const { issuer } = hospital;
  const provider = {
    issuer,
    client: client.id,
    secret: client.secret,
    claim: 'preferred_username',
    site: null,
  };
  server = await testServer(database, { provider });
  await database.in('gent', async (tx) => {
    const user = { role: 'nurse', language: null, mustChangePassword: false } as const;
    await addUser(tx, { ...user, login: 'els', displayName: 'Els Verzonnen', passwordHash: null });
    const passwordHash = await hashPassword('een lang wachtwoord hier');
    await addUser(tx, { ...user, login: 'ilse', displayName: 'Ilse Techniek', passwordHash });
  });
});
afterAll(async () => {
  await server.close();
  await hospital.close();
  await database.close();
});

interface Trip {
  readonly flow: string;
  readonly back: URL;
}

async function goThere(person: HospitalProvider['person']): Promise<Trip> {
  hospital.person = person;
  const sent = await server.ask('GET', '/api/oidc/start');
  const [cookie] = sent.cookies;
  return {
    flow: `${cookie?.name}=${cookie?.value}`,
    back: await hospital.visit(String(sent.headers['location'])),
  };
}

function comeBack({ flow, back }: Trip): Promise<LightMyRequestResponse> {
  return server.ask('GET', `${back.pathname}${back.search}`, { as: { cookie: flow } });
}

test('the page where one signs in is told that there is a provider', async () => {
  expect((await server.ask('GET', '/api/start')).json().provider).toEqual({
    name: new URL(hospital.issuer).host,
    start: '/api/oidc/start',
  });
});

test('somebody with an account gets in, and is asked for nothing more', async () => {
  const answer = await comeBack(await goThere({ subject: 'person-1', login: 'Els' }));
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/']);
  const session = await server.ask('GET', '/api/session', { as: cookieOf(answer) });
  expect(session.json()).toMatchObject({ user: { login: 'els' }, toDo: null, hasPassword: false });
});

test('the account stays with the subject: another subject under the same login is refused, a new login is not', async () => {
  const other = await comeBack(await goThere({ subject: 'person-2', login: 'els' }));
  expect(other.headers['location']).toBe('/?sign-in=sign-in-refused');
  const renamed = await comeBack(await goThere({ subject: 'person-1', login: 'els.nieuw' }));
  expect(renamed.headers['location']).toBe('/');
});

test.each(['nobody-here', 'ilse'])(
  'who has no account, or one with a password, is refused: %s',
  async (login) => {
    const answer = await comeBack(await goThere({ subject: `person-${login}`, login }));
    expect(answer.headers['location']).toBe('/?sign-in=sign-in-refused');
    expect(answer.cookies.some(({ name }) => name === 'breekpunt-session')).toBe(false);
  },
);

test('who is refused at the provider is refused here', async () => {
  const answer = await comeBack(await goThere(null));
  expect(answer.headers['location']).toBe('/?sign-in=sign-in-refused');
});

test('an answer is good once, in the browser that asked for it, within ten minutes, unchanged', async () => {
  const person = { subject: 'person-1', login: 'els' };
  const good = await goThere(person);
  const strange = await goThere(person);
  const refused = async (trip: Trip): Promise<unknown> => (await comeBack(trip)).headers['location'];
  expect(await refused({ ...good, flow: strange.flow })).toBe('/?sign-in=sign-in-refused');
  expect(await refused({ ...good, flow: 'breekpunt-flow=AAAA' })).toBe('/?sign-in=sign-in-refused');
  const changed = new URL(good.back);
  changed.searchParams.set('code', 'another');
  expect(await refused({ ...good, back: changed })).toBe('/?sign-in=sign-in-refused');
  expect(await refused(good)).toBe('/');
  expect(await refused(good)).toBe('/?sign-in=sign-in-refused');
  const late = await goThere(person);
  server.later(11 * 60_000);
  expect(await refused(late)).toBe('/?sign-in=sign-in-refused');
});

test('a provider that cannot be reached is said to be so', async () => {
  const gone = await hospitalProvider('http://localhost:7300/api/oidc/callback');
  await gone.close();
  const provider = { issuer: gone.issuer, client: 'a', secret: 'b', claim: 'sub', site: null };
  const alone = await testServer(database, { provider });
  const answer = await alone.ask('GET', '/api/oidc/start');
  expect(answer.headers['location']).toBe('/?sign-in=provider-unreachable');
  await alone.close();
});
