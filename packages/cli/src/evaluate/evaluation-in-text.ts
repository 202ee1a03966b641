// An evaluation as plain lines for a terminal: one table per question, percentages with their interval
// and the counts behind them. No colour: it is meant to be pasted into a note.

import type { Comparison } from './compare.ts';
import type { EvaluationError } from './errors.ts';
import { type Evaluation, type Figures, triages } from './evaluation.ts';
import type { Rate } from './rates.ts';

export function evaluationInText(evaluation: Evaluation): string {
  const { overall } = evaluation;
  return [
    `${overall.reports} reports; language recognised in ${inPercent(evaluation.languageDetected)}`,
    '',
    'Overall                     value   95 % interval        counts',
    ...rows([
      ['detection sensitivity', overall.detection.sensitivity],
      ['detection PPV', overall.detection.ppv],
      ['detection specificity', overall.detection.specificity],
      ['detection F1', overall.detection.f1],
      ['exact triage', overall.exactTriage],
      ['mention sensitivity', overall.mentions.sensitivity],
      ['mention PPV', overall.mentions.ppv],
      ['mention F1', overall.mentions.f1],
    ]),
    '',
    'On matched mentions',
    ...rows([
      ['site', overall.attributes.site],
      ['side', overall.attributes.side],
      ['levels', overall.attributes.levels],
      ['presence', overall.attributes.presence],
      ['experiencer', overall.attributes.experiencer],
      ['time: recent/old/undet.', overall.attributes.timeGroup],
      ['  same, denials left out', overall.attributes.timeGroupOfStated],
      ['time: all four', overall.attributes.time],
      ['flags F1', overall.attributes.flagsF1],
    ]),
    '',
    ...groupTable('Language', evaluation.byLanguage),
    '',
    ...groupTable('Kind', evaluation.byKind),
    '',
    ...triageTable(evaluation),
  ].join('\n');
}

export function errorsInText(errors: readonly EvaluationError[]): string {
  if (errors.length === 0) return 'No errors.';
  return errors
    .map((error) => {
      const what = error.attribute === null ? error.what : `${error.what} ${error.attribute}`;
      const words = error.words === '' ? '' : `\n    words: “${oneLine(error.words)}”`;
      const cues = error.cues.map((cue) => `\n    ${oneLine(cue)}`).join('');
      return `${error.report} (${error.lang}, ${error.kind}) ${what}: expected ${error.expected}; got ${error.got}${words}${cues}`;
    })
    .join('\n');
}

export function comparisonInText(comparison: Comparison): string {
  const lines = [`Compared with the evaluation of ${comparison.before}:`];
  if (!comparison.sameGold) lines.push('  The gold files differ; a difference may come from the file.');
  if (comparison.changes.length === 0) lines.push('  No figure changed.');
  for (const { name, before, after } of comparison.changes) {
    const step = before === null || after === null ? '' : `  (${signed((after - before) * 100)})`;
    lines.push(`  ${name.padEnd(42)} ${percent(before).padStart(7)} -> ${percent(after).padStart(7)}${step}`);
  }
  const lists: [string, readonly string[]][] = [
    ['newly wrong triage', comparison.newlyWrong.triage],
    ['newly right triage', comparison.newlyRight.triage],
    ['newly wrong mentions', comparison.newlyWrong.mentions],
    ['newly right mentions', comparison.newlyRight.mentions],
  ];
  for (const [label, ids] of lists) {
    if (ids.length > 0) lines.push(`  ${label}: ${ids.join(', ')}`);
  }
  return lines.join('\n');
}

function rows(entries: readonly [string, Rate | null][]): string[] {
  return entries.map(([label, value]) =>
    value === null
      ? `  ${label.padEnd(24)} not counted`
      : `  ${label.padEnd(24)} ${percent(value.value).padStart(7)}   ${interval(value).padEnd(18)} ${value.hits}/${value.of}`,
  );
}

function groupTable(title: string, groups: Readonly<Record<string, Figures>>): string[] {
  return [
    `${title.padEnd(14)} reports  det.sens  det.PPV   det.F1   triage  ment.sens ment.PPV  ment.F1`,
    ...Object.entries(groups).map(([key, figures]) => {
      const cells = [
        figures.detection.sensitivity,
        figures.detection.ppv,
        figures.detection.f1,
        figures.exactTriage,
        figures.mentions.sensitivity,
        figures.mentions.ppv,
        figures.mentions.f1,
      ];
      return `  ${key.padEnd(12)} ${String(figures.reports).padStart(7)}  ${cells.map((cell) => percent(cell.value).padStart(7)).join('  ')}`;
    }),
  ];
}

function triageTable(evaluation: Evaluation): string[] {
  return [
    `Triage (row: gold, column: found)  ${triages.map((each) => each.padStart(21)).join('')}`,
    ...triages.map(
      (row) =>
        `  ${row.padEnd(33)}${triages.map((column) => String(evaluation.triageTable[row][column]).padStart(21)).join('')}`,
    ),
  ];
}

function inPercent(value: Rate): string {
  return `${percent(value.value)} (${value.hits}/${value.of})`;
}

function percent(value: number | null): string {
  return value === null ? 'none' : `${(value * 100).toFixed(1)} %`;
}

function interval({ low, high }: Rate): string {
  return low === null || high === null ? '' : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)} %`;
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
