// The way in, as a browser goes it: set-up, wrong passwords, second factor, accounts of others.

import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { cookieOf, type TestServer, testServer, testSetUpCode } from './test-server.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  // A code is of a half minute and a wait is of seconds: neither may run out while a password is checked.
  server.stopClock();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const site = { name: 'AZ Sint-Érasme', country: 'BE', language: 'nl' };
const administrator = { login: 'Ilse', displayName: 'Ilse Techniek', password: 'vier woorden naast elkaar' };

const other = 'een ander lang wachtwoord';
let addresses = 0;

/** Each from an address of its own: how often one address may try is another matter. */
function signIn(login: string, password: string, code?: string): Promise<LightMyRequestResponse> {
  addresses += 1;
  return server.ask('POST', '/api/session', {
    from: `10.0.0.${addresses}`,
    body: { login, password, ...(code === undefined ? {} : { code }) },
  });
}

describe('the first start', () => {
  test('says that a set-up is needed', async () => {
    expect((await server.ask('GET', '/api/start')).json()).toEqual({
      sites: [],
      setUpNeeded: true,
      provider: null,
    });
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

describe('with login and password', () => {
  test('one gets in, whatever the capitals of the login, and the cookie is for this server alone', async () => {
    const answer = await signIn('  ILSE ', administrator.password);
    expect(answer.json().user).toMatchObject({ login: 'ilse', role: 'it' });
    expect(String(answer.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const again = await server.ask('GET', '/api/session', { as: cookieOf(answer) });
    expect(again.json()).toEqual(answer.json());
  });

  test('a wrong password and an unknown login get the same answer', async () => {
    const wrong = await signIn('ilse', other);
    const unknown = await signIn('nobody', administrator.password);
    expect([wrong.statusCode, wrong.json()]).toEqual([401, unknown.json()]);
    expect(wrong.json().code).toBe('sign-in-refused');
  });

  test('a hospital that is not here gets that same answer', async () => {
    const answer = await server.ask('POST', '/api/session', {
      body: { site: 'elsewhere', login: 'ilse', password: administrator.password },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'sign-in-refused']);
  });

  test('after signing out the cookie opens nothing any more', async () => {
    const cookie = cookieOf(await signIn('ilse', administrator.password));
    const out = await server.ask('DELETE', '/api/session', { as: cookie });
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([
      204,
      ['breekpunt-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict'],
    ]);
    expect((await server.ask('GET', '/api/session', { as: cookie })).statusCode).toBe(401);
  });

  test('after five wrong tries there is a wait, which doubles, which the right password does not end, and which ends', async () => {
    for (let tries = 0; tries < 4; tries++) await signIn('ilse', other);
    expect((await signIn('ilse', administrator.password)).statusCode).toBe(200);
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries++) expect((await signIn('ilse', other)).statusCode).toBe(401);
    for (let round = 0; round < 4; round++) {
      expect((await signIn('ilse', other)).json().code).toBe('sign-in-refused');
      const impatient = await signIn('ilse', administrator.password);
      const { code, seconds } = impatient.json();
      expect([code, impatient.headers['retry-after']]).toEqual(['locked-for-a-while', String(seconds)]);
      waits.push(seconds);
      server.later(seconds * 1_000);
    }
    expect(waits).toEqual([15, 30, 60, 120]);
    expect((await signIn('ilse', administrator.password)).statusCode).toBe(200);
  });

  test('one address is told to wait when it tries too often, whoever it tries to be', async () => {
    const codes: string[] = [];
    for (let tries = 0; tries < 25; tries++) {
      const body = { login: `nobody${tries}`, password: other };
      codes.push((await server.ask('POST', '/api/session', { from: '10.9.9.9', body })).json().code);
    }
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'sign-in-refused'));
    expect(codes.slice(20)).toEqual(Array.from({ length: 5 }, () => 'too-many'));
  });
});

describe('the second factor', () => {
  let secret = '';
  const codeIn = (seconds: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: server.context.now().getTime() + seconds * 1_000,
    });

  test('is set with the password and a code that proves it works, and then every door opens', async () => {
    const me = cookieOf(await signIn('ilse', administrator.password));
    const offered = (await server.ask('POST', '/api/account/second-factor', { as: me })).json();
    secret = offered.secret;
    expect(offered.uri).toMatch(/^otpauth:\/\/totp\/.*ilse.*secret=/);
    const set = (body: object): Promise<LightMyRequestResponse> =>
      server.ask('PUT', '/api/account/second-factor', { as: me, body });
    const { password } = administrator;
    expect((await set({ password: other, secret, code: codeIn(0) })).json().at).toBe('body.password');
    expect((await set({ password, secret, code: '000000' })).json().at).toBe('body.code');
    expect((await set({ password, secret, code: codeIn(0) })).statusCode).toBe(204);
    expect((await server.ask('GET', '/api/users', { as: me })).statusCode).toBe(200);
  });

  test('is asked for from then on, and a wrong code is no code', async () => {
    expect((await signIn('ilse', administrator.password)).json().code).toBe('second-factor-needed');
    server.later(60_000);
    expect((await signIn('ilse', administrator.password, codeIn(-600))).json().code).toBe('sign-in-refused');
    expect((await signIn('ilse', other, codeIn(0))).json().code).toBe('sign-in-refused');
    expect((await signIn('ilse', administrator.password, codeIn(0))).json().hasSecondFactor).toBe(true);
  });

  test('takes no code twice, nor an older one after a newer', async () => {
    server.later(300_000);
    expect((await signIn('ilse', administrator.password, codeIn(0))).statusCode).toBe(200);
    expect((await signIn('ilse', administrator.password, codeIn(0))).statusCode).toBe(401);
    expect((await signIn('ilse', administrator.password, codeIn(-30))).statusCode).toBe(401);
    expect((await signIn('ilse', administrator.password, codeIn(30))).statusCode).toBe(200);
  });

  test('is not readable in the database', async () => {
    const rows = await database.in('az-sint-erasme', ({ db }) =>
      db.selectFrom('app_user').select('second_factor').where('login', '=', 'ilse').execute(),
    );
    expect(rows[0]?.second_factor?.includes(Buffer.from(secret))).toBe(false);
  });

  describe('and the accounts that its keeper makes', () => {
    const els = { login: 'els', displayName: 'Els Verzonnen', role: 'nurse', language: 'fr' };
    let keeper: { readonly cookie: string };
    let id = 0;
    beforeAll(async () => {
      server.later(120_000);
      keeper = cookieOf(await signIn('ilse', administrator.password, codeIn(0)));
    });
    const asKeeper = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) =>
      server.ask(method, url, { as: keeper, ...(body === undefined ? {} : { body }) });

    test('start with a password that is good for one sign-in', async () => {
      const added = await asKeeper('POST', '/api/users', { ...els, password: 'tijdelijk maar lang' });
      expect(added.statusCode).toBe(201);
      id = added.json().id;
      const first = await signIn('els', 'tijdelijk maar lang');
      expect(first.json()).toMatchObject({ toDo: 'change-password', user: { language: 'fr' } });
      const me = cookieOf(first);
      expect((await server.ask('GET', '/api/colleagues', { as: me })).json().code).toBe('password-to-change');
      const change = (next: string, current = 'tijdelijk maar lang'): Promise<LightMyRequestResponse> =>
        server.ask('PUT', '/api/account/password', { as: me, body: { current, next } });
      expect((await change('tijdelijk maar lang')).json().at).toBe('body.next');
      expect((await change('kort')).json().at).toBe('body.next');
      expect((await change('mijn eigen lange zin', other)).json().at).toBe('body.current');
      expect((await change('mijn eigen lange zin')).statusCode).toBe(204);
      expect((await server.ask('GET', '/api/session', { as: me })).json().toDo).toBe('set-second-factor');
    });

    test('have a login that nobody else has', async () => {
      const again = await asKeeper('POST', '/api/users', {
        ...els,
        login: 'ELS',
        password: 'tijdelijk maar lang',
      });
      expect([again.statusCode, again.json().code]).toEqual([409, 'taken']);
    });

    test('are changed by one keeper at a time, and what is taken away is gone at the next request', async () => {
      const me = cookieOf(await signIn('els', 'mijn eigen lange zin'));
      const change = { onVersion: 1, displayName: 'Els V.', role: 'lead', language: null, active: true };
      expect((await asKeeper('PUT', `/api/users/${id}`, change)).json()).toEqual({ version: 2 });
      expect((await server.ask('GET', '/api/session', { as: me })).json().user).toMatchObject({
        role: 'lead',
        language: 'nl',
      });
      const late = await asKeeper('PUT', `/api/users/${id}`, { ...change, role: 'nurse' });
      expect([late.statusCode, late.json().version]).toEqual([409, 2]);
      await asKeeper('PUT', `/api/users/${id}`, { ...change, onVersion: 2, active: false });
      expect((await server.ask('GET', '/api/session', { as: me })).statusCode).toBe(401);
      expect((await signIn('els', 'mijn eigen lange zin')).json().code).toBe('sign-in-refused');
    });

    test('include their own, which they cannot take away from themselves', async () => {
      const { users } = (await asKeeper('GET', '/api/users')).json();
      const me = users.find((one: { login: string }) => one.login === 'ilse');
      expect(users).toHaveLength(2);
      expect(JSON.stringify(users)).not.toContain('argon2');
      const change = { onVersion: me.version, displayName: me.displayName, language: null };
      for (const loss of [
        { role: 'nurse', active: true },
        { role: 'it', active: false },
      ])
        expect((await asKeeper('PUT', `/api/users/${me.id}`, { ...change, ...loss })).statusCode).toBe(422);
    });
  });
});

test('every try, also a refused one, stands in the audit log with its reason and never with what was typed', async () => {
  const events = await database.in('az-sint-erasme', ({ db }) =>
    db.selectFrom('audit_event').selectAll().where('action', '=', 'sign-in').execute(),
  );
  const reasons = new Set(events.map(({ detail }) => (detail as { reason?: string }).reason ?? 'done'));
  expect([...reasons].toSorted()).toEqual([
    'code-needed',
    'done',
    'switched-off',
    'unknown-login',
    'waiting',
    'wrong-code',
    'wrong-password',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/nobody|woorden|wachtwoord/);
});
