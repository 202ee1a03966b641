// What goes in by POST /fhir comes out by GET /fhir: read by our own reader, both say the same. That reader is what we claim
// to carry; what it does not take (a passport, an Observation without a value) is not expected back. T- and Z-scores are
// kept to one decimal, as they are reported, and densities to three. BREEKPUNT_BUNDLES names another folder of bundles.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type InboundResource,
  pdfTextsIn,
  type RecordedDensity,
  readResource,
  recordedDensity,
} from '@breekpunt/integrate';
import type { Bundle, Condition, Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { r4Problems } from '../../test/r4-problems.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestServer, testServer } from '../../test/test-server.ts';
import { servedTypes } from './served-types.ts';

let database: TestDatabase;
let server: TestServer;
let key: string;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const folder =
  process.env['BREEKPUNT_BUNDLES'] ?? join(import.meta.dirname, '../../../integrate/fixtures/fhir');
const carried = [
  'Patient',
  'Condition',
  'Observation',
  'DiagnosticReport',
  'DocumentReference',
  'Procedure',
  'Encounter',
].concat(['MedicationRequest', 'MedicationStatement', 'MedicationAdministration']);

async function program(site: string): Promise<string> {
  const it = await server.signedInAs(site, 'it');
  const body = { name: 'Warehouse', scopes: ['system/*.rs'] };
  return (await server.ask('POST', '/api/machines', { as: it, body })).json().key;
}

async function allOut(): Promise<Resource[]> {
  const found: Resource[] = [];
  for (const { type } of servedTypes.filter((served) => carried.includes(served.type))) {
    let next: string | undefined = `/fhir/${type}?_count=500`;
    while (next !== undefined) {
      const answer = await server.ask('GET', next, { key });
      expect([next, answer.statusCode]).toEqual([next, 200]);
      const page: Bundle = answer.json();
      found.push(...(page.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource])));
      next = page.link?.find(({ relation }) => relation === 'next')?.url?.replace(/^https?:\/\/[^/]+/, '');
    }
  }
  return found;
}

/** In no order of theirs. */
async function allSaid(resources: readonly Resource[]): Promise<string[]> {
  const each = await Promise.all(resources.map((resource) => said(resource, resource.resourceType)));
  return each.flat().toSorted();
}

/** What our reader takes from a resource, without the names that each server gives. */
async function said(resource: unknown, type: string): Promise<string[]> {
  const read = readResource(resource, 1, 'x', await pdfTextsIn(resource));
  if (!read.ok) return [];
  return contents(read.value).map((content) => JSON.stringify([type, content]));
}

function asKept(density: RecordedDensity | undefined, value: number | undefined): number | undefined {
  if (density === undefined || value === undefined) return value;
  return Number(value.toFixed(density.quantity === 'bmd' ? 3 : 1));
}

function contents({ content, type }: InboundResource): unknown[] {
  switch (content.kind) {
    case 'patient': {
      const { identifiers, ...rest } = content.patient;
      return [
        {
          ...rest,
          identifiers: identifiers
            .filter(({ assigner }) => assigner !== 'fhir')
            .map((one) => JSON.stringify(one))
            .toSorted(),
        },
      ];
    }
    case 'measurements':
      return content.measurements.map((measurement) => {
        const { codes, name: _name, id: _id, bodySites: _sites, device: _device, ...measured } = measurement;
        // Of bone density we carry what was measured where, in our own units.
        const density = recordedDensity(measurement);
        const loinc = codes.find(({ system }) => system === 'loinc')?.code;
        const value = asKept(density, measured.value);
        const keys = Object.entries({
          ...measured,
          value,
          ...(density === undefined ? {} : { unit: 'ours' }),
        });
        return {
          code:
            density === undefined
              ? loinc
              : { what: density.quantity, region: density.region, side: density.side },
          ...Object.fromEntries(keys.toSorted(([a], [b]) => a.localeCompare(b))),
        };
      });
    case 'care': {
      const { id: _id, codes, ...event } = content.event;
      return [{ ...event, code: codes[0] && { ...codes[0], display: undefined } }];
    }
    case 'report': {
      const {
        id: _id,
        place: _place,
        patient: _patient,
        language: _language,
        codes = [],
        ...report
      } = content.report;
      // A coded diagnosis is kept when its code states a fracture.
      return type === 'Condition' ? [] : [{ ...report, codes: codes.map(({ code }) => code) }];
    }
    case 'device':
    case 'not-used':
      return [];
  }
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'manifest.json'))(
  '%s',
  (name) => {
    test('goes in and comes out, sound R4 and saying the same', async () => {
      key = await program('gent');
      const before = new Set((await allOut()).map(({ resourceType, id }) => `${resourceType}/${id}`));
      const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundle | Resource;
      const sent =
        file.resourceType === 'Bundle'
          ? file
          : {
              resourceType: 'Bundle',
              type: 'batch',
              entry: [
                {
                  resource: {
                    resourceType: 'Patient',
                    id: 'example',
                    identifier: [{ system: 'urn:x', value: '1' }],
                  },
                },
                { resource: file },
              ],
            };
      const answer = await server.ask('POST', '/fhir', {
        key,
        body: sent,
        headers: { 'content-type': 'application/json' },
      });
      expect([name, answer.statusCode]).toEqual([name, 200]);
      const out = (await allOut()).filter(({ resourceType, id }) => !before.has(`${resourceType}/${id}`));
      for (const resource of out)
        expect([resource.resourceType, resource.id, r4Problems(resource)]).toEqual([
          resource.resourceType,
          resource.id,
          [],
        ]);
      const went = await allSaid((sent.entry ?? []).map(({ resource }) => resource as Resource));
      const came = await allSaid(out);
      expect(went.length).toBeGreaterThan(0);
      expect(came).toEqual(went);
    });
  },
);

test('a fracture that another system coded comes out under its own code, with its day; other diagnoses do not', async () => {
  key = await program('luik');
  const condition = (id: string, code: object) => ({
    resourceType: 'Condition',
    id,
    subject: { reference: 'Patient/P' },
    code: { coding: [code] },
    onsetDateTime: '2026-11-10',
  });
  const resources = [
    {
      resourceType: 'Patient',
      id: 'P',
      identifier: [{ system: 'urn:x', value: '1' }],
      gender: 'female',
      birthDate: '1944',
    },
    condition('hip', { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'S72.001A' }),
    condition('spine', { system: 'http://snomed.info/sct', code: '207957008' }),
    condition('sugar', { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' }),
  ];
  const body = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({ resource })),
  };
  await server.ask('POST', '/fhir', { key, body, headers: { 'content-type': 'application/json' } });
  const conditions = (await allOut()).filter(
    (one): one is Condition => one.resourceType === 'Condition' && one.id?.startsWith('stated') === true,
  );
  expect(
    conditions.map(({ code, onsetDateTime }) => `${code?.coding?.[0]?.code} ${onsetDateTime}`).toSorted(),
  ).toEqual(['207957008 2026-11-10', 'S72.001A 2026-11-10']);
});
