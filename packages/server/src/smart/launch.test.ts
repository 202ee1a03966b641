// This app opened from another system: who comes in, at which case, and who does not.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskingSystem, askingSystem } from '../../test/asking-system.ts';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { registered } from '../../test/registered-system.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { cookieOf, type TestServer, testServer } from '../../test/test-server.ts';
import { addUser } from '../people/user.ts';
import { addIdentifier } from '../records/person-identifier.ts';

let database: TestDatabase;
let server: TestServer;
let ehr: AskingSystem;
let connection = 0;
let found: FoundCase;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  ehr = await askingSystem();
  connection = (await registered(server, ehr)).id;
  found = await database.in('gent', async (tx) => {
    await addUser(tx, {
      login: 'els',
      displayName: 'Els Verzonnen',
      role: 'nurse',
      language: null,
      passwordHash: null,
      mustChangePassword: false,
    });
    const one = await foundCase(tx);
    await addIdentifier(tx, testKeys, one.person, { system: 'local', assigner: 'ZIS', value: '4711' });
    return one;
  });
  standIn();
});
afterAll(async () => {
  await server.close();
  await ehr.close();
  await database.close();
});

/** The other system's own sign-in: what it does depends on who sits there and which patient is open. */
const there = {
  login: 'els',
  subject: 'person-1',
  patient: 'p1' as string | null,
  issuer: '',
  sent: new Map<string, string>(),
};

function standIn(): void {
  there.issuer = ehr.fhirBase;
  ehr.answers.set('/fhir/.well-known/smart-configuration', {
    authorization_endpoint: `${ehr.address}/authorize`,
    token_endpoint: `${ehr.address}/token`,
    jwks_uri: ehr.jwksUrl,
    issuer: ehr.fhirBase,
  });
  ehr.handlers.set('/token', (request, response, body) => {
    const sent = new URLSearchParams(body);
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from('breekpunt-app:een%20geheim%20van%20de%20app').toString('base64');
    const known =
      sent.get('code') === 'good' &&
      verifier === there.sent.get('code_challenge') &&
      request.headers.authorization === `Basic ${basic}`;
    response.statusCode = known ? 200 : 400;
    void ehr
      .sign({
        iss: there.issuer,
        aud: 'breekpunt-app',
        sub: there.subject,
        preferred_username: there.login,
        nonce: there.sent.get('nonce') ?? '',
      })
      .then((token) =>
        response.end(
          JSON.stringify({
            access_token: 'there',
            token_type: 'Bearer',
            id_token: token,
            ...(there.patient === null ? {} : { patient: there.patient }),
          }),
        ),
      );
  });
  ehr.answers.set('/fhir/Patient/p1', {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{ system: 'urn:hospital:patients', value: '4711' }],
    birthDate: '1941-03-12',
  });
  ehr.answers.set('/fhir/Patient/p2', {
    resourceType: 'Patient',
    id: 'p2',
    identifier: [{ system: 'urn:hospital:patients', value: '1' }],
  });
}

async function launch(path = '/hospitals/gent/smart/launch', launch: string | null = 'handle') {
  const query = new URLSearchParams({ iss: ehr.fhirBase, ...(launch === null ? {} : { launch }) });
  const sent = await server.ask('GET', `${path}?${query}`);
  const [cookie] = sent.cookies;
  const to = String(sent.headers['location']);
  if (to.startsWith('http')) there.sent = new Map(new URL(to).searchParams);
  return { to, flow: { cookie: `${cookie?.name}=${cookie?.value}` } };
}

async function comeBack(flow: { readonly cookie: string }, code = 'good') {
  const query = new URLSearchParams({ code, state: there.sent.get('state') ?? '' });
  return server.ask('GET', `/api/smart/callback?${query}`, { as: flow });
}

describe('this app opened from another system', () => {
  test('asks there who it is, with what SMART wants, and arrives signed in at the case of the patient who is open there', async () => {
    const { to, flow } = await launch();
    expect(to.startsWith(`${ehr.address}/authorize?`)).toBe(true);
    expect(Object.fromEntries(there.sent)).toMatchObject({
      response_type: 'code',
      client_id: 'breekpunt-app',
      aud: ehr.fhirBase,
      launch: 'handle',
      code_challenge_method: 'S256',
      scope: 'openid fhirUser profile launch patient/Patient.read',
    });
    const answer = await comeBack(flow);
    expect(answer.headers['location']).toBe(`/cases/${found.id}`);
    const session = await server.ask('GET', '/api/session', { as: cookieOf(answer) });
    expect(session.json()).toMatchObject({ user: { login: 'els' } });
    expect(ehr.asked).toContain('GET /fhir/Patient/p1');
  });

  test('may also begin here, and then asks which patient', async () => {
    await launch('/hospitals/gent/smart/launch', null);
    expect(there.sent.get('scope')).toContain('launch/patient');
    expect(there.sent.has('launch')).toBe(false);
  });

  test('says so when the patient has no case here, or none was named', async () => {
    for (const patient of ['p2', null]) {
      there.patient = patient;
      const { flow } = await launch();
      expect((await comeBack(flow)).headers['location']).toBe('/launched/no-case');
    }
    there.patient = 'p1';
  });

  test.each([
    ['has no account here', { login: 'nobody', subject: 'person-9' }],
    ['uses the account of somebody else', { login: 'els', subject: 'person-2' }],
    ['was signed in by another issuer', { issuer: 'https://stranger.example' }],
  ])('lets nobody in who %s', async (_name, change) => {
    const before = { login: there.login, subject: there.subject, issuer: there.issuer };
    Object.assign(there, change);
    const { flow } = await launch();
    const answer = await comeBack(flow);
    Object.assign(there, before);
    expect(answer.headers['location']).toBe('/?sign-in=sign-in-refused');
    expect(answer.cookies.some(({ name, value }) => name === 'breekpunt-session' && value !== '')).toBe(
      false,
    );
  });

  test('takes no answer that it did not ask for: another code, another state, another browser, too late', async () => {
    const refused = '/?sign-in=sign-in-refused';
    const { flow } = await launch();
    expect((await comeBack(flow, 'bad')).headers['location']).toBe(refused);
    there.sent.set('state', 'another');
    expect((await comeBack(flow)).headers['location']).toBe(refused);
    await launch();
    expect((await comeBack({ cookie: 'breekpunt-flow=AAAA' })).headers['location']).toBe(refused);
    expect((await comeBack(flow)).headers['location']).toBe(refused);
    const late = await launch();
    server.later(11 * 60_000);
    expect((await comeBack(late.flow)).headers['location']).toBe(refused);
  });

  test('never goes to an address that nobody registered, nor asks it anything', async () => {
    for (const iss of ['https://stranger.example/fhir', 'http://169.254.169.254/', `${ehr.fhirBase}/other`]) {
      const before = ehr.asked.length;
      const answer = await server.ask('GET', `/hospitals/gent/smart/launch?iss=${encodeURIComponent(iss)}`);
      expect(answer.headers['location']).toBe('/?sign-in=sign-in-refused');
      expect(ehr.asked.length).toBe(before);
    }
  });

  test('ends when the connection ends', async () => {
    const keeper = await server.signedInAs('gent', 'it');
    const ended = await server.ask('DELETE', `/api/connections/${connection}`, { as: keeper });
    expect(ended.statusCode).toBe(204);
    expect((await launch()).to).toBe('/?sign-in=sign-in-refused');
  });
});
