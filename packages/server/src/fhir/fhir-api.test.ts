import type { Bundle, CapabilityStatement, Observation, Patient, Resource, Task } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilledRecord, filledRecord } from '../../test/filled-record.ts';
import { r4Problems } from '../../test/r4-problems.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { addPerson, changePerson, personById } from '../records/person.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import { servedTypes } from './served-types.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let lead: Person;
let auditor: Person;
let filled: FilledRecord;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  lead = await server.signedInAs('gent', 'lead');
  auditor = await server.signedInAs('gent', 'auditor');
  filled = await database.in('gent', (tx) => filledRecord(tx, 'an'));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function get(path: string, as: Person = nurse, headers: Readonly<Record<string, string>> = {}) {
  const answer = await server.ask('GET', `/fhir/${path}`, { as, headers });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}

async function bundle(path: string, as: Person = nurse): Promise<Bundle> {
  const { status, text } = await get(path, as);
  expect([path, status, text.slice(0, status === 200 ? 0 : 400)]).toEqual([path, 200, '']);
  return JSON.parse(text) as Bundle;
}

async function resources(path: string, as: Person = nurse): Promise<Resource[]> {
  return ((await bundle(path, as)).entry ?? []).flatMap(({ resource }) =>
    resource === undefined ? [] : [resource],
  );
}

const patientPath = (type: string): string =>
  type === 'Patient' ? `Patient?_id=${filled.person}` : `${type}?patient=${filled.person}`;
const ofPatient = servedTypes.filter(
  ({ type, parameters }) => type === 'Patient' || ('patient' in parameters && type !== 'AuditEvent'),
);

describe.each(ofPatient.map(({ type }) => type))('%s', (type) => {
  test('of a patient is found, is sound R4, and reads by its id as it was found', async () => {
    const found = await resources(patientPath(type));
    expect(found.length).toBeGreaterThan(0);
    for (const resource of found) {
      expect([resource.id, r4Problems(resource)]).toEqual([resource.id, []]);
      const read = await get(`${type}/${resource.id}`);
      expect(JSON.parse(read.text)).toEqual(resource);
      expect(read.headers['etag']).toBe(`W/"${resource.meta?.versionId}"`);
    }
  });

  test('answers every parameter that it documents', async () => {
    const values = {
      token: 'none|none',
      date: 'ge2020-01-01',
      reference: String(filled.person),
      string: 'zzz',
      quantity: 'gt0',
    };
    const served = servedTypes.find((each) => each.type === type);
    for (const [name, { type: kind }] of Object.entries(served?.parameters ?? {}))
      await bundle(`${type}?${name}=${encodeURIComponent(values[kind])}`);
  });

  test('is neither found nor read at the other hospital', async () => {
    const elsewhere = await server.signedInAs('luik', 'nurse');
    const [first] = await resources(patientPath(type));
    expect(await resources(patientPath(type), elsewhere)).toEqual([]);
    expect((await get(`${type}/${first?.id}`, elsewhere)).status).toBe(404);
  });
});

test('the record holds every kind of source of every type', async () => {
  const expected = servedTypes.flatMap(({ type, source }) =>
    source.kind === 'sources' && type !== 'AuditEvent'
      ? source.sources.map(({ prefix }) => `${type} ${prefix}`)
      : [],
  );
  const found = new Set<string>();
  for (const { type } of ofPatient)
    for (const { id } of await resources(patientPath(type)))
      found.add(`${type} ${(id ?? '').replace(/-?\d+$/, '')}`);
  expect([...found].toSorted()).toEqual(expected.toSorted());
});

test('the capability statement is sound, open, and names what the routes take', async () => {
  const answer = await server.ask('GET', '/fhir/metadata');
  const statement = answer.json<CapabilityStatement>();
  expect(r4Problems(statement)).toEqual([]);
  expect(statement.rest?.[0]?.resource?.map(({ type }) => type)).toEqual(servedTypes.map(({ type }) => type));
});

describe('a search', () => {
  test.each([
    ['a parameter that is not known', 'Patient?name=Peeters'],
    ['a chained parameter', 'Condition?subject:Patient.family=Peeters'],
    ['a modifier', 'Condition?code:text=hip'],
    ['a date that never was', 'Observation?date=2026-02-30'],
    ['a number without its system', 'Patient?identifier=41031200122'],
    ['an unknown include', 'Condition?_include=Condition:asserter'],
    ['an unknown order', 'Observation?_sort=value'],
    ['a page that is none of ours', 'Observation?_page=Peeters'],
    ['a type that is not served', 'Basic?patient=1'],
  ])('with %s is an error that quotes nothing', async (_name, path) => {
    const { status, text } = await get(path);
    expect([400, 404]).toContain(status);
    expect(r4Problems(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/Peeters|41031200122/);
  });

  test('by national number, by the hospital’s own number and by name finds the patient', async () => {
    for (const query of [
      `identifier=https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin|${filled.insz}`,
      `identifier=urn:hospital|U-${filled.person}`,
      `identifier=urn:breekpunt:assigner:HIS|N-${filled.person}`,
      'family=peet&birthdate=1941-03-12&gender=female',
    ])
      expect((await resources(`Patient?${query}`)).map(({ id }) => id)).toEqual([String(filled.person)]);
    expect(await resources('Patient?identifier=urn:hospital|nobody')).toEqual([]);
    expect(await resources('Patient?birthdate=lt1941-03-12')).toEqual([]);
  });

  test('by code finds a T-score of the neck of the femur by LOINC, and only that', async () => {
    const found = await resources(`Observation?patient=${filled.person}&code=http://loinc.org|38263-0`);
    expect(found).toMatchObject([
      {
        valueQuantity: { value: -2.7 },
        bodySite: { text: 'Femoral neck, left' },
        effectiveDateTime: '2026-10-01',
      },
    ]);
    const low = await resources(`Observation?patient=${filled.person}&code=t-score&value-quantity=lt-2`);
    expect(low.map((one) => (one as { valueQuantity?: { value?: number } }).valueQuantity?.value)).toEqual([
      -2.7, -2.1,
    ]);
  });

  test('by post answers like one by address', async () => {
    const posted = await server.ask('POST', '/fhir/Observation/_search', {
      as: nurse,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `patient=${filled.person}&category=laboratory` as never,
    });
    const asked = await resources(`Observation?patient=${filled.person}&category=laboratory`);
    expect(posted.json<Bundle>().entry?.map(({ resource }) => resource)).toEqual(asked);
    expect(asked).toHaveLength(4);
  });

  test('_include brings the patient and the plan once, marked as included', async () => {
    const { entry = [] } = await bundle(
      `Task?patient=${filled.person}&_include=Task:patient&_include=Task:focus`,
    );
    const included = entry.filter(({ search }) => search?.mode === 'include');
    expect(included.map(({ fullUrl }) => fullUrl?.replace(/^.*\/fhir\//, ''))).toEqual([
      `Patient/${filled.person}`,
      `CarePlan/${filled.id}`,
    ]);
  });

  test('counts without resources, and totals when asked', async () => {
    const counted = await bundle(`Observation?patient=${filled.person}&_summary=count`);
    const all = await bundle(`Observation?patient=${filled.person}&_total=accurate&_count=2`);
    expect(counted.entry).toBeUndefined();
    expect(counted.total).toBe((await resources(`Observation?patient=${filled.person}`)).length);
    expect(all.total).toBe(counted.total);
  });

  test.each(['', '&_sort=-date', '&_sort=date', '&_sort=_lastUpdated'])(
    'page by page ("%s") gives each resource once, in the order of one large page',
    async (sort) => {
      const whole = (await resources(`Observation?patient=${filled.person}${sort}`)).map(({ id }) => id);
      const paged: (string | undefined)[] = [];
      let next: string | undefined = `Observation?patient=${filled.person}${sort}&_count=3`;
      while (next !== undefined) {
        const page: Bundle = await bundle(next);
        paged.push(...(page.entry ?? []).map(({ resource }) => resource?.id));
        next = page.link?.find(({ relation }) => relation === 'next')?.url?.replace(/^.*\/fhir\//, '');
      }
      expect(paged).toEqual(whole);
    },
  );

  test('asked many times at once gives always the same answer', async () => {
    const path = `Observation?patient=${filled.person}&_sort=-date&_count=5`;
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(path)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

describe('versions', () => {
  test('a resource that did not change is not sent again', async () => {
    const first = await get(`Patient/${filled.person}`);
    const again = await get(`Patient/${filled.person}`, nurse, {
      'if-none-match': String(first.headers['etag']),
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('of a corrected report each revision is kept, the newest first, under one id', async () => {
    const { person, report } = filled;
    await database.in('gent', async (tx) => {
      await sql`update report set superseded = true where site_id = 'gent' and report_id = ${report}`.execute(
        tx.db,
      );
      await sql`insert into report (site_id, person_id, source_system, source_id, revision, first_revision_id, body, status)
        select site_id, ${person}, source_system, source_id, 2, report_id, 'Geen inzakking.', 'corrected'
          from report where site_id = 'gent' and report_id = ${report}`.execute(tx.db);
    });
    const history = await bundle(`DiagnosticReport/${report}/_history`);
    expect(r4Problems(history)).toEqual([]);
    const versions = (history.entry ?? []).map(({ resource }) => resource as { status?: string } & Resource);
    expect(versions.map(({ status }) => status)).toEqual(['corrected', 'final']);
    const old = await get(`DiagnosticReport/${report}/_history/${versions[1]?.meta?.versionId}`);
    expect(JSON.parse(old.text)).toEqual(versions[1]);
    expect((await get(`DiagnosticReport/${report}/_history/none`)).status).toBe(404);
  });
});

describe('what changed', () => {
  test('a task that was ticked off has two versions, and the older one says it was to be done', async () => {
    const [task] = (await resources(`Task?patient=${filled.person}&code=urn:breekpunt:task|call`)) as Task[];
    const ticked = await server.ask('PATCH', `/api/tasks/${task?.id}`, {
      as: nurse,
      body: { onVersion: 1, done: true },
    });
    expect(ticked.statusCode).toBeLessThan(300);
    const versions = ((await bundle(`Task/${task?.id}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Task,
    );
    expect(versions.map(({ status }) => status)).toEqual(['completed', 'requested']);
    expect(versions[1]).toEqual(task);
  });

  test('a laboratory result that its sender corrects keeps what it said before', async () => {
    const it = await server.signedInAs('gent', 'it');
    const post = (value: number, status: string) =>
      server.ask('POST', '/fhir', {
        as: it,
        body: {
          resourceType: 'Observation',
          id: 'calcium',
          status,
          code: { coding: [{ system: 'http://loinc.org', code: '17861-6' }] },
          subject: { identifier: { value: `X-${filled.person}` } },
          effectiveDateTime: '2026-11-01',
          valueQuantity: { value, unit: 'mg/dL' },
        },
      });
    await database.in('gent', (tx) =>
      addIdentifier(tx, testKeys, filled.person, {
        system: 'local',
        assigner: '',
        value: `X-${filled.person}`,
      }),
    );
    expect((await post(9.1, 'final')).statusCode).toBe(200);
    expect((await post(9.4, 'amended')).statusCode).toBe(200);
    const [now] = await resources(`Observation?patient=${filled.person}&code=17861-6`);
    const versions = ((await bundle(`Observation/${now?.id}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Observation,
    );
    expect(versions.map(({ status, valueQuantity }) => [status, valueQuantity?.value])).toEqual([
      ['corrected', 9.4],
      ['final', 9.1],
    ]);
    expect(r4Problems(versions[1])).toEqual([]);
  });

  test('a patient whose name was put right keeps the name before, and is found by the day of change', async () => {
    const before = JSON.parse((await get(`Patient/${filled.person}`)).text) as Patient;
    const known = await database.in('gent', (tx) => personById(tx, filled.person));
    if (known === null) throw new Error('The person is not there');
    const at = new Date(Date.now() + 60_000);
    await database.in('gent', (tx) =>
      changePerson(tx, known.id, known.version, { ...known, familyName: 'Pieters' }, at),
    );
    const versions = ((await bundle(`Patient/${filled.person}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Patient,
    );
    expect(versions.map(({ name }) => name?.[0]?.family)).toEqual(['Pieters', 'Peeters']);
    expect(versions[1]).toEqual(before);
    const since = `Patient?_lastUpdated=ge${at.toISOString()}`;
    expect((await resources(since)).map(({ id }) => id)).toEqual([String(filled.person)]);
  });
});

describe('who may read', () => {
  test('a carer does not find a patient without a case', async () => {
    const stranger = await database.in('gent', (tx) =>
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
    expect((await get(`Patient/${stranger}`)).status).toBe(404);
    expect(await resources('Patient?family=zonderzaak')).toEqual([]);
  });

  test('a program reads what it was granted, whole hospital, and nothing else', async () => {
    const it = await server.signedInAs('gent', 'it');
    const add = async (scopes?: readonly string[]): Promise<string> =>
      (
        await server.ask('POST', '/api/machines', {
          as: it,
          body: { name: 'Warehouse', ...(scopes && { scopes }) },
        })
      ).json().key;
    const ask = (key: string, path: string) => server.ask('GET', `/fhir/${path}`, { key });
    const plain = await ask(await add(), 'Patient');
    expect([plain.statusCode, r4Problems(plain.json())]).toEqual([403, []]);
    const key = await add(['system/Patient.rs']);
    expect((await ask(key, 'Patient?family=zonderzaak')).json<Bundle>().entry).toHaveLength(1);
    expect((await ask(key, 'Condition')).statusCode).toBe(403);
  });

  test('the log as a whole is for auditors; a lead asks about one patient, and both askings are logged', async () => {
    expect((await get('AuditEvent', lead)).status).toBe(400);
    const about = await resources(`AuditEvent?patient=${filled.person}`, lead);
    const all = await resources('AuditEvent?_count=500', auditor);
    expect(all.length).toBeGreaterThan(about.length);
    for (const event of all.slice(0, 20)) expect(r4Problems(event)).toEqual([]);
    expect((await get(`AuditEvent/${all[0]?.id}`, lead)).status).toBe(404);
    expect((await get(`AuditEvent/${all[0]?.id}`, auditor)).status).toBe(200);
  });

  test('reading and searching stand in the log with whom they showed', async () => {
    await get(`Condition?patient=${filled.person}`);
    const rows = await database.in('gent', (tx) =>
      sql<{ action: string; shown: number[]; detail: object }>`
        select action, shown_person_ids as shown, detail from audit_event where site_id = 'gent' order by sequence desc limit 1`.execute(
        tx.db,
      ),
    );
    expect(rows.rows).toEqual([
      {
        action: 'search',
        shown: [filled.person],
        detail: { door: 'fhir', type: 'Condition', asked: 'patient', found: 2 },
      },
    ]);
  });
});

test('everything of a patient is all that the types hold of them', async () => {
  const all = await resources(`Patient/${filled.person}/$everything`);
  let expected = 0;
  for (const { type } of ofPatient) expected += (await resources(patientPath(type))).length;
  expect(all).toHaveLength(expected);
});
