// The way in, as a browser goes it: set-up first.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { cookieOf, type TestServer, testServer, testSetUpCode } from './test-server.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const site = { name: 'AZ Sint-Érasme', country: 'BE', language: 'nl' };
const administrator = { login: 'Ilse', displayName: 'Ilse Techniek', password: 'vier woorden naast elkaar' };

describe('the first start', () => {
  test('says that a set-up is needed', async () => {
    expect((await server.ask('GET', '/api/start')).json()).toEqual({ sites: [], setUpNeeded: true });
  });

  test('is closed to whoever does not have the code from the terminal', async () => {
    const answer = await server.ask('POST', '/api/set-up', {
      body: { code: 'AAAA-AAAA-AAAA', site, administrator },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'set-up-closed']);
  });

  test('refuses a password that is too short', async () => {
    const weak = { ...administrator, password: 'kort' };
    const answer = await server.ask('POST', '/api/set-up', {
      body: { code: testSetUpCode, site, administrator: weak },
    });
    expect([answer.statusCode, answer.json().fields[0].at]).toEqual([400, 'body.administrator.password']);
  });

  test('makes the hospital and its first administrator, who is signed in and asked for a second factor', async () => {
    const answer = await server.ask('POST', '/api/set-up', {
      body: { code: testSetUpCode, site, administrator },
    });
    expect(answer.json()).toMatchObject({
      user: { login: 'ilse', role: 'it' },
      site: { id: 'az-sint-erasme', name: 'AZ Sint-Érasme', synthetic: false },
      toDo: 'set-second-factor',
    });
    const refused = await server.ask('GET', '/api/users', { as: cookieOf(answer) });
    expect(refused.json().code).toBe('second-factor-to-set');
  });

  test('happens once', async () => {
    const answer = await server.ask('POST', '/api/set-up', {
      body: { code: testSetUpCode, site: { ...site, name: 'Other' }, administrator },
    });
    expect(answer.json().code).toBe('set-up-closed');
    expect((await server.ask('GET', '/api/start')).json()).toMatchObject({
      setUpNeeded: false,
      sites: [{ name: site.name }],
    });
  });
});
