// Walks every route there is and tries the door: unsigned, in each wrong role, from the other hospital. A new route is
// tried without anybody thinking of it.

import { knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTask } from '../src/case/tasks.ts';
import { allRoutes } from '../src/http/all-routes.ts';
import type { Route } from '../src/http/route.ts';
import { receive } from '../src/intake/inbox/receive.ts';
import { roles } from '../src/people/role.ts';
import { addSimulation } from '../src/quality/simulations.ts';
import { addPerson, type PersonDetails } from '../src/records/person.ts';
import { saveView } from '../src/worklist/saved-views.ts';
import { foundCase } from './found-case.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

let database: TestDatabase;
let server: TestServer;
/** What stands in Gent under each parameter that a route of ours takes. */
let inGent: Readonly<Record<string, string>>;
let machine: { readonly id: number; readonly key: string };
const people = new Map<string, Person>();

const invented: PersonDetails = {
  familyName: 'Verzonnen',
  givenName: 'Vera',
  birthDate: null,
  sex: 'female',
  language: 'nl',
  country: 'BE',
  deceased: 'no',
  deathDate: null,
};

const care = {
  found: 0,
  assessed: 0,
  scanned: 0,
  recommended: 0,
  contacted: 0,
  startedWithContact: 0,
  startedWithout: 0,
  startedUsual: 0,
  scansPerMonth: null,
  nurseHoursPerMonth: null,
};
const sameCare = { now: care, plan: care };

const bell = { kind: 'call', title: 'Bel terug', dueOn: null, owner: null } as const;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  for (const site of ['gent', 'luik'])
    for (const role of roles) people.set(`${site} ${role}`, await server.signedInAs(site, role));
  const person = await database.in('gent', (tx) => addPerson(tx, invented));
  const found = await database.in('gent', (tx) => foundCase(tx));
  const colleague = await server.signedInAs('gent', 'nurse');
  const message = await database.in('gent', (tx) =>
    receive(tx, { door: 'mllp', format: 'hl7v2', raw: Buffer.from('nothing') }),
  );
  const ask = { as: who('gent', 'it'), body: { name: 'Interface engine' } };
  machine = (await server.ask('POST', '/api/machines', ask)).json();
  // The walk ends the key of another one.
  const other = (await server.ask('POST', '/api/machines', ask)).json();
  const simulation = await database.in('gent', (tx) =>
    addSimulation(tx, {
      name: 'Meer bellen',
      question: {
        country: 'BE',
        on: knownDate('2026-11-21'),
        mix: [],
        patientsPerYear: 1,
        ...sameCare,
        costs: {},
      },
      knowledgeVersion: 'none',
      user: colleague.id,
      at: new Date(),
    }),
  );
  const [task, view] = await database.in('gent', async (tx) => [
    await addTask(tx, { person: found.person, case: found.id }, bell, colleague.id),
    await saveView(tx, colleague.id, 'Laat', 'late=true'),
  ]);
  inGent = {
    user: String(colleague.id),
    person: String(person),
    case: String(found.id),
    report: String(found.report),
    task: String(task),
    view: String(view),
    message: String(message.id),
    machine: String(other.id),
    key: '2',
    field: 'smokes',
    simulation: String(simulation),
    access: '1',
  };
});
afterAll(async () => {
  await server.close();
  await database.close();
});

function who(site: string, role: string): Person {
  const person = people.get(`${site} ${role}`);
  if (person === undefined) throw new Error(`Nobody is ${role} at ${site}`);
  return person;
}

const guarded = allRoutes.filter((route) => route.kind !== 'open');
const named = (route: Route): string => `${route.method} ${route.url}`;

function addressOf({ url }: Route): string {
  return url.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = inGent[name];
    if (value === undefined) throw new Error(`Say in this test what stands in Gent under ":${name}"`);
    return value;
  });
}

test('there are routes to walk', () => {
  expect(guarded.length).toBeGreaterThanOrEqual(12);
  expect(new Set(allRoutes.map(named)).size).toBe(allRoutes.length);
});

test('open to everybody are only the doors where one signs in', () => {
  expect(allRoutes.filter(({ kind }) => kind === 'open').map(named)).toEqual([
    'POST /api/set-up',
    'GET /api/start',
    'POST /api/session',
    'GET /api/oidc/start',
    'GET /api/oidc/callback',
  ]);
});

describe.each(guarded.map((route) => [named(route), route] as const))('%s', (_name, route) => {
  test('refuses whoever is not signed in', async () => {
    const answer = await server.ask(route.method, addressOf(route));
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'not-signed-in']);
  });

  test('refuses a program, unless it is for programs', async () => {
    const answer = await server.ask(route.method, addressOf(route), { key: machine.key });
    if (route.roles.includes('machine')) expect([401, 403]).not.toContain(answer.statusCode);
    else expect(answer.json().code).toBe('wrong-role');
  });

  test('refuses every role that it is not for', async () => {
    for (const role of roles) {
      const answer = await server.ask(route.method, addressOf(route), { as: who('gent', role) });
      if (route.roles.includes(role)) expect([role, answer.statusCode]).not.toEqual([role, 403]);
      else expect([role, answer.json().code]).toEqual([role, 'wrong-role']);
      if (route.url === '/api/session' && route.method === 'DELETE')
        people.set(`gent ${role}`, await server.signedInAs('gent', role));
    }
  });
});

describe.each(guarded.filter(({ url }) => url.includes(':')).map((route) => [named(route), route] as const))(
  '%s',
  (_name, route) => {
    test('finds nothing of the other hospital', async () => {
      const answer = await server.ask(route.method, addressOf(route), { as: who('luik', route.roles[0]) });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    });
  },
);

test('whatever shows one person, case or report stands in the audit log', () => {
  const silent = guarded.filter(({ url, audit }) => /:(person|case|report)\b/.test(url) && audit === 'none');
  expect(silent.map(named)).toEqual([]);
});

test('a session of one hospital is none at the other', async () => {
  const { cookie } = who('gent', 'nurse');
  const answer = await server.ask('GET', '/api/session', { as: { cookie: cookie.replace('gent', 'luik') } });
  expect(answer.statusCode).toBe(401);
});
