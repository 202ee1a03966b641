// The one table of commands and flags. Everything that --help says and everything the parser accepts
// stands here; the commands themselves stand in ../commands.

import { type CalendarDate, type Language, languages } from '@breekpunt/core';
import { type ColumnMapping, type InputFormat, inputFormats } from '@breekpunt/integrate';
import type { AnyCommand, Command } from './command.ts';
import { mappingOption } from './mapping-option.ts';
import { calendarDate, choice, flag, type Option, text, whole } from './option.ts';

export type UiLanguage = 'nl' | 'fr' | 'en';
export type DelimiterName = 'comma' | 'semicolon' | 'tab' | 'pipe';

/** The same flag wherever a clinician reads what comes out. */
function uiLanguageOf(doc: string): Option<UiLanguage> {
  return choice('ui-lang', ['nl', 'fr', 'en'] as const, { doc, byDefault: 'nl' });
}

const help: Option<true> = flag('help', { short: 'h', doc: 'This text.' });

export interface ScreenValues {
  readonly out: string;
  readonly jobs: number;
  readonly country: 'nl' | 'be';
  readonly today: CalendarDate;
  readonly format: InputFormat;
  readonly mapping: ColumnMapping;
  readonly delimiter: DelimiterName;
  readonly encoding: string;
  readonly sheet: string;
  readonly language: Language;
  readonly rejects: string;
  readonly top: number;
  readonly uiLanguage: UiLanguage;
  readonly synthetic: true;
  readonly quiet: true;
  readonly help: true;
}

export const screenCommand: Command<ScreenValues> = {
  name: 'screen',
  operands: 'FILE|FOLDER|-…',
  summary:
    'Reads an export of reports (CSV, TSV, XLSX, NDJSON, text files, FHIR, HL7 v2; also compressed with gzip) and shows which patients have a fracture that asks for attention, most urgent first, with the sentence that proves it.',
  notes: [
    'Exit codes: 0 everything was read; 1 some input could not be read and stands in the rejects file; 2 the program could not do its work. A file that cannot be read at all counts as rejected input when other files could be read.',
    'Limits: about half of all vertebral fractures are never written in a report. Breekpunt reads words, not images: who is not in the list has not been cleared.',
  ],
  examples: [
    'breekpunt screen export.csv --out found.html',
    'cat export.csv | breekpunt screen - --out found.html',
    'breekpunt screen reports/ --country be --out found.html',
    'breekpunt screen export.xlsx --mapping text=Verslag --out out.ndjson',
  ],
  options: {
    out: text('out', 'FILE', {
      short: 'o',
      doc: 'Write the findings to FILE. Its ending says how: .ndjson (one line a report), .csv (one row a finding), .xlsx (patients and findings, sorted by urgency), .html (one page for the nurse, sorted by urgency).',
    }),
    jobs: whole(
      'jobs',
      'N',
      { from: 1, to: 64 },
      {
        short: 'j',
        doc: 'Worker threads that read the reports.',
        byDefault: 'the number of processor cores',
      },
    ),
    country: choice('country', ['nl', 'be'] as const, {
      doc: 'Whose rules decide who is eligible.',
      byDefault: 'nl',
    }),
    today: calendarDate('today', {
      doc: 'The day that ages and dates are counted from.',
      byDefault: 'the date of this computer',
    }),
    format: choice('format', inputFormats, {
      doc: 'How the input is written.',
      byDefault: 'recognised from name and content',
    }),
    mapping: mappingOption,
    delimiter: choice('delimiter', ['comma', 'semicolon', 'tab', 'pipe'] as const, {
      doc: 'What separates the columns of a CSV file.',
      byDefault: 'recognised',
    }),
    encoding: text('encoding', 'NAME', {
      doc: 'Character set of the input, such as utf-8, windows-1252 or utf-16le.',
      byDefault: 'recognised',
    }),
    sheet: text('sheet', 'NAME', { doc: 'The sheet of an XLSX file to read.', byDefault: 'the first' }),
    language: choice('language', languages, {
      doc: 'The language all reports are written in.',
      byDefault: 'as each record says, or else recognised report by report',
    }),
    rejects: text('rejects', 'FILE', {
      doc: 'Write what could not be read to FILE, one JSON object a line: file, place, reason, raw. The file is made only when there is something to put in it. It may hold patient text: keep it as you keep the input.',
      byDefault: 'OUT.rejects.ndjson, or breekpunt-rejects.ndjson',
    }),
    top: whole(
      'top',
      'N',
      { from: 0, to: 1_000_000 },
      {
        doc: 'How many patients the table on the terminal shows.',
        byDefault: '20',
      },
    ),
    uiLanguage: uiLanguageOf('Language of the table, the summary and the page.'),
    synthetic: flag('synthetic', {
      doc: 'Mark table and page as made from synthetic data. Input whose file name or record ids say so is marked without it.',
    }),
    quiet: flag('quiet', { short: 'q', doc: 'No progress and no table: only errors and the summary line.' }),
    help,
  },
  operandsAtLeast: 1,
  operandsAtMost: Number.POSITIVE_INFINITY,
};

export interface EvaluateValues {
  readonly save: string;
  readonly compare: string;
  readonly errors: true;
  readonly lang: Language;
  readonly kind: string;
  readonly date: CalendarDate;
  readonly json: true;
  readonly help: true;
}

export const evaluateCommand: Command<EvaluateValues> = {
  name: 'evaluate',
  operands: 'GOLD.jsonl',
  summary:
    'Measures the case finder on annotated reports: detection, triage and mentions with 95 % intervals, per language and kind of report.',
  notes: [
    'A line of the gold file holds id, lang, kind, text, triage and fractures (evidence, site, side, levels, presence, experiencer, time, flags). The language is not told to the case finder.',
    'Exit codes: 0 measured; 1 some lines could not be read and were left out; 2 could not measure.',
  ],
  examples: [
    'breekpunt evaluate open.jsonl --errors',
    'breekpunt evaluate open.jsonl --save 2026-11-21.json --compare 2026-10-01.json',
  ],
  options: {
    save: text('save', 'FILE', { doc: 'Write the figures to FILE as JSON, with the date.' }),
    compare: text('compare', 'FILE', {
      doc: 'Show what changed since the figures in FILE, and which reports became wrong or right.',
    }),
    errors: flag('errors', { doc: 'List every error with the words and cues that decided.' }),
    lang: choice('lang', languages, { doc: 'Only reports in this language.' }),
    kind: text('kind', 'KIND', { doc: 'Only reports of this kind, such as xray, ct or ed.' }),
    date: calendarDate('date', { doc: 'The date saved with the figures.', byDefault: 'today' }),
    json: flag('json', { doc: 'Print the figures as JSON instead of tables.' }),
    help,
  },
  operandsAtLeast: 1,
  operandsAtMost: 1,
};

export interface ExplainValues {
  readonly language: Language;
  readonly kind: string;
  readonly date: CalendarDate;
  readonly colour: 'auto' | 'always' | 'never';
  readonly uiLanguage: UiLanguage;
  readonly help: true;
}

export const explainCommand: Command<ExplainValues> = {
  name: 'explain',
  operands: 'FILE|-',
  summary:
    'Shows one report sentence by sentence with the words that decided, what was found and why, and what was not taken for a fracture and why not.',
  notes: ['Exit codes: 0 explained; 2 the report could not be read.'],
  examples: ['breekpunt explain report.txt', 'echo "Geen fractuur." | breekpunt explain - --ui-lang fr'],
  options: {
    language: choice('language', languages, { doc: 'The language of the report.', byDefault: 'recognised' }),
    kind: text('kind', 'KIND', { doc: 'The kind of report, such as xray, ct or ed.' }),
    date: calendarDate('date', { doc: 'The date of the report.' }),
    colour: choice('colour', ['auto', 'always', 'never'] as const, {
      doc: 'Colour the cues; they are also marked with brackets.',
      byDefault: 'auto',
    }),
    uiLanguage: uiLanguageOf('Language of the explanation.'),
    help,
  },
  operandsAtLeast: 1,
  operandsAtMost: 1,
};

export interface ServeValues {
  readonly demo: true;
  readonly help: true;
}

export const serveCommand: Command<ServeValues> = {
  name: 'serve',
  operands: '',
  summary:
    'Runs the server of a Fracture Liaison Service: the database, the doors for reports, and the clinic app for the browser.',
  notes: [
    'Nothing needs to be set to try it; docs/settings.md lists every setting. The first start prints a code with which the first administrator sets the hospital up.',
    'Exit codes: 0 stopped in order; 2 could not start.',
  ],
  examples: ['breekpunt serve --demo', 'breekpunt serve', 'BREEKPUNT_PORT=8080 breekpunt serve'],
  options: {
    demo: flag('demo', {
      doc: 'Load a synthetic hospital, with people to sign in as. Never beside a real one.',
    }),
    help,
  },
  operandsAtLeast: 0,
  operandsAtMost: 0,
};

export const commands: readonly AnyCommand[] = [screenCommand, evaluateCommand, explainCommand, serveCommand];
