// What this server can do, in FHIR's own words, made from the same list that makes the routes.

import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes';
import { openRoute, type Route } from '../http/route.ts';
import { fhirAnswer } from './fhir-answer.ts';
import { commonParameters } from './search/read-search.ts';
import { revIncludesTo } from './search/rev-includes.ts';
import type { ServedType } from './search/source.ts';
import { servedTypes } from './served-types.ts';

/** The day on which this page was last written by hand; the rest follows from the list. */
const writtenOn = '2026-11-22';

function capabilityStatement(base: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: writtenOn,
    kind: 'instance',
    software: { name: 'Breekpunt' },
    implementation: { description: 'Fracture Liaison Service', url: base },
    fhirVersion: '4.0.1',
    format: ['json', 'application/fhir+json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Resources are written from the record when they are read. Messages are taken at the base (transaction, batch, single resources, NDJSON). A parameter that is not listed is an error. Answers are JSON; whoever takes only another form is answered with 406. Carers see patients with a case here; programs see what their scopes grant.',
        security: {
          cors: false,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          description:
            'A session of the clinic app, or a key or token of a program as Authorization: Bearer.',
        },
        interaction: [{ code: 'transaction' }, { code: 'batch' }, { code: 'history-system' }],
        resource: servedTypes.map(resourceOf),
        operation: [
          { name: 'export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export' },
        ],
      },
    ],
  };
}

function resourceOf({ type, says, parameters, includes }: ServedType): CapabilityStatementRestResource {
  const operations: Readonly<Record<string, CapabilityStatementRestResource['operation']>> = {
    Patient: [
      { name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' },
      { name: 'export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export' },
    ],
    Group: [
      { name: 'export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export' },
    ],
  };
  const operation = operations[type];
  const include = Object.keys(includes).map((name) => `${type}:${name}`);
  const revInclude = revIncludesTo(type).map(({ of, parameter }) => `${of.type}:${parameter}`);
  return {
    type,
    documentation: says,
    interaction: [
      { code: 'read' },
      { code: 'vread' },
      { code: 'history-instance' },
      ...(type === 'AuditEvent' ? [] : [{ code: 'history-type' as const }]),
      { code: 'search-type' },
    ],
    versioning: 'versioned',
    readHistory: true,
    ...(include.length === 0 ? {} : { searchInclude: include }),
    ...(revInclude.length === 0 ? {} : { searchRevInclude: revInclude }),
    searchParam: Object.entries({ ...commonParameters, ...parameters }).map(
      ([name, { type: kind, says: documentation }]) => ({ name, type: kind, documentation }),
    ),
    ...(operation === undefined ? {} : { operation }),
  };
}

const metadata = openRoute({
  method: 'GET',
  url: '/fhir/metadata',
  perMinute: 300,
  handle: ({ context }) => Promise.resolve(fhirAnswer(capabilityStatement(`${context.web.address}/fhir`))),
});

export const capabilityRoutes: readonly Route[] = [metadata];
