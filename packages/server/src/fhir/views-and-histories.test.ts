// How much of a resource is shown, what stands beside a page of results, and the versions of a type and of everything.

import type { Bundle, CapabilityStatement, CarePlan, OperationOutcome, Resource } from '@medplum/fhirtypes';
import { Fhir } from 'fhir';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilledRecord, filledRecord } from '../../test/filled-record.ts';
import { r4Problems } from '../../test/r4-problems.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { r4Elements } from './r4-elements.ts';
import { servedTypes } from './served-types.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let filled: FilledRecord;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  filled = await database.in('gent', (tx) => filledRecord(tx, 'an'));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function get(path: string, as: { readonly as?: Person; readonly key?: string } = { as: nurse }) {
  const answer = await server.ask('GET', `/fhir/${path}`, as);
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

async function bundle(path: string, as?: { readonly key: string }): Promise<Bundle> {
  const { status, body } = await get(path, as);
  expect([path, status]).toEqual([path, 200]);
  return body as Bundle;
}

const resourcesIn = ({ entry = [] }: Bundle): Resource[] =>
  entry.flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
const namesOf = (found: Bundle): string[] =>
  resourcesIn(found).map(({ resourceType, id }) => `${resourceType}/${id}`);

async function programWith(...scopes: readonly string[]): Promise<{ readonly key: string }> {
  const it = await server.signedInAs('gent', 'it');
  const added = await server.ask('POST', '/api/machines', { as: it, body: { name: 'Warehouse', scopes } });
  return { key: added.json().key };
}

describe('a part of a resource', () => {
  test('asked by element holds those, and what R4 requires beside them, and is marked as a part', async () => {
    const [part] = resourcesIn(
      await bundle(`Observation?patient=${filled.person}&code=38263-0&_elements=value`),
    );
    expect(Object.keys(part ?? {}).toSorted()).toEqual(
      ['code', 'id', 'meta', 'resourceType', 'status', 'valueQuantity'].toSorted(),
    );
    expect(part?.meta?.tag).toMatchObject([{ code: 'SUBSETTED' }]);
  });

  test.each(servedTypes.map(({ type }) => type).filter((type) => type !== 'AuditEvent'))(
    'of %s as a summary is sound R4, under the version of the whole',
    async (type) => {
      const of = type === 'Patient' ? `_id=${filled.person}` : `patient=${filled.person}`;
      const isList = ['Measure', 'MeasureReport', 'Group'].includes(type);
      const path = `${type}${isList ? '' : `?${of}`}`;
      const whole = resourcesIn(await bundle(path));
      const parts = resourcesIn(await bundle(`${path}${isList ? '?' : '&'}_summary=true`));
      expect(parts.map(({ meta }) => meta?.versionId)).toEqual(whole.map(({ meta }) => meta?.versionId));
      for (const part of parts) expect([part.id, r4Problems(part)]).toEqual([part.id, []]);
    },
  );

  test('is asked of a single resource in the same way', async () => {
    const { body } = await get(`Patient/${filled.person}?_elements=birthDate`);
    expect(Object.keys(body as object)).toEqual(
      expect.arrayContaining(['birthDate', 'id', 'meta', 'resourceType']),
    );
    expect(body).not.toHaveProperty('name');
    const text = await get(`Patient/${filled.person}?_summary=text`);
    expect(text.body).not.toHaveProperty('birthDate');
    const data = await get(`Patient/${filled.person}?_summary=data`);
    expect(data.body).toHaveProperty('birthDate');
  });

  test.each([
    'Patient?_elements=shoeSize',
    'Patient?_elements=name&_summary=true',
    'Patient?_summary=some',
    'Patient/1?_summary=count',
    'Patient/1?name=Peeters',
  ])('%s is refused, and quotes nothing', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(r4Problems(body)).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/shoeSize|Peeters/);
  });

  test('always holds every element that the definitions of R4 require', () => {
    const { parser } = new Fhir() as unknown as {
      readonly parser: {
        readonly parsedStructureDefinitions: Readonly<
          Record<
            string,
            { readonly _properties: readonly { readonly _name: string; readonly _required?: boolean }[] }
          >
        >;
      };
    };
    for (const { type } of servedTypes) {
      const kept = r4Elements[type]?.kept.split(/\s+/) ?? [];
      const required =
        parser.parsedStructureDefinitions[type]?._properties.filter(({ _required }) => _required) ?? [];
      const names = required.map(({ _name }) => _name);
      expect([
        type,
        names.filter(
          (name) =>
            !kept.some((one) => one.replace('[x]', '') === name || name.startsWith(one.replace('[x]', ''))),
        ),
      ]).toEqual([type, []]);
    }
  });
});

describe('_revinclude', () => {
  test('brings what refers to the results, each once, marked as included', async () => {
    const { entry = [] } = await bundle(
      `Patient?_id=${filled.person}&_revinclude=Condition:patient&_revinclude=Task:patient`,
    );
    const modes = entry.map(({ resource, search }) => `${resource?.resourceType} ${search?.mode}`);
    expect(modes[0]).toBe('Patient match');
    expect(new Set(modes.slice(1))).toEqual(new Set(['Condition include', 'Task include']));
    expect(new Set(entry.map(({ fullUrl }) => fullUrl)).size).toBe(entry.length);
    const alone = await bundle(`Condition?patient=${filled.person}`);
    expect(entry.filter(({ resource }) => resource?.resourceType === 'Condition')).toHaveLength(
      alone.entry?.length ?? 0,
    );
  });

  test('leads from a plan to its tasks, and from a fracture to its plan', async () => {
    expect(namesOf(await bundle(`CarePlan?patient=${filled.person}&_revinclude=Task:focus`))).toContain(
      `CarePlan/${filled.id}`,
    );
    expect(namesOf(await bundle(`Condition?_id=${filled.episode}&_revinclude=CarePlan:condition`))).toEqual([
      `Condition/${filled.episode}`,
      `CarePlan/${filled.id}`,
    ]);
  });

  test('of a path that does not lead here is refused with those that do', async () => {
    const { status, body } = await get('Patient?_revinclude=Task:focus');
    expect(status).toBe(400);
    expect((body as OperationOutcome).issue?.[0]?.diagnostics).toContain('Observation:patient');
  });

  test('leaves out what was not granted, and says so in the Bundle', async () => {
    const program = await programWith('system/Patient.rs');
    const found = await bundle(`Patient?_id=${filled.person}&_revinclude=Condition:patient`, program);
    expect(found.entry?.map(({ search }) => search?.mode)).toEqual(['match', 'outcome']);
    expect(r4Problems(found.entry?.[1]?.resource)).toEqual([]);
  });

  test('stands in the capability statement with every path that works', async () => {
    const statement = (await server.ask('GET', '/fhir/metadata')).json<CapabilityStatement>();
    for (const { type, searchRevInclude = [] } of statement.rest?.[0]?.resource ?? [])
      for (const path of searchRevInclude) await bundle(`${type}?_count=1&_revinclude=${path}`);
  });
});

describe('a history', () => {
  const versionsIn = ({ entry = [] }: Bundle): string[] =>
    entry.map(({ fullUrl, response }) => `${fullUrl} ${response?.etag}`);

  beforeAll(async () => {
    const [task] = resourcesIn(await bundle(`Task?patient=${filled.person}&code=urn:breekpunt:task|call`));
    const ticked = await server.ask('PATCH', `/api/tasks/${task?.id}`, {
      as: nurse,
      body: { onVersion: 1, done: true },
    });
    expect(ticked.statusCode).toBeLessThan(300);
  });

  test('of a type holds every version of every resource, the newest first, as the resource itself tells them', async () => {
    const all = await bundle('Task/_history');
    expect(r4Problems(all)).toEqual([]);
    const moments = resourcesIn(all).map(({ meta }) => meta?.lastUpdated ?? '');
    expect(moments).toEqual(moments.toSorted().toReversed());
    const ticked = resourcesIn(all).filter(({ id }) => /^\d+$/.test(id ?? ''));
    const one = await bundle(`Task/${ticked[0]?.id}/_history`);
    expect(versionsIn(all).filter((name) => name.includes(`Task/${ticked[0]?.id} `))).toEqual(
      versionsIn(one),
    );
    expect(all.entry?.filter(({ request }) => request?.method === 'PUT')).toHaveLength(1);
  });

  test('of everything holds what the histories of the types hold', async () => {
    let expected = 0;
    for (const { type } of servedTypes)
      if (type !== 'AuditEvent') expected += (await bundle(`${type}/_history?_count=500`)).entry?.length ?? 0;
    const all = await bundle('_history?_count=500');
    expect(all.entry).toHaveLength(expected);
    expect(r4Problems(all)).toEqual([]);
  });

  test.each(['Task/_history', 'Observation/_history', '_history'])(
    '%s page by page gives each version once, in order',
    async (path) => {
      const whole = versionsIn(await bundle(`${path}?_count=500`));
      const paged: string[] = [];
      let next: string | undefined = `${path}?_count=3`;
      while (next !== undefined) {
        const page: Bundle = await bundle(next);
        paged.push(...versionsIn(page));
        next = page.link?.find(({ relation }) => relation === 'next')?.url?.replace(/^.*\/fhir\//, '');
      }
      expect(paged).toEqual(whole);
    },
  );

  test('since an instant holds what changed from then on', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect((await bundle(`Patient/_history?_since=${later}`)).entry).toBeUndefined();
    await database.in('gent', (tx) =>
      sql`update person set changed_at = ${later}::timestamptz where site_id = 'gent' and person_id = ${filled.person}`.execute(
        tx.db,
      ),
    );
    expect(namesOf(await bundle(`_history?_since=${later}`))).toEqual([`Patient/${filled.person}`]);
  });

  test.each([
    'Patient/_history?_since=2026-11-01',
    'Patient/_history?_count=0',
    'Patient/_history?name=Peeters',
    '_history?_page=9',
  ])('%s is refused, and quotes nothing', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain('Peeters');
  });

  test('holds nothing of another hospital, of types that were not granted, or of the access log', async () => {
    const elsewhere = await server.signedInAs('luik', 'nurse');
    const { body } = await get('_history', { as: elsewhere });
    expect(
      resourcesIn(body as Bundle).filter(
        ({ resourceType }) => resourceType !== 'Measure' && resourceType !== 'Group',
      ),
    ).toEqual([]);
    const program = await programWith('system/Patient.rs');
    expect(
      new Set(resourcesIn(await bundle('_history', program)).map(({ resourceType }) => resourceType)),
    ).toEqual(new Set(['Patient']));
    expect((await get('Task/_history', program)).status).toBe(403);
    expect((await get('_history', await programWith('system/AuditEvent.rs'))).status).toBe(403);
  });

  test('is logged with whom it showed', async () => {
    await bundle('Task/_history');
    const { rows } = await database.in('gent', (tx) =>
      sql<{ shown: number[]; detail: object }>`select shown_person_ids as shown, detail from audit_event
        where site_id = 'gent' order by sequence desc limit 1`.execute(tx.db),
    );
    expect(rows).toMatchObject([{ shown: [filled.person], detail: { type: 'Task', step: 'history' } }]);
  });
});

test('a Belgian patient goes out under the Belgian profile', async () => {
  const { body } = await get(`Patient/${filled.person}`);
  expect((body as Resource).meta?.profile).toEqual([
    'https://www.ehealth.fgov.be/standards/fhir/core/StructureDefinition/be-patient',
  ]);
});

test('a plan that ended just after midnight at the hospital ended on that day', async () => {
  await database.in('gent', (tx) =>
    sql`update fls_case set state = 'closed', reason = 'completed', closed_at = '2026-11-20T23:30:00Z'
      where site_id = 'gent' and fls_case_id = ${filled.id}`.execute(tx.db),
  );
  const { body } = await get(`CarePlan/${filled.id}`);
  expect((body as CarePlan).period?.end).toBe('2026-11-21');
});
