// Who may read what by FHIR, and the line that each reading leaves in the log.

import type { Bundle } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FhirHospital, fhirHospital } from '../../test/fhir-hospital.ts';
import { r4Problems } from '../../test/r4-problems.ts';
import type { Person } from '../../test/test-server.ts';
import { addPerson } from '../records/person.ts';

let hospital: FhirHospital;
let lead: Person;
let auditor: Person;
beforeAll(async () => {
  hospital = await fhirHospital();
  lead = await hospital.server.signedInAs('gent', 'lead');
  auditor = await hospital.server.signedInAs('gent', 'auditor');
});
afterAll(() => hospital.close());

describe('who may read', () => {
  test('a carer does not find a patient without a case', async () => {
    const stranger = await hospital.database.in('gent', (tx) =>
      addPerson(tx, {
        familyName: 'Zonderzaak',
        givenName: null,
        birthDate: null,
        sex: 'male',
        language: null,
        country: null,
        deceased: 'no',
        deathDate: null,
      }),
    );
    expect((await hospital.get(`Patient/${stranger}`)).status).toBe(404);
    expect(await hospital.resources('Patient?family=zonderzaak')).toEqual([]);
  });

  test('a program reads what it was granted, whole hospital, and nothing else', async () => {
    const it = await hospital.server.signedInAs('gent', 'it');
    const add = async (scopes?: readonly string[]): Promise<string> =>
      (
        await hospital.server.ask('POST', '/api/machines', {
          as: it,
          body: { name: 'Warehouse', ...(scopes && { scopes }) },
        })
      ).json().key;
    const ask = (key: string, path: string) => hospital.server.ask('GET', `/fhir/${path}`, { key });
    const plain = await ask(await add(), 'Patient');
    expect([plain.statusCode, r4Problems(plain.json())]).toEqual([403, []]);
    const key = await add(['system/Patient.rs']);
    expect((await ask(key, 'Patient?family=zonderzaak')).json<Bundle>().entry).toHaveLength(1);
    expect((await ask(key, 'Condition')).statusCode).toBe(403);
  });

  test('the log as a whole is for auditors; a lead asks about one patient, and both askings are logged', async () => {
    expect((await hospital.get('AuditEvent', lead)).status).toBe(400);
    const about = await hospital.resources(`AuditEvent?patient=${hospital.filled.person}`, lead);
    const all = await hospital.resources('AuditEvent?_count=500', auditor);
    expect(all.length).toBeGreaterThan(about.length);
    for (const event of all.slice(0, 20)) expect(r4Problems(event)).toEqual([]);
    expect((await hospital.get(`AuditEvent/${all[0]?.id}`, lead)).status).toBe(404);
    expect((await hospital.get(`AuditEvent/${all[0]?.id}`, auditor)).status).toBe(200);
  });

  test('reading and searching stand in the log with whom they showed', async () => {
    await hospital.get(`Condition?patient=${hospital.filled.person}`);
    const rows = await hospital.database.in('gent', (tx) =>
      sql<{ action: string; shown: number[]; detail: object }>`
        select action, shown_person_ids as shown, detail from audit_event where site_id = 'gent' order by sequence desc limit 1`.execute(
        tx.db,
      ),
    );
    expect(rows.rows).toEqual([
      {
        action: 'search',
        shown: [hospital.filled.person],
        detail: { door: 'fhir', type: 'Condition', asked: 'patient', found: 2 },
      },
    ]);
  });
});

describe('whatever goes wrong under /fhir is an OperationOutcome', () => {
  test.each([
    ['nobody is signed in', 'GET', '/fhir/Patient', {}, 401, 'login'],
    ['the key is none', 'GET', '/fhir/Patient/1', { authorization: 'Bearer nonsense' }, 401, 'login'],
    ['a resource is to be replaced', 'PUT', '/fhir/Patient/1', {}, 405, 'not-supported'],
    ['a resource is to be taken away', 'DELETE', '/fhir/Patient/1', {}, 405, 'not-supported'],
    ['only XML is taken', 'GET', '/fhir/metadata', { accept: 'application/fhir+xml' }, 406, 'not-supported'],
    ['the address asks XML', 'GET', '/fhir/Patient?_format=xml', {}, 406, 'not-supported'],
    ['the address is the bare base', 'GET', '/fhir', {}, 404, 'not-found'],
  ] as const)('when %s', async (_name, method, url, headers, status, code) => {
    const answer = await hospital.server.ask(method, url, { headers });
    expect([answer.statusCode, answer.json().issue[0].code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/fhir+json');
    expect(r4Problems(answer.json())).toEqual([]);
  });

  test('a role that sees no patients is told which do, and an id that is none what one looks like', async () => {
    const it = await hospital.server.signedInAs('gent', 'it');
    const { status, text } = await hospital.get('Patient', it);
    expect([status, JSON.parse(text).issue[0].code]).toEqual([403, 'forbidden']);
    expect(text).toContain('nurse, physician, lead');
    const odd = await hospital.get('Patient/a_b');
    expect([odd.status, JSON.parse(odd.text).issue[0].code]).toEqual([400, 'value']);
    expect(odd.text).toContain('params.fhirId: ');
  });

  test('a server address with a slash behind it takes messages too', async () => {
    const answer = await hospital.server.ask('POST', '/fhir/', {
      as: await hospital.server.signedInAs('gent', 'it'),
      headers: { 'content-type': 'application/fhir+json' },
      body: { resourceType: 'Patient', id: 'slash', identifier: [{ system: 'urn:x', value: 'slash' }] },
    });
    expect([answer.statusCode, answer.json().issue[0].severity]).toEqual([200, 'information']);
  });
});
