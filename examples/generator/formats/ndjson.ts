// One report a line, in the shape `breekpunt screen` reads, and the hidden truth, one patient a line.

import { isoDate, outcomeOf, type PatientRecord, type Report, triageOf } from '@breekpunt/synthetic';

export function ndjsonFile(records: readonly PatientRecord[]): string {
  return records
    .flatMap((record) => record.reports.map((report) => `${ndjsonLine(record, report)}\n`))
    .join('');
}

function ndjsonLine({ patient }: PatientRecord, report: Report): string {
  return JSON.stringify({
    id: report.id,
    patient: patient.id,
    birthDate: isoDate(patient.birth),
    sex: patient.sex,
    date: isoDate(report.day),
    lang: report.language,
    kind: report.kind,
    ...(report.codes.length > 0 ? { codes: report.codes.map((code) => `icd-10-cm-be:${code}`) } : {}),
    text: report.text,
  });
}

export function truthFile(records: readonly PatientRecord[]): string {
  return records.map((record) => `${JSON.stringify(truthOf(record))}\n`).join('');
}

function truthOf(record: PatientRecord): unknown {
  const { patient, scenario, episodes, reports } = record;
  const naming = (key: string): string[] =>
    reports
      .filter((r) => r.statements.some((s) => s.episode === key && s.presence === 'present'))
      .map((r) => r.id);
  return {
    synthetic: true,
    patient: patient.id,
    birthDate: isoDate(patient.birth),
    sex: patient.sex,
    scenario,
    ...outcomeOf(record),
    episodes: episodes.map(({ key, site, side, levels, day, state, energy, pathological }) => ({
      key,
      site,
      side,
      levels,
      date: day === null ? null : isoDate(day),
      state,
      energy,
      pathological,
      reports: naming(key),
    })),
    reports: reports.map((report) => ({
      id: report.id,
      triage: triageOf(report.statements),
      fractures: report.statements,
    })),
  };
}
