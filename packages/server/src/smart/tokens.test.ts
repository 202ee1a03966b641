// Tokens for systems that fetch records: who gets one, for what, and what it opens.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskingSystem, askingSystem } from '../../test/asking-system.ts';
import { foundCase } from '../../test/found-case.ts';
import { form } from '../../test/guide-guest.ts';
import { registered } from '../../test/registered-system.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestServer, testServer } from '../../test/test-server.ts';
import { programBy } from '../people/program.ts';
import { readToken } from '../people/session-token.ts';
import type { SignedIn } from '../people/signed-in.ts';

let database: TestDatabase;
let server: TestServer;
let ehr: AskingSystem;
let client = '';
const tokens = 'http://localhost:7300/api/smart/token';

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  ehr = await askingSystem();
  ({ client } = await registered(server, ehr));
  await database.in('gent', (tx) => foundCase(tx));
});
afterAll(async () => {
  await server.close();
  await ehr.close();
  await database.close();
});

async function bearerOf(token: string): Promise<SignedIn | null> {
  const read = readToken(token);
  if (read === null) return null;
  const found = await database.in(read.site, (tx) => programBy(tx, read.hash, server.context.now()));
  return found?.user ?? null;
}

describe('a system that fetches records', () => {
  const assertion = (claims: object = {}, options: object = {}) =>
    ehr.sign({ iss: client, sub: client, aud: tokens, ...claims }, { now: server.context.now(), ...options });

  async function askToken(more: Readonly<Record<string, string>> = {}) {
    const answer = await server.ask(
      'POST',
      '/api/smart/token',
      form({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(),
        scope: 'system/Patient.read',
        ...more,
      }),
    );
    return { status: answer.statusCode, body: answer.json(), cache: answer.headers['cache-control'] };
  }

  test('finds the address and the way in the configuration that SMART asks for', async () => {
    for (const path of ['/fhir/.well-known/smart-configuration', '/.well-known/smart-configuration']) {
      const { token_endpoint: address, ...rest } = (await server.ask('GET', path)).json();
      expect(address).toBe(tokens);
      expect(rest.token_endpoint_auth_methods_supported).toEqual(['private_key_jwt']);
      expect(rest.token_endpoint_auth_signing_alg_values_supported).toEqual(
        expect.arrayContaining(['RS384', 'ES384']),
      );
    }
  });

  test('gets a token for five minutes that names its hospital, its account and what it may read', async () => {
    const { status, body, cache } = await askToken();
    expect(status).toBe(200);
    expect(cache).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 300, scope: 'system/Patient.read' });
    const caller = await bearerOf(body.access_token);
    expect(caller).toMatchObject({ site: 'gent', role: 'machine', scopes: ['system/Patient.read'] });
    expect(await bearerOf(body.access_token.replace('gent', 'luik'))).toBeNull();
    server.later(301_000);
    expect(await bearerOf(body.access_token)).toBeNull();
  });

  test.each([
    ['scopes that were not registered', { scope: 'system/Condition.read' }, 400, 'invalid_scope'],
    ['no scopes', { scope: '' }, 400, 'invalid_scope'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no token of its own', { client_assertion: '' }, 401, 'invalid_client'],
  ])('is refused for %s', async (_name, more, status, error) => {
    const answer = await askToken(more);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  test.each<[string, object, object]>([
    ['a token for another address', { aud: 'https://elsewhere.example' }, {}],
    ['a token of another hospital', { iss: 'luik.abc', sub: 'luik.abc' }, {}],
    ['a token that is good for an hour', {}, { exp: 3_600 }],
    ['a token signed with a shared secret', {}, { alg: 'HS256' }],
  ])('is refused for %s', async (_name, claims, options) => {
    const answer = await askToken({ client_assertion: await assertion(claims, options) });
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
  });

  test('reads with it what was granted, and nothing else: no other type, no other door, nothing to write', async () => {
    const { access_token: key } = (await askToken()).body;
    const patients = await server.ask('GET', '/fhir/Patient', { key });
    expect([patients.statusCode, patients.json().resourceType, patients.json().entry.length]).toEqual([
      200,
      'Bundle',
      1,
    ]);
    expect((await server.ask('GET', '/fhir/Observation', { key })).statusCode).toBe(403);
    const written = await server.ask('POST', '/fhir', { key, body: { resourceType: 'Patient', id: 'x' } });
    expect([written.statusCode, written.json().issue[0].code]).toEqual([403, 'forbidden']);
    const imported = await server.ask('POST', '/api/imports?name=a.csv', { key });
    expect([imported.statusCode, imported.json().code]).toEqual([403, 'wrong-role']);
    const [logged] = await database.asOwner(
      async (owner) =>
        (
          await owner.query(
            "select app_user_id from audit_event where detail->>'type' = 'Patient' order by sequence desc limit 1",
          )
        ).rows,
    );
    expect(logged).toEqual({
      app_user_id: (await bearerOf(key))?.id,
    });
    const { machines } = (
      await server.ask('GET', '/api/machines', { as: await server.signedInAs('gent', 'it') })
    ).json();
    expect(machines).toEqual([]);
  });

  test('is told in the words of OAuth what is missing when it sends nothing', async () => {
    const answer = await server.ask('POST', '/api/smart/token');
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'unsupported_grant_type']);
  });

  test('cannot use its own token twice', async () => {
    const once = await assertion();
    expect((await askToken({ client_assertion: once })).status).toBe(200);
    expect((await askToken({ client_assertion: once })).status).toBe(401);
  });
});
