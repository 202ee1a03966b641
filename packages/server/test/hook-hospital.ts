// A hospital with a connected system that asks for cards: registered by its keys, known by its patients' numbers, and with one
// patient who has a broken hip.

import type { Card } from '../src/cds/card.ts';
import { addIdentifier } from '../src/records/person-identifier.ts';
import { type AskingSystem, askingSystem, type SignOptions } from './asking-system.ts';
import { type FoundCase, foundCase } from './found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

export const base = 'http://localhost:7300';
const numbers = 'urn:hospital:patients';

export interface HookCall {
  readonly prefetch?: object | null;
  readonly context?: object;
  readonly token?: string | null;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly options?: SignOptions;
  readonly more?: object;
  readonly path?: string;
}

export interface HookAnswer {
  readonly status: number;
  readonly body: { readonly cards?: readonly Card[]; readonly code?: string };
}

export interface HookHospital {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly ehr: AskingSystem;
  readonly lead: Person;
  readonly nurse: Person;
  /** The patient 4711, whose broken hip waits for somebody to confirm it. */
  readonly found: FoundCase;
  ask(service: string, given?: HookCall): Promise<HookAnswer>;
  close(): Promise<void>;
}

export function patient(value: string, more: object = {}): object {
  return {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{ system: numbers, value }],
    birthDate: '1941-03-12',
    gender: 'female',
    name: [{ family: 'Peeters' }],
    ...more,
  };
}

export function bundle(...resources: object[]): object {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

/** What each hook says at least. */
export const hookContexts: Readonly<Record<string, object>> = {
  'patient-view': {},
  'encounter-discharge': { encounterId: 'e1' },
  'order-sign': { draftOrders: bundle() },
  'order-select': { draftOrders: bundle(), selections: [] },
  'problem-list-item-create': { conditions: bundle() },
};

export async function hookHospital(): Promise<HookHospital> {
  const database = await testDatabase('gent');
  const server = await testServer(database);
  const ehr = await askingSystem();
  const lead = await server.signedInAs('gent', 'lead');
  const nurse = await server.signedInAs('gent', 'nurse');
  const added = await server.ask('POST', '/api/connections', { as: lead, body: connection(ehr) });
  if (added.statusCode !== 201) throw new Error('The asking system was not registered');
  const found = await database.in('gent', async (tx) => {
    const one = await foundCase(tx, { text: 'Recente heupfractuur links na val van stahoogte.' });
    await addIdentifier(tx, testKeys, one.person, { system: 'local', assigner: 'ZIS', value: '4711' });
    return one;
  });
  return {
    database,
    server,
    ehr,
    lead,
    nurse,
    found,
    ask: (service, given) => asked(server, ehr, service, given),
    async close() {
      await server.close();
      await ehr.close();
      await database.close();
    },
  };
}

function connection({ issuer, jwksUrl, fhirBase }: AskingSystem) {
  return {
    name: 'Het EPD',
    issuer,
    jwksUrl,
    jwks: null,
    fhirBase,
    hosts: [],
    network: 'own',
    scopes: [],
    patientSystem: numbers,
    patientAssigner: 'ZIS',
    launchClient: null,
    loginClaim: 'preferred_username',
  };
}

async function asked(
  server: TestServer,
  ehr: AskingSystem,
  service: string,
  given: HookCall = {},
): Promise<HookAnswer> {
  const { prefetch = { patient: patient('4711') }, context = {}, claims = {}, options, more = {} } = given;
  const path = given.path ?? `/cds-services/${service}`;
  const signed = async () =>
    ehr.sign(
      { iss: ehr.issuer, aud: `${base}${path}`, ...claims },
      { now: server.context.now(), ...options },
    );
  const token = given.token === undefined ? await signed() : given.token;
  const answer = await server.ask('POST', path, {
    ...(token === null ? {} : { key: token }),
    body: {
      hook: service,
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/7', patientId: 'p1', ...hookContexts[service], ...context },
      ...(prefetch === null ? {} : { prefetch }),
      ...more,
    },
  });
  return { status: answer.statusCode, body: answer.json() };
}
