// Whatever is sent to whichever door, by whomever: the log does not repeat it. A new route is tried without anybody
// thinking of it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../src/http/all-routes.ts';
import { roles } from '../src/people/role.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** Stands for a patient's name, a sentence of a report, a password. */
const words = 'Geertrui-Verzonnen';
const spaced = `${words} viel, fractuur L1`;

test('no address, parameter, body, cookie or header that came in stands in the log', async () => {
  const people = new Map<string, Person>();
  for (const role of roles) people.set(role, await server.signedInAs('gent', role));
  for (const route of allRoutes) {
    const address = route.url.replaceAll(/:\w+/g, encodeURIComponent(words));
    const numbered = route.url.replaceAll(/:\w+/g, '1');
    const as = route.kind === 'open' || route.kind === 'guide' ? undefined : people.get(route.roles[0]);
    const headers = { referer: `http://localhost/${words}`, 'user-agent': words, 'x-forwarded-for': words };
    const who = as === undefined ? {} : { as };
    const takesBody = route.method !== 'GET' && route.url !== '/api/session';
    for (const url of [address, numbered, `${numbered}?name=${encodeURIComponent(spaced)}`]) {
      await server.ask(route.method, url, { ...who, headers });
      if (!takesBody) continue;
      await server.ask(route.method, url, { ...who, headers, body: { [words]: spaced, name: spaced } });
      await server.app.inject({
        method: route.method,
        url,
        headers: { ...headers, cookie: as?.cookie ?? '', 'content-type': 'application/json' },
        payload: `{"name": "${spaced}`,
      });
    }
  }
  await server.ask('POST', '/api/session', { body: { login: words, password: spaced } });
  await server.ask('GET', `/api/${words}`);
  await server.ask('GET', `/cases/${words}?q=${words}`);
  await server.ask('GET', `/%zz${words}`);
  await server.ask('GET', '/api/session', { as: { cookie: `breekpunt-session=gent.${words}` } });
  const log = server.logged();
  expect(log.split('\n').length).toBeGreaterThan(3 * allRoutes.length);
  expect(log).not.toContain(words);
  expect(log).not.toContain('fractuur');
  for (const { cookie } of people.values()) expect(log).not.toContain(cookie.split('.')[1]);
});

test('a line of the log says which route, how it ended, how long it took and which account, by number', async () => {
  const nurse = await server.signedInAs('gent', 'nurse');
  const before = server.logged().length;
  await server.ask('GET', '/api/colleagues', { as: nurse });
  const line = JSON.parse(server.logged().slice(before));
  expect(line).toMatchObject({
    level: 30,
    method: 'GET',
    route: '/api/colleagues',
    status: 200,
    site: 'gent',
    user: nurse.id,
    msg: 'answered',
  });
  expect(Object.keys(line).toSorted()).toEqual(
    ['level', 'method', 'ms', 'msg', 'reqId', 'route', 'site', 'status', 'time', 'user'].toSorted(),
  );
});
