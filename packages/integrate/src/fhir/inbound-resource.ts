// One FHIR R4 resource from another system, checked and understood. Decision: of the resources that are used every
// required element and closed code list is checked, and the first thing wrong is named by its element; resources that
// are not used are only checked to be resources, and say that they were not used.

import { failure, type Result, success } from '@breekpunt/core';
import type { RecordedCareEvent } from '../care-event.ts';
import { isSilent, type StatedCare } from '../hip-care/stated-care.ts';
import { ItemRefused, isObject, type JsonObject, objectAt, stringAt, typeName } from '../json-value.ts';
import type { RecordedDevice, RecordedMeasurement } from '../measurement.ts';
import type { PatientDetails } from '../patient-details.ts';
import { noPdfs, type PdfTexts } from '../pdf-texts.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { ReportRecord } from '../report-record.ts';
import { fhirCareEvent } from './fhir-care-event.ts';
import { deviceFrom } from './fhir-device.ts';
import { fhirMeasurements } from './fhir-measurement.ts';
import { fhirPatient } from './fhir-patient.ts';
import { fhirStatedCare } from './fhir-stated-care.ts';
import { reportFromResource } from './report-from-resource.ts';
import { requirements } from './required-values.ts';
import { referenceOf } from './resource-elements.ts';

export interface InboundResource {
  readonly type: string;
  /** The sender's own id; empty when it gives none. */
  readonly id: string;
  /** Whose it is: a reference or a number; absent for a Patient and for what is not used. */
  readonly subject?: { readonly reference?: string; readonly identifier?: string };
  readonly content: ResourceContent;
  /** What it says of acute care, beside its content; absent when nothing. */
  readonly stated?: StatedCare;
}

export type ResourceContent =
  | { readonly kind: 'patient'; readonly patient: PatientDetails }
  | { readonly kind: 'report'; readonly report: ReportRecord }
  | { readonly kind: 'measurements'; readonly measurements: readonly RecordedMeasurement[] }
  | { readonly kind: 'care'; readonly event: RecordedCareEvent }
  /** Of no patient: measurements beside it name it. */
  | { readonly kind: 'device'; readonly device: RecordedDevice }
  | { readonly kind: 'not-used' };

/**
 * `name` is what to call it when it has no id of its own; `index` its place in what came, from 1. Of PDFs only those are
 * read whose words are given (`pdfTextsIn`).
 */
export function readResource(
  value: unknown,
  index: number,
  name: string,
  pdfs: PdfTexts = noPdfs,
): Result<InboundResource, RejectReason> {
  try {
    return success(resourceFrom(value, index, name, pdfs));
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return failure(error.reason);
  }
}

function resourceFrom(value: unknown, index: number, name: string, pdfs: PdfTexts): InboundResource {
  if (!isObject(value))
    throw new ItemRefused({
      kind: 'wrong-type',
      element: 'resource',
      expected: 'object',
      found: typeName(value),
    });
  const named = value['resourceType'];
  if (typeof named !== 'string' || !/^[A-Z][A-Za-z]{1,63}$/.test(named))
    throw new ItemRefused({ kind: 'missing-element', element: 'resourceType' });
  const id = stringAt(value, 'id', named) ?? '';
  if (id !== '' && !/^[A-Za-z0-9.-]{1,64}$/.test(id))
    throw new ItemRefused({
      kind: 'bad-value',
      element: `${named}.id`,
      expected: 'up to 64 letters, digits, - and .',
    });
  checkRequired(value, named);
  const content = contentOf(value, named, `${named}/${id || name}`, index, pdfs);
  const stated = fhirStatedCare(value, named);
  if (ofNobody.has(content.kind)) return { type: named, id, content };
  const subject = referenceOf(value, 'subject', named);
  const isOfSomebody = subject.reference !== undefined || subject.identifier !== undefined;
  if (content.kind === 'not-used' && (isSilent(stated) || !isOfSomebody)) return { type: named, id, content };
  if (!isOfSomebody) throw new ItemRefused({ kind: 'missing-element', element: `${named}.subject` });
  return { type: named, id, subject, content, ...(isSilent(stated) ? {} : { stated }) };
}

const ofNobody: ReadonlySet<ResourceContent['kind']> = new Set(['patient', 'device']);

function checkRequired(resource: JsonObject, type: string): void {
  const requirement = requirements[type];
  if (requirement === undefined) return;
  for (const element of requirement.elements)
    if (resource[element] === undefined)
      throw new ItemRefused({ kind: 'missing-element', element: `${type}.${element}` });
  for (const [element, allowed] of Object.entries(requirement.codes)) {
    const code = stringAt(resource, element, type);
    if (code !== undefined && !allowed.includes(code))
      throw new ItemRefused({
        kind: 'bad-value',
        element: `${type}.${element}`,
        expected: allowed.join(', '),
      });
  }
}

function contentOf(
  resource: JsonObject,
  type: string,
  name: string,
  index: number,
  pdfs: PdfTexts,
): ResourceContent {
  switch (type) {
    case 'Patient':
      return { kind: 'patient', patient: fhirPatient(resource) };
    case 'DiagnosticReport':
    case 'DocumentReference':
    case 'Condition': {
      const reading = reportFromResource(
        resource,
        type,
        { kind: 'resource', index, resourceType: type },
        pdfs,
      );
      if (reading.kind === 'nothing') return { kind: 'not-used' };
      return { kind: 'report', report: { ...reading.draft, id: name } };
    }
    case 'Device':
      return { kind: 'device', device: deviceFrom(resource, type) };
    case 'Observation': {
      const measurements = fhirMeasurements(resource, name);
      return measurements.length === 0 ? { kind: 'not-used' } : { kind: 'measurements', measurements };
    }
    case 'Procedure':
    case 'MedicationRequest':
    case 'MedicationStatement':
    case 'MedicationAdministration':
      return { kind: 'care', event: fhirCareEvent(resource, type, name) };
    case 'Encounter':
      return objectAt(resource, 'subject', type) === undefined
        ? { kind: 'not-used' }
        : { kind: 'care', event: fhirCareEvent(resource, type, name) };
    default:
      return { kind: 'not-used' };
  }
}
