// Walks every route there is and tries the door: unsigned, in each wrong role, from the other hospital. A new route is
// tried without anybody thinking of it.

import { knownDate } from '@breekpunt/core';
import { drawnPng } from '@breekpunt/synthetic';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTask } from '../src/case/tasks.ts';
import { addSystem } from '../src/connections/connected-system.ts';
import { openUnplannedContact } from '../src/follow-up/unplanned-contact.ts';
import { makeGuideLink, revokeGuideLink } from '../src/guide/access/guide-link.ts';
import { allRoutes } from '../src/http/all-routes.ts';
import type { GuideRoute, Route } from '../src/http/route.ts';
import { receive } from '../src/intake/inbox/receive.ts';
import { addDraft } from '../src/letters/letter-store.ts';
import { addSpineImage } from '../src/morphometry/spine-image.ts';
import { unknownSystem } from '../src/openapi/route-examples.ts';
import { roles } from '../src/people/role.ts';
import { addSimulation } from '../src/quality/simulations.ts';
import { addPerson, type PersonDetails } from '../src/records/person.ts';
import { addWebhook } from '../src/webhooks/webhook-store.ts';
import { saveView } from '../src/worklist/saved-views.ts';
import { foundCase } from './found-case.ts';
import { form } from './guide-guest.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

let database: TestDatabase;
let server: TestServer;
/** What stands in Gent under each parameter that a route of ours takes. */
let inGent: Readonly<Record<string, string>>;
let ended: Guest;
let elsewhere: Guest;
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

const hook = {
  name: 'Planning',
  url: 'https://planning.example',
  network: 'public',
  topics: ['case.found'],
} as const;

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
  const guide = await database.in('gent', (tx) =>
    makeGuideLink(tx, server.context.keys, {
      person: found.person,
      case: found.id,
      language: 'nl',
      carer: null,
      expiresAt: new Date(Date.now() + 1_000_000),
      by: colleague.id,
      at: new Date(),
    }),
  );
  ended = await guestAt('gent', found, colleague.id, 'ended');
  const another = await database.in('gent', (tx) => foundCase(tx));
  elsewhere = await guestAt('gent', another, colleague.id, 'open');
  const [task, view] = await database.in('gent', async (tx) => [
    await addTask(tx, { person: found.person, case: found.id }, bell, colleague.id),
    await saveView(tx, colleague.id, 'Laat', 'late=true'),
  ]);
  const added = await database.in('gent', (tx) =>
    addSpineImage(tx, {
      case: found.id,
      person: found.person,
      imaging: 'vfa',
      takenOn: knownDate('2026-11-01'),
      content: Buffer.from(drawnPng()),
      by: colleague.id,
      at: new Date(),
    }),
  );
  const contact = await database.in('gent', (tx) =>
    openUnplannedContact(
      tx,
      { person: found.person, case: found.id },
      { user: colleague.id, today: knownDate('2026-11-21') },
    ),
  );
  const image = added.ok ? added.value : 0;
  const letter = await database.in('gent', (tx) =>
    addDraft(tx, {
      person: found.person,
      case: found.id,
      kind: 'patient',
      language: 'nl',
      content: { title: '', to: '', about: '', salutation: '', sections: [], closing: '', items: [] },
      contentVersion: '',
      replaces: null,
      by: colleague.id,
      at: new Date(),
    }),
  );
  const [system, webhook] = await database.in('gent', async (tx) => [
    await addSystem(tx, server.context.keys, unknownSystem, null, colleague.id, new Date()),
    await addWebhook(tx, server.context.keys, hook, colleague.id, new Date()),
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
    image: String(image),
    field: 'smokes',
    simulation: String(simulation),
    study: '1',
    guideLink: String(guide.id),
    entry: '1',
    grid: 'hip-fixation',
    letter: String(letter),
    access: '1',
    // Nobody's: that FHIR keeps the hospitals apart is asked of every type beside it (src/fhir/fhir-api.test.ts).
    fhirId: '900000001',
    fhirVersion: '1',
    fhirExport: '1',
    fhirFile: 'Patient.ndjson',
    system: String(system.id),
    webhook: String(webhook.id),
    delivery: '1',
    contact: String(contact),
    stop: '1',
    feed: '1',
    transfer: '1',
    appointment: '1',
  };
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Guest {
  readonly path: string;
  readonly cookie: string;
}

/** Somebody inside a guide, by the real door. */
async function guestAt(
  site: string,
  of: { readonly person: number; readonly id: number },
  by: number,
  state: 'open' | 'ended',
): Promise<Guest> {
  const at = new Date();
  const { keys } = server.context;
  const made = await database.in(site, (tx) =>
    makeGuideLink(tx, keys, {
      person: of.person,
      case: of.id,
      language: 'nl',
      carer: null,
      expiresAt: new Date(at.getTime() + 1_000_000),
      by,
      at,
    }),
  );
  const path = `/g/${site}/${made.code}`;
  const answer = await server.ask('POST', path, form({ pin: made.pin }));
  expect(answer.statusCode).toBe(303);
  const [cookie] = answer.cookies;
  if (state === 'ended')
    await database.in(site, (tx) => revokeGuideLink(tx, made.id, { case: of.id }, by, at));
  return { path, cookie: `${cookie?.name}=${cookie?.value}` };
}

function who(site: string, role: string): Person {
  const person = people.get(`${site} ${role}`);
  if (person === undefined) throw new Error(`Nobody is ${role} at ${site}`);
  return person;
}

/** Under /fhir a problem is an OperationOutcome. */
function codeOf(answer: {
  json(): { code?: string; issue?: { details?: { coding: { code: string }[] } }[] };
}) {
  const { code, issue } = answer.json();
  return code ?? issue?.[0]?.details?.coding[0]?.code;
}

const guarded = allRoutes.filter((route) => route.kind === 'site' || route.kind === 'upload');
const ofGuides = allRoutes.filter((route): route is GuideRoute => route.kind === 'guide');
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
    // These ask for a token that a registered system signed (tried in cds/hook-door.test.ts and smart/tokens.test.ts) …
    'GET /cds-services',
    'POST /cds-services/:service',
    'POST /cds-services/:service/feedback',
    'GET /hospitals/:site/cds-services',
    'POST /hospitals/:site/cds-services/:service',
    'POST /hospitals/:site/cds-services/:service/feedback',
    'POST /api/smart/token',
    'GET /fhir/.well-known/smart-configuration',
    'GET /.well-known/smart-configuration',
    // … and here somebody signs in at another system.
    'GET /smart/launch',
    'GET /hospitals/:site/smart/launch',
    'GET /api/smart/callback',
    'GET /fhir/metadata',
    // A calendar program cannot sign in: the secret stands in the address.
    'GET /calendar/:site/:file',
    'GET /g/:site/:link',
    'POST /g/:site/:link',
    'GET /guide/guide.css',
    'GET /guide/icon.svg',
    'GET /guide/icon-180.png',
    'GET /guide/icon-192.png',
    'GET /guide/icon-512.png',
  ]);
});

describe.each(guarded.map((route) => [named(route), route] as const))('%s', (_name, route) => {
  test('refuses whoever is not signed in', async () => {
    const answer = await server.ask(route.method, addressOf(route));
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'not-signed-in']);
  });

  test('refuses a program, unless it is for programs', async () => {
    const answer = await server.ask(route.method, addressOf(route), { key: machine.key });
    // What a program reads over FHIR is granted to it by name; this one only brings messages.
    const byScope = route.url.startsWith('/fhir/') && answer.statusCode === 403;
    if (byScope) expect(answer.json().issue[0].code).toBe('forbidden');
    else if (route.roles.includes('machine')) expect([401, 403]).not.toContain(answer.statusCode);
    else expect(codeOf(answer)).toBe('wrong-role');
  });

  test('refuses every role that it is not for', async () => {
    for (const role of roles) {
      const answer = await server.ask(route.method, addressOf(route), { as: who('gent', role) });
      if (route.roles.includes(role)) expect([role, answer.statusCode]).not.toEqual([role, 403]);
      else expect([role, codeOf(answer)]).toEqual([role, 'wrong-role']);
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

describe.each(ofGuides.map((route) => [named(route), route] as const))('%s', (_name, route) => {
  const addressIn = (path: string): string =>
    path + route.url.replace('/g/:site/:link', '').replaceAll(/:\w+/g, '1');
  const knock = async (path: string, cookie: string | null): Promise<string> => {
    const as = cookie === null ? {} : { as: { cookie } };
    const body = route.method === 'POST' ? form({}) : {};
    const answer = await server.ask(route.method, addressIn(path), { ...body, ...as });
    return `${answer.statusCode} ${answer.headers['location']}`;
  };

  test('leads whoever has no PIN, or one of another guide, or of a link that ended, back to the door', async () => {
    expect(await knock(elsewhere.path, null)).toBe(`303 ${elsewhere.path}`);
    expect(await knock(elsewhere.path, ended.cookie)).toBe(`303 ${elsewhere.path}`);
    expect(await knock(ended.path, ended.cookie)).toBe(`303 ${ended.path}`);
    expect(await knock(elsewhere.path, who('gent', 'nurse').cookie)).toBe(`303 ${elsewhere.path}`);
  });

  test('is not there for a cookie of the other hospital', async () => {
    const path = elsewhere.path.replace('gent', 'luik');
    expect(await knock(path, elsewhere.cookie)).toBe(`303 ${path}`);
  });
});

test('every page of a guide that shows or keeps something of a record is logged', () => {
  const silent = ofGuides.filter(({ audit }) => audit === 'none').map(({ url }) => url.split('/')[4]);
  // The page before the paper says only what paper is; the sheets themselves are logged.
  expect(new Set(silent)).toEqual(new Set(['letters', 'sluit', 'app.webmanifest', 'papier']));
});

test('whatever shows one person, case or report stands in the audit log', () => {
  const silent = guarded.filter(({ url, audit }) => /:(person|case|report)\b/.test(url) && audit === 'none');
  expect(silent.map(named)).toEqual([]);
});

test('a session of one hospital is none at the other', async () => {
  const { cookie } = who('gent', 'nurse');
  const answer = await server.ask('GET', '/api/session', { as: { cookie: cookie.replace('gent', 'luik') } });
  expect(answer.statusCode).toBe(401);
});
