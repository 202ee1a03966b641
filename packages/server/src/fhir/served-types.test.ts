// Every type that is served: found, sound R4, read as it was found, asked by all that it documents, and hidden elsewhere.

import type { CapabilityStatement } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FhirHospital, fhirHospital } from '../../test/fhir-hospital.ts';
import { r4Problems } from '../../test/r4-problems.ts';
import { servedTypes } from './served-types.ts';

let hospital: FhirHospital;
beforeAll(async () => {
  hospital = await fhirHospital();
});
afterAll(() => hospital.close());

const patientPath = (type: string): string =>
  type === 'Patient' ? `Patient?_id=${hospital.filled.person}` : `${type}?patient=${hospital.filled.person}`;
const ofPatient = servedTypes.filter(
  ({ type, parameters }) => type === 'Patient' || ('patient' in parameters && type !== 'AuditEvent'),
);

describe.each(ofPatient.map(({ type }) => type))('%s', (type) => {
  test('of a patient is found, is sound R4, and reads by its id as it was found', async () => {
    const found = await hospital.resources(patientPath(type));
    expect(found.length).toBeGreaterThan(0);
    for (const resource of found) {
      expect([resource.id, r4Problems(resource)]).toEqual([resource.id, []]);
      const read = await hospital.get(`${type}/${resource.id}`);
      expect(JSON.parse(read.text)).toEqual(resource);
      expect(read.headers['etag']).toBe(`W/"${resource.meta?.versionId}"`);
    }
  });

  test('answers every parameter that it documents', async () => {
    const values = {
      token: 'none|none',
      date: 'ge2020-01-01',
      reference: String(hospital.filled.person),
      string: 'zzz',
      quantity: 'gt0',
    };
    const served = servedTypes.find((each) => each.type === type);
    for (const [name, { type: kind }] of Object.entries(served?.parameters ?? {}))
      await hospital.bundle(`${type}?${name}=${encodeURIComponent(values[kind])}`);
  });

  test('is neither found nor read at the other hospital', async () => {
    const elsewhere = await hospital.server.signedInAs('luik', 'nurse');
    const [first] = await hospital.resources(patientPath(type));
    expect(await hospital.resources(patientPath(type), elsewhere)).toEqual([]);
    expect((await hospital.get(`${type}/${first?.id}`, elsewhere)).status).toBe(404);
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
    for (const { id } of await hospital.resources(patientPath(type)))
      found.add(`${type} ${(id ?? '').replace(/-?\d+$/, '')}`);
  expect([...found].toSorted()).toEqual(expected.toSorted());
});

test('the capability statement is sound, open, and names what the routes take', async () => {
  const answer = await hospital.server.ask('GET', '/fhir/metadata');
  const statement = answer.json<CapabilityStatement>();
  expect(r4Problems(statement)).toEqual([]);
  expect(statement.rest?.[0]?.resource?.map(({ type }) => type)).toEqual(servedTypes.map(({ type }) => type));
});

test('a Bundle is sound R4 as a whole: pages, what stands beside them, and what was left out for want of a scope', async () => {
  const { person } = hospital.filled;
  for (const path of [
    `Observation?patient=${person}&_count=2&_total=accurate`,
    `Condition?patient=${person}&_include=Condition:patient&_include=Condition:evidence-detail`,
    `Patient/${person}/$everything`,
    'Patient?family=nobody',
  ])
    expect([path, r4Problems(await hospital.bundle(path))]).toEqual([path, []]);
  const it = await hospital.server.signedInAs('gent', 'it');
  const body = { name: 'Warehouse', scopes: ['system/Condition.rs'] };
  const { key } = (await hospital.server.ask('POST', '/api/machines', { as: it, body })).json();
  const narrow = await hospital.server.ask(
    'GET',
    `/fhir/Condition?patient=${person}&_include=Condition:patient`,
    { key },
  );
  expect(JSON.stringify(narrow.json().entry)).toContain('Patient was left out');
  expect(r4Problems(narrow.json())).toEqual([]);
});

test('everything of a patient is all that the types hold of them', async () => {
  const all = await hospital.resources(`Patient/${hospital.filled.person}/$everything`);
  let expected = 0;
  for (const { type } of ofPatient) expected += (await hospital.resources(patientPath(type))).length;
  expect(all).toHaveLength(expected);
});
