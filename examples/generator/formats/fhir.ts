// Some of the patients as a FHIR R4 Bundle: Patient, DiagnosticReport for imaging, DocumentReference for
// letters, Condition for codes. Every resource carries the tag that says it is test data.

import { isoDate, type PatientRecord, type Report } from '@breekpunt/synthetic';

const testTag = {
  tag: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
      code: 'HTEST',
      display: 'test health data',
    },
  ],
};
const idSystem = 'urn:breekpunt:synthetic';
const imaging: readonly string[] = ['xray', 'ct', 'mri', 'dxa'];
const modality: Readonly<Record<string, string>> = {
  xray: '18748-4',
  ct: '18748-4',
  mri: '18748-4',
  dxa: '38269-7',
};
const letterType: Readonly<Record<string, string>> = {
  ed: '34111-5',
  discharge: '18842-5',
  ortho: '11488-4',
  gp: '57133-1',
};

export function fhirBundle(records: readonly PatientRecord[]): string {
  const entry = records.flatMap((record) => [
    patientOf(record),
    ...record.reports.flatMap((report) => reportOf(record, report)),
  ]);
  return `${JSON.stringify(
    {
      resourceType: 'Bundle',
      id: 'breekpunt-synthetic-export',
      meta: testTag,
      type: 'collection',
      entry: entry.map((resource) => ({ fullUrl: `urn:uuid:${String(resource['id'])}`, resource })),
    },
    null,
    1,
  )}\n`;
}

type Resource = Record<string, unknown>;

function patientOf({ patient }: PatientRecord): Resource {
  return {
    resourceType: 'Patient',
    id: patient.id,
    meta: testTag,
    identifier: [{ system: idSystem, value: patient.id }],
    gender: patient.sex === 'F' ? 'female' : 'male',
    birthDate: isoDate(patient.birth),
  };
}

function reportOf({ patient }: PatientRecord, report: Report): Resource[] {
  const subject = { reference: `Patient/${patient.id}` };
  const data = Buffer.from(report.text, 'utf8').toString('base64');
  const attachment = { contentType: 'text/plain; charset=utf-8', language: report.language, data };
  const common = {
    id: report.id,
    meta: testTag,
    identifier: [{ system: idSystem, value: report.id }],
    language: report.language,
    subject,
  };
  const document: Resource = imaging.includes(report.kind)
    ? {
        resourceType: 'DiagnosticReport',
        ...common,
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: modality[report.kind] }], text: report.kind },
        effectiveDateTime: isoDate(report.day),
        presentedForm: [attachment],
      }
    : {
        resourceType: 'DocumentReference',
        ...common,
        status: 'current',
        type: { coding: [{ system: 'http://loinc.org', code: letterType[report.kind] }], text: report.kind },
        date: `${isoDate(report.day)}T12:00:00Z`,
        content: [{ attachment }],
      };
  const conditions = report.codes.map((code, rank) => ({
    resourceType: 'Condition',
    id: `${report.id}-C${rank + 1}`,
    meta: testTag,
    subject,
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
    recordedDate: isoDate(report.day),
  }));
  return [document, ...conditions];
}
