// The list and the summary for a terminal. A patient takes a line and the sentence below it, whole: a
// sentence cut by the width of a window is no proof. The words of reports lose their control characters,
// which could otherwise repaint the terminal.

import type { Triage } from '@breekpunt/identify';
import { episodeInWords, firstMentioned, personInWords } from '../words/in-words.ts';
import type { UiWords } from '../words/ui-words.ts';
import type { FoundPatient } from './found-patient.ts';
import type { PatientList } from './patient-list.ts';
import { proofSentence } from './proof-sentence.ts';
import type { ScreenSummary } from './summary.ts';

export interface TextOptions {
  readonly top: number;
  readonly columns: number;
  /** Where the whole list is written, when it is. */
  readonly file: string | null;
}

export function* listInText(
  list: PatientList,
  summary: ScreenSummary,
  words: UiWords,
  { top, columns, file }: TextOptions,
): Generator<string, void, undefined> {
  if (summary.synthetic) yield `${words.synthetic}\n`;
  yield `${list.length === 0 ? words.nobodyFound(summary.reports) : words.found(list.length, summary.reports)}\n\n`;
  const count = top === 0 ? list.length : Math.min(top, list.length);
  let place = 0;
  for (const patient of list.first(count)) {
    place += 1;
    yield patientInText(patient, place, words, columns);
  }
  if (list.length > count) yield `${words.notShown(list.length - count, file)}\n\n`;
}

function patientInText(patient: FoundPatient, place: number, words: UiWords, columns: number): string {
  const number = patient.number === null ? words.patientUnknown : patient.number;
  const [report] = patient.reports;
  const head = `${String(place).padStart(3)}  ${plain(number)}  ${personInWords(patient, words)}`;
  const outcome = `${words.triage[patient.triage]}. ${words.eligibility[patient.eligibility.outcome]}`;
  const missing = patient.eligibility.missing.map((fact) => words.fact[fact]);
  const episodes = patient.episodes.map(
    (episode) => `${episodeInWords(episode, words)} (${firstMentioned(episode.date, words)})`,
  );
  const lines = [
    head,
    ...wrapped(
      missing.length === 0 ? outcome : `${outcome}. ${words.missing}: ${missing.join(', ')}`,
      columns,
    ),
    ...episodes.flatMap((episode) => wrapped(`- ${episode}`, columns)),
    ...wrapped(`“${plain(proofSentence(patient))}” ${plain(report.id)}`, columns),
  ];
  return `${lines.join('\n')}\n\n`;
}

export function summaryInText(summary: ScreenSummary, words: UiWords): string {
  const outcomes = (['fracture', 'prevalent-vertebral', 'possible', 'none'] as const).map(
    (triage: Triage) => `  ${words.triage[triage].padEnd(32)}${String(summary.triage[triage]).padStart(9)}`,
  );
  return [
    `${words.perTriage}. ${words.perTriageNote}`,
    ...outcomes,
    '',
    words.reportsRead(summary.reports, summary.files),
    '',
    `${words.limitsTitle}: ${words.limits[0] ?? ''}`,
    '',
  ].join('\n');
}

function wrapped(text: string, columns: number): string[] {
  const width = Math.max(40, Math.min(columns, 110)) - 5;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => `     ${each}`);
}

function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
