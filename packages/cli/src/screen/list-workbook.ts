// The list as a workbook: a sheet of patients, most urgent first, a row for each fracture; a sheet of the
// findings behind them; and a sheet that says what the list is and what it does not see.

import type { Cell, Sheet } from '@breekpunt/integrate';
import { dateInWords, episodeInWords, reasonInWords, sexInWords } from '../words/in-words.ts';
import type { UiWords } from '../words/ui-words.ts';
import type { FoundPatient } from './found-patient.ts';
import type { PatientList } from './patient-list.ts';
import { proofSentence } from './proof-sentence.ts';
import { findingCells, findingColumns } from './rows.ts';
import type { ScreenSummary } from './summary.ts';

export function workbookSheets(list: PatientList, summary: ScreenSummary, words: UiWords): Sheet[] {
  const { column } = words;
  return [
    {
      name: words.sheet.patients,
      columns: [
        { title: column.urgency, width: 6 },
        { title: column.patient, width: 16 },
        { title: column.birthDate, width: 14 },
        { title: column.age, width: 8 },
        { title: column.sex, width: 12 },
        { title: column.triage, width: 18 },
        { title: column.eligibility, width: 20 },
        { title: column.episode, width: 34 },
        { title: column.date, width: 14 },
        { title: column.sentence, width: 70 },
        { title: column.report, width: 18 },
        { title: column.reasons, width: 50 },
      ],
      rows: patientRows(list, words),
    },
    {
      name: words.sheet.findings,
      columns: findingColumns.map((title) => ({ title, width: title === 'sentence' ? 70 : 16 })),
      rows: findingRowsOf(list),
    },
    {
      name: words.sheet.about,
      columns: [{ title: words.title, width: 100 }],
      rows: aboutLines(list, summary, words).map((line) => [line]),
    },
  ];
}

function* patientRows(list: PatientList, words: UiWords): Generator<Cell[], void, undefined> {
  let place = 0;
  for (const patient of list.first(list.length)) {
    place += 1;
    const [report] = patient.reports;
    for (const [index, episode] of patient.episodes.entries()) {
      const first = index === 0;
      yield [
        place,
        patient.number ?? words.patientUnknown,
        patient.birthDate ?? words.missing,
        patient.age ?? words.missing,
        sexInWords(patient.sex, words),
        words.triage[patient.triage],
        first ? words.eligibility[patient.eligibility.outcome] : null,
        episodeInWords(episode, words),
        episode.date ?? words.missing,
        first ? proofSentence(patient) : null,
        first ? report.id : null,
        first ? reasonsOf(patient, words) : null,
      ];
    }
  }
}

function reasonsOf({ eligibility }: FoundPatient, words: UiWords): string {
  const reasons = eligibility.reasons.map(({ rule }) => `${reasonInWords(rule, words)} (${rule})`);
  const missing = eligibility.missing.map((fact) => words.fact[fact]);
  return [...reasons, ...(missing.length === 0 ? [] : [`${words.missing}: ${missing.join(', ')}`])].join(
    '; ',
  );
}

function* findingRowsOf(list: PatientList): Generator<Cell[], void, undefined> {
  for (const patient of list.first(list.length)) {
    for (const report of patient.reports) {
      const start = [report.id, patient.number, report.date, report.kind, report.lang, report.triage];
      for (const finding of report.findings) {
        if (finding.presence !== 'absent') yield [...start, ...findingCells(finding, report.text)];
      }
      for (const code of report.codes) yield [...start, code];
    }
  }
}

function aboutLines(list: PatientList, summary: ScreenSummary, words: UiWords): string[] {
  return [
    ...(summary.synthetic ? [words.synthetic] : [words.holdsPatientData]),
    list.length === 0 ? words.nobodyFound(summary.reports) : words.found(list.length, summary.reports),
    words.reportsRead(summary.reports, summary.files),
    ...(summary.rejects > 0 ? [words.rejected(summary.rejects)] : []),
    ...(summary.refusedFiles > 0 ? [words.refused(summary.refusedFiles)] : []),
    words.limitsTitle,
    ...words.limits,
    words.made(dateInWords(summary.today, words), summary.country),
    `Breekpunt ${summary.version}`,
  ];
}
