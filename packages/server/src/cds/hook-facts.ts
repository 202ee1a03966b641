// What a request says of its patient: from what was sent along, or else fetched from the asking system's own server.
// Decision: what was sent along comes first; the server is asked only at the address that was registered for that system, with
// the token that came; the patient must be known, everything else may stay unknown, and unknown is never "none".

import { failure, type Result, success } from '@breekpunt/core';
import type { PatientCode } from '@breekpunt/identify';
import {
  dxaCode,
  type PatientDetails,
  type RecordedCode,
  type RecordedMeasurement,
  readResource,
} from '@breekpunt/integrate';
import { type ConnectedSystem, reachOf } from '../connections/connected-system.ts';
import { guardedJson } from '../connections/guarded-request.ts';
import { patientFrom } from '../connections/patient-meant.ts';
import { type HookContext, type HookRequest, resourcesIn } from './hook-request.ts';
import type { HookName } from './hook-services.ts';
import { prefetchTemplates } from './hook-services.ts';

/** A drug that is being ordered. */
export interface DraftMedicine {
  /** Type/id, when the draft has an id. */
  readonly reference: string | null;
  readonly codes: readonly RecordedCode[];
}

export interface HookFacts {
  readonly patient: PatientDetails;
  /** Codes of problems, of the record there and of the drafts. */
  readonly problems: readonly PatientCode[];
  /** A bone density stands in the record there; null when nobody looked. */
  readonly hasDensity: boolean | null;
  readonly medicines: readonly DraftMedicine[];
  /** Results and weight, for an order. */
  readonly results: readonly RecordedMeasurement[];
}

export type FactsProblem = 'no-patient';

export async function factsOf(
  hook: HookName,
  request: HookRequest,
  context: HookContext,
  system: ConnectedSystem,
): Promise<Result<HookFacts, FactsProblem>> {
  const found: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(prefetchTemplates[hook])) {
    const sent = request.prefetch?.[name];
    found[name] = sent ?? (await fetched(template, request, context, system));
  }
  const patient = patientFrom(found['patient']);
  if (patient === null) return failure('no-patient');
  const drafts = hook === 'problem-list-item-create' ? context.drafts : [];
  const densities = found['densities'];
  return success({
    patient,
    problems: [...resourcesIn(found['conditions']), ...drafts].flatMap(problemCodes),
    hasDensity: densities === undefined ? null : resourcesIn(densities).some(isDensity),
    medicines: context.drafts.flatMap((draft) => medicineIn(draft, context.selections)),
    results: resourcesIn(found['laboratory']).flatMap(measurementsIn),
  });
}

/** Undefined when it cannot be had. */
async function fetched(
  template: string,
  { fhirServer, fhirAuthorization }: HookRequest,
  { patientId }: HookContext,
  system: ConnectedSystem,
): Promise<unknown> {
  if (fhirServer === undefined || fhirServer.replace(/\/+$/, '') !== system.fhirBase) return undefined;
  const path = template.replaceAll('{{context.patientId}}', encodeURIComponent(patientId));
  const headers = {
    accept: 'application/fhir+json',
    ...(fhirAuthorization === undefined ? {} : { authorization: `Bearer ${fhirAuthorization.access_token}` }),
  };
  return guardedJson(`${system.fhirBase}/${path}`, reachOf(system), { headers });
}

function problemCodes(resource: unknown): readonly PatientCode[] {
  const read = readResource(resource, 1, 'problem');
  if (!read.ok || read.value.content.kind !== 'report') return [];
  const { codes = [], date, status } = read.value.content.report;
  if (status === 'withdrawn') return [];
  return codes.map(({ system, code }) => ({ system, code, ...(date === undefined ? {} : { date }) }));
}

function measurementsIn(resource: unknown): readonly RecordedMeasurement[] {
  const read = readResource(resource, 1, 'result');
  return read.ok && read.value.content.kind === 'measurements' ? read.value.content.measurements : [];
}

function isDensity(resource: unknown): boolean {
  return measurementsIn(resource).some(
    ({ codes, status, value }) =>
      status !== 'withdrawn' && value !== undefined && codes.some(({ code }) => dxaCode(code) !== undefined),
  );
}

function medicineIn(draft: unknown, selections: readonly string[] | null): readonly DraftMedicine[] {
  const read = readResource(draft, 1, 'draft');
  if (!read.ok || read.value.content.kind !== 'care' || read.value.content.event.kind !== 'medicine')
    return [];
  const { id, type } = read.value;
  const reference = id === '' ? null : `${type}/${id}`;
  if (selections !== null && (reference === null || !selections.includes(reference))) return [];
  return [{ reference, codes: read.value.content.event.codes }];
}
