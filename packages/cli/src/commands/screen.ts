// breekpunt screen: the main job. Files are read as a stream in this thread, reports in reading threads,
// results come back in order; rows go to the output file at once, statements about patients are kept until
// the end, because the last report may decide about the first.

import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import type { ReadOptions } from '@breekpunt/integrate';
import type { ExitCode } from '../exit-code.ts';
import type { ScreenValues } from '../options/commands.ts';
import { AtomicFile } from '../screen/atomic-file.ts';
import type { ReadingSettings, RowFormat } from '../screen/batch.ts';
import { CannotRun } from '../screen/cannot-run.ts';
import { inputFilesOf, refuseOverwriting } from '../screen/input-files.ts';
import { createJudge } from '../screen/judge-patient.ts';
import { listInText, summaryInText } from '../screen/list-in-text.ts';
import { patientListFrom } from '../screen/patient-list.ts';
import { PatientStore } from '../screen/patient-store.ts';
import { RejectFile } from '../screen/reject-file.ts';
import { runScreening, type Screening } from '../screen/run-screening.ts';
import { keepMemorySmall } from '../screen/small-memory.ts';
import { type OutputKind, writeList } from '../screen/write-list.ts';
import type { Terminal } from '../terminal.ts';
import { localToday } from '../today.ts';
import { version } from '../version.ts';
import { uiWordsFor } from '../words/ui-words.ts';

const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

export async function screen(
  operands: readonly string[],
  values: Partial<ScreenValues>,
  terminal: Terminal,
): Promise<ExitCode> {
  const files = await inputFilesOf(operands);
  const kind = values.out === undefined ? null : outputKindOf(values.out);
  const rejects = new RejectFile(values.rejects ?? rejectsPathFor(values.out));
  for (const path of [values.out, rejects.path]) {
    if (path !== undefined) await refuseOverwriting(files, path);
  }
  const today = values.today ?? localToday();
  const country = values.country ?? 'nl';
  const judge = createJudge({ country, today });
  const words = uiWordsFor(values.uiLanguage ?? 'nl');
  keepMemorySmall();
  const store = new PatientStore();
  const output = values.out === undefined ? null : await AtomicFile.create(values.out);
  try {
    const screening = await runScreening({
      files,
      reading: readOptionsFrom(values),
      settings: {
        rows: kind === 'ndjson' || kind === 'csv' ? kind : ('none' satisfies RowFormat),
        keep: whatToKeep(kind, values.quiet === true),
        language: values.language ?? null,
      },
      jobs: values.jobs ?? availableParallelism(),
      output,
      rejects,
      terminal,
      silent: values.quiet === true,
      uiLanguage: words.language,
      store,
    });
    if (nothingWasRead(screening)) {
      const rejectsPath = await rejects.finish();
      if (rejectsPath !== null) terminal.error(`breekpunt: ${words.nothingRead(rejectsPath)}\n`);
      return 2;
    }
    const list = patientListFrom(store, judge);
    const summary = {
      ...screening.totals,
      version: version(),
      today,
      country,
      synthetic: values.synthetic === true || screening.saysSynthetic,
      patients: list.length,
    };
    if (output !== null && kind !== null) {
      await writeList(kind, output, list, summary, words);
      await output.finish();
    }
    const rejectsPath = await rejects.finish();
    if (values.quiet !== true) {
      const options = { top: values.top ?? 20, columns: terminal.columns, file: values.out ?? null };
      for (const piece of listInText(list, summary, words, options)) terminal.out(piece);
    }
    terminal.out(summaryInText(summary, words));
    if (values.out !== undefined) terminal.out(`${words.writtenTo(values.out)}\n`);
    if (rejectsPath !== null)
      terminal.out(`${words.rejectsIn(summary.rejects + summary.refusedFiles, rejectsPath)}\n`);
    return exitCodeOf(screening);
  } finally {
    store.close();
    await output?.abandon();
    await rejects.abandon();
  }
}

/** A list made from nothing would look as if nobody had a fracture: then there is none. */
function nothingWasRead({ totals }: Screening): boolean {
  return totals.reports === 0 && totals.refusedFiles === totals.files;
}

/** Rows leave while the run goes on: when nobody looks at the list of patients, nothing is kept for it. */
function whatToKeep(kind: OutputKind | null, quiet: boolean): ReadingSettings['keep'] {
  if (kind === 'html') return 'whole-text';
  return quiet && (kind === 'ndjson' || kind === 'csv' || kind === null) ? 'nothing' : 'sentences';
}

function exitCodeOf({ totals }: Screening): ExitCode {
  return totals.rejects > 0 || totals.refusedFiles > 0 ? 1 : 0;
}

function outputKindOf(path: string): OutputKind {
  const ending = extname(path).toLowerCase();
  switch (ending) {
    case '.ndjson':
    case '.jsonl':
      return 'ndjson';
    case '.csv':
      return 'csv';
    case '.xlsx':
      return 'xlsx';
    case '.html':
    case '.htm':
      return 'html';
    default:
      throw new CannotRun(`--out ${path}: its ending must be .ndjson, .csv, .xlsx or .html.`);
  }
}

function rejectsPathFor(out: string | undefined): string {
  return out === undefined ? 'breekpunt-rejects.ndjson' : `${out}.rejects.ndjson`;
}

function readOptionsFrom(values: Partial<ScreenValues>): Omit<ReadOptions, 'name'> {
  return {
    ...(values.format === undefined ? {} : { format: values.format }),
    ...(values.mapping === undefined ? {} : { mapping: values.mapping }),
    ...(values.delimiter === undefined ? {} : { delimiter: delimiters[values.delimiter] }),
    ...(values.encoding === undefined ? {} : { encoding: values.encoding }),
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
  };
}
