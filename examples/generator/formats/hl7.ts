// Imaging reports as HL7 v2.5.1 ORU^R01, letters as MDM^T02: segments end in a carriage return, UTF-8
// declared in MSH-18, the text in OBX segments of type FT or line by line in TX, as real senders do.

import { hl7Date, type PatientRecord, type Report } from '@breekpunt/synthetic';

const imaging: readonly string[] = ['xray', 'ct', 'mri', 'dxa'];

export function hl7File(records: readonly PatientRecord[]): string {
  return records
    .flatMap((record) => record.reports.map((report, rank) => message(record, report, rank % 2 === 0)))
    .join('');
}

function message({ patient }: PatientRecord, report: Report, asOneField: boolean): string {
  const day = hl7Date(report.day);
  const isImaging = imaging.includes(report.kind);
  const type = isImaging ? 'ORU^R01^ORU_R01' : 'MDM^T02^MDM_T02';
  // Processing id T: training data, never production.
  const header = `MSH|^~\\&|SYNTHETIC|BREEKPUNT|||${day}1200||${type}|${report.id}|T|2.5.1|||||BEL|UNICODE UTF-8`;
  const identity = `PID|1||${patient.id}^^^SYNTHETIC^PI||^^^^^^U||${hl7Date(patient.birth)}|${patient.sex}`;
  const order = isImaging
    ? `OBR|1||${report.id}|${report.kind}^${report.kind.toUpperCase()}^L|||${day}1000|||||||||||||||${day}1200||RAD|F`
    : `TXA|1|${report.kind}|TX|${day}1200||||||||${report.id}|||||AU`;
  const diagnoses = report.codes.map((code, rank) => `DG1|${rank + 1}||${code}^^I10C||${day}|W`);
  const segments = [
    header,
    ...(isImaging ? [] : [`EVN|T02|${day}1200`]),
    identity,
    ...(isImaging ? [] : ['PV1|1|U']),
    order,
    ...textSegments(report, asOneField),
    ...diagnoses,
  ];
  return segments.map((segment) => `${segment}\r`).join('');
}

function textSegments(report: Report, asOneField: boolean): string[] {
  const code = `${report.kind}^${report.kind.toUpperCase()}^L`;
  if (asOneField) return [`OBX|1|FT|${code}||${escaped(report.text).replaceAll('\n', '\\.br\\')}||||||F`];
  return report.text
    .split('\n')
    .map((line, rank) => `OBX|${rank + 1}|TX|${code}|${rank + 1}|${escaped(line)}||||||F`);
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '\\': '\\E\\',
    '|': '\\F\\',
    '^': '\\S\\',
    '&': '\\T\\',
    '~': '\\R\\',
  };
  return text.replace(/[\\|^&~]/g, (character) => names[character] as string);
}
