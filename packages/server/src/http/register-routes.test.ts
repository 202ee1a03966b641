// What the route convention promises to every handler, tried on routes made for the purpose.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { file, json, jsonAs, nothing, page, redirect, refuse } from './answer.ts';
import { openRoute, type Route, siteRoute, uploadRoute } from './route.ts';
import type { Visit } from './visit.ts';

const secret = 'Mevrouw Verzonnen, heupfractuur';

async function rename({ tx }: Visit, name: string): Promise<void> {
  await tx.db.updateTable('site').set({ name }).where('site_id', '=', tx.site).execute();
}

const body = z.strictObject({
  name: z.string().min(1),
  answer: z.enum(['keep', 'refuse', 'throw', 'forget']),
});
/** The code with which a route of this test fails. */
let failWith = '';
const routes: readonly Route[] = [
  siteRoute({
    method: 'PUT',
    url: '/api/name',
    roles: ['nurse'],
    audit: 'change',
    body,
    handle: async (visit, input) => {
      await rename(visit, input.body.name);
      if (input.body.answer === 'throw') throw new Error(secret);
      if (input.body.answer === 'refuse') return refuse('refused', 'Not today.');
      if (input.body.answer === 'keep') visit.audit({ action: 'change', detail: { field: 'name' } });
      return nothing();
    },
  }),
  siteRoute({
    method: 'GET',
    url: '/api/name',
    roles: ['nurse'],
    audit: 'none',
    handle: async ({ tx, user, today }) => {
      const row = await tx.db.selectFrom('site').select('name').executeTakeFirstOrThrow();
      return json({ ...row, for: user.login, today });
    },
  }),
  uploadRoute({
    method: 'POST',
    url: '/api/file',
    roles: ['nurse'],
    audit: 'none',
    upTo: 2_000_000,
    handle: async (_visit, input, contentType) =>
      jsonAs('application/fhir+json', 202, { bytes: input.body.length, contentType }),
  }),
  openRoute({
    method: 'GET',
    url: '/api/file',
    perMinute: 5,
    handle: async () => file('a b".csv', 'text/csv', 'a;b\n'),
  }),
  siteRoute({
    method: 'GET',
    url: '/api/failing',
    roles: ['nurse'],
    audit: 'none',
    handle: async () => {
      throw Object.assign(new Error(secret), { code: failWith });
    },
  }),
  openRoute({ method: 'GET', url: '/guide', perMinute: 100, handle: async () => page('<p>Dag') }),
  openRoute({ method: 'GET', url: '/away', perMinute: 100, handle: async () => redirect('/guide') }),
];

/** A handler waits here until the test lets it go. */
function gate() {
  let arrive = (): void => undefined;
  let leave = (): void => undefined;
  const entered = new Promise<void>((go) => {
    arrive = go;
  });
  const left = new Promise<void>((go) => {
    leave = go;
  });
  return {
    entered,
    leave: () => leave(),
    pass: () => {
      arrive();
      return left;
    },
  };
}

function slowRoute({ pass }: ReturnType<typeof gate>): Route {
  return openRoute({
    method: 'GET',
    url: '/slow',
    perMinute: 100,
    handle: async () => {
      await pass();
      return page('<p>Done');
    },
  });
}

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database, { routes });
  nurse = await server.signedInAs('gent', 'nurse');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function nameNow(): Promise<string> {
  return (await server.ask('GET', '/api/name', { as: nurse })).json().name;
}

async function loggedDeeds(): Promise<number> {
  return database.in('gent', async ({ db }) => {
    const rows = await db
      .selectFrom('audit_event')
      .select('sequence')
      .where('action', '=', 'change')
      .execute();
    return rows.length;
  });
}

describe('what a handler did', () => {
  test('is kept when it answers, together with its line in the audit log', async () => {
    const before = await loggedDeeds();
    const answer = await server.ask('PUT', '/api/name', { as: nurse, body: { name: 'A', answer: 'keep' } });
    expect([answer.statusCode, await nameNow(), await loggedDeeds()]).toEqual([204, 'A', before + 1]);
  });

  test('is undone when it refuses', async () => {
    const answer = await server.ask('PUT', '/api/name', { as: nurse, body: { name: 'B', answer: 'refuse' } });
    expect([answer.statusCode, answer.json().detail, await nameNow()]).toEqual([422, 'Not today.', 'A']);
  });

  test('is undone when it forgot the audit log that it promised', async () => {
    const answer = await server.ask('PUT', '/api/name', { as: nurse, body: { name: 'C', answer: 'forget' } });
    expect([answer.statusCode, await nameNow()]).toEqual([500, 'A']);
  });

  test('is undone when it makes a mistake, of which neither answer nor log repeats the words', async () => {
    const answer = await server.ask('PUT', '/api/name', { as: nurse, body: { name: 'D', answer: 'throw' } });
    expect([answer.statusCode, answer.json().code, await nameNow()]).toEqual([500, 'our-mistake', 'A']);
    expect(answer.body).not.toContain('Verzonnen');
    expect(server.logged()).toContain('a mistake of the program');
    expect(server.logged()).not.toContain('Verzonnen');
  });
});

test.each([
  ['53100', 507, 'disk-full'],
  ['53300', 503, 'database-lost'],
  ['57P01', 503, 'database-lost'],
  ['08006', 503, 'database-lost'],
  ['ECONNREFUSED', 503, 'database-lost'],
  ['23505', 500, 'our-mistake'],
  ['22P02', 500, 'our-mistake'],
])('what PostgreSQL says with %s is answered with %d %s', async (code, status, problem) => {
  failWith = code;
  const answer = await server.ask('GET', '/api/failing', { as: nurse });
  expect([answer.statusCode, answer.json().code]).toEqual([status, problem]);
  expect(answer.body + server.logged()).not.toContain('Verzonnen');
});

test('what is under way when the server stops is answered, and nothing new is taken', async () => {
  const slow = gate();
  const own = await testServer(database, { routes: [...routes, slowRoute(slow)] });
  const address = await own.app.listen({ host: '127.0.0.1', port: 0 });
  const answer = fetch(`${address}/slow`);
  await slow.entered;
  const closed = own.close();
  slow.leave();
  expect(await (await answer).text()).toBe('<p>Done');
  await closed;
  await expect(fetch(`${address}/guide`)).rejects.toThrow('fetch failed');
});

describe('input', () => {
  test('that is not as promised is refused with the place and what was expected, not with what came', async () => {
    const answer = await server.ask('PUT', '/api/name', {
      as: nurse,
      body: { name: secret, answer: secret },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().fields).toMatchObject([{ at: 'body.answer' }]);
    expect(answer.body).not.toContain('Verzonnen');
  });

  test.each(['{"name":', '', 'null', '[]'])('%j is not the JSON that was expected', async (payload) => {
    const answer = await server.app.inject({
      method: 'PUT',
      url: '/api/name',
      headers: { cookie: nurse.cookie, 'content-type': 'application/json' },
      payload,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'not-valid']);
  });

  test('of another kind than JSON is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await server.ask('PUT', '/api/name', { as: nurse, body: 'name=A', headers });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'wrong-type']);
  });

  test('larger than a route takes is refused', async () => {
    const large = await server.ask('PUT', '/api/name', {
      as: nurse,
      body: { name: 'x'.repeat(1_100_000), answer: 'keep' },
    });
    expect([large.statusCode, large.json().code]).toEqual([413, 'too-large']);
    const file = await server.ask('POST', '/api/file', { as: nurse, body: Buffer.alloc(2_000_001) });
    expect(file.statusCode).toBe(413);
  });

  test('of an upload comes as bytes, also when it calls itself JSON', async () => {
    const answer = await server.ask('POST', '/api/file', { as: nurse, body: { a: 1 } });
    expect([answer.statusCode, answer.json()]).toEqual([202, { bytes: 7, contentType: 'application/json' }]);
    expect(answer.headers['content-type']).toContain('application/fhir+json');
  });
});

test('a change that a page of another site asks for is refused, whoever is signed in', async () => {
  const asked = { as: nurse, body: { name: 'E', answer: 'keep' } };
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ] as Readonly<Record<string, string>>[]) {
    const answer = await server.ask('PUT', '/api/name', { ...asked, headers });
    expect([headers, answer.json().code]).toEqual([headers, 'other-origin']);
  }
  for (const headers of [
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'http://localhost:7300' },
  ] as Readonly<Record<string, string>>[])
    expect((await server.ask('PUT', '/api/name', { ...asked, headers })).statusCode).toBe(204);
});

test('a file is saved under a harmless name, a page is HTML, and a redirect is followed by GET', async () => {
  const saved = await server.ask('GET', '/api/file');
  expect(saved.headers['content-disposition']).toBe('attachment; filename="a-b-.csv"');
  const shown = await server.ask('GET', '/guide');
  expect([shown.headers['content-type'], shown.body]).toEqual(['text/html; charset=utf-8', '<p>Dag']);
  const sent = await server.ask('GET', '/away');
  expect([sent.statusCode, sent.headers['location']]).toEqual([303, '/guide']);
});

test('whoever works against a page that fails is there all the same: the session does not run out', async () => {
  const someone = await server.signedInAs('gent', 'nurse');
  failWith = '23505';
  for (let times = 0; times < 3; times++) {
    server.later(10 * 60_000);
    expect((await server.ask('GET', '/api/failing', { as: someone })).statusCode).toBe(500);
  }
  expect((await server.ask('GET', '/api/name', { as: someone })).statusCode).toBe(200);
});

test('an open door is shut for a while when one address knocks too often', async () => {
  const answers = [];
  for (let knock = 0; knock < 8; knock++) answers.push(await server.ask('GET', '/api/file'));
  const last = answers.at(-1);
  expect([last?.statusCode, last?.json().code]).toEqual([429, 'too-many']);
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
});

test('every answer carries the headers that keep foreign scripts, frames and copies out', async () => {
  for (const answer of [
    await server.ask('GET', '/api/name', { as: nurse }),
    await server.ask('GET', '/api/nothing-here'),
    await server.ask('GET', '/cases/1'),
  ]) {
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*)/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('a session goes through the doors of its day, and no further', async () => {
  const someone = await server.signedInAs('gent', 'nurse');
  const look = async (): Promise<number> =>
    (await server.ask('GET', '/api/name', { as: someone })).statusCode;
  const minute = 60_000;
  expect(await look()).toBe(200);
  server.later(14 * minute);
  expect(await look()).toBe(200);
  server.later(14 * minute);
  expect(await look()).toBe(200);
  server.later(15 * minute);
  expect(await look()).toBe(401);

  const busy = await server.signedInAs('gent', 'nurse');
  for (let minutes = 0; minutes < 600; minutes += 12) {
    expect((await server.ask('GET', '/api/name', { as: busy })).statusCode).toBe(200);
    server.later(12 * minute);
  }
  expect((await server.ask('GET', '/api/name', { as: busy })).statusCode).toBe(401);
});
