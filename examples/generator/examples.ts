// All example files of the synthetic hospital, as bytes by path. Pure: the script writes them, the test
// compares them with what is in the repository.

import {
  createRandom,
  createReportExport,
  type PatientRecord,
  type ReportExportPlan,
} from '@breekpunt/synthetic';
import { csvFile } from './formats/csv.ts';
import { fhirBundle } from './formats/fhir.ts';
import { hl7File } from './formats/hl7.ts';
import { messyCsv } from './formats/messy.ts';
import { ndjsonFile, truthFile } from './formats/ndjson.ts';
import { xlsxFile } from './formats/xlsx.ts';

export const examplePlan: ReportExportPlan = {
  seed: 'breekpunt-hospital-1',
  patients: 1500,
  start: '2023-09-01',
  end: '2026-08-31',
};

export async function buildExamples(
  plan: ReportExportPlan = examplePlan,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const records = [...createReportExport(plan)];
  const messy = messyCsv(createRandom(`${plan.seed}/messy`), records.slice(200, 280));
  const files = new Map<string, string | Uint8Array>([
    ['hospital-export.csv', csvFile(records)],
    ['hospital-export.ndjson', ndjsonFile(records)],
    ['hospital-export.truth.ndjson', truthFile(records)],
    ['hospital-export.xlsx', await xlsxFile(records.slice(0, 200))],
    ['hospital-export.fhir.json', fhirBundle(records.slice(0, 60))],
    ['hospital-export.hl7', hl7File(records.slice(60, 160))],
    ['hospital-export.messy.csv', messy.bytes],
    [
      'hospital-export.messy.expected.json',
      `${JSON.stringify({ rows: messy.rows, spoiled: messy.spoiled }, null, 1)}\n`,
    ],
    ...textFolder(records.slice(160, 180)),
  ]);
  return new Map(
    [...files].map(([path, content]) => [
      path,
      typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
    ]),
  );
}

/** One text file a report; patient, date and number stand in the name. */
function textFolder(records: readonly PatientRecord[]): [string, string][] {
  return records.flatMap(({ patient, reports }) =>
    reports.map((report): [string, string] => [
      `hospital-texts/${patient.id}_${report.id}.txt`,
      `${report.text}\n`,
    ]),
  );
}
