// breekpunt evaluate: reads a gold file, lets the case finder read its texts, prints and keeps the figures.
// The language is not told to the case finder: recognising it is part of the job.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createCaseFinder } from '@breekpunt/identify';
import { compareEvaluations } from '../evaluate/compare.ts';
import { evaluate } from '../evaluate/evaluation.ts';
import { comparisonInText, errorsInText, evaluationInText } from '../evaluate/evaluation-in-text.ts';
import { type GoldReport, parseGoldLine } from '../evaluate/gold.ts';
import {
  isSavedEvaluation,
  type SavedEvaluation,
  savedEvaluationFrom,
} from '../evaluate/saved-evaluation.ts';
import type { ExitCode } from '../exit-code.ts';
import type { EvaluateValues } from '../options/commands.ts';
import { AtomicFile } from '../screen/atomic-file.ts';
import { CannotRun, systemErrorInWords } from '../screen/cannot-run.ts';
import type { Terminal } from '../terminal.ts';
import { localToday } from '../today.ts';

export async function evaluateGold(
  [path = '']: readonly string[],
  values: Partial<EvaluateValues>,
  terminal: Terminal,
): Promise<ExitCode> {
  const source = await contentOf(path);
  const before = values.compare === undefined ? null : await savedFrom(values.compare);
  const { reports, unreadable } = goldFrom(source, path, values, terminal);
  if (reports.length === 0) throw new CannotRun(`${path} holds no gold report to measure on.`);

  const finder = createCaseFinder();
  const evaluation = evaluate(
    reports.map((gold) => ({
      gold,
      result: finder.read(gold.text, {
        ...(gold.kind === 'not-recorded' ? {} : { kind: gold.kind }),
        ...(gold.date === null ? {} : { date: gold.date }),
      }),
    })),
  );
  const saved = savedEvaluationFrom(evaluation, {
    date: values.date ?? localToday(),
    name: basename(path),
    sha256: createHash('sha256').update(source).digest('hex'),
  });
  terminal.out(`${values.json === true ? JSON.stringify(saved, null, 2) : evaluationInText(evaluation)}\n`);
  if (values.errors === true) terminal.out(`\n${errorsInText(evaluation.errors)}\n`);
  if (before !== null) terminal.out(`\n${comparisonInText(compareEvaluations(before, saved))}\n`);
  if (values.save !== undefined) {
    const file = await AtomicFile.create(values.save);
    await file.write(`${JSON.stringify(saved, null, 2)}\n`);
    await file.finish();
  }
  return unreadable > 0 ? 1 : 0;
}

function goldFrom(
  source: string,
  path: string,
  { lang, kind }: Partial<EvaluateValues>,
  terminal: Terminal,
): { reports: GoldReport[]; unreadable: number } {
  const reports: GoldReport[] = [];
  let unreadable = 0;
  source.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const read = parseGoldLine(line);
    if (!read.ok) {
      unreadable += 1;
      terminal.error(`${path} line ${index + 1}: ${read.error.kind} (${read.error.field}); left out\n`);
    } else if (
      (lang ?? read.value.lang) === read.value.lang &&
      (kind ?? read.value.kind) === read.value.kind
    ) {
      reports.push(read.value);
    }
  });
  return { reports, unreadable };
}

async function savedFrom(path: string): Promise<SavedEvaluation> {
  const content = await contentOf(path);
  let value: unknown = null;
  try {
    value = JSON.parse(content);
  } catch {
    // Answered below: what is no JSON is no saved evaluation either.
  }
  if (isSavedEvaluation(value)) return value;
  throw new CannotRun(`${path} is not a file that breekpunt evaluate --save made.`);
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    throw new CannotRun(systemErrorInWords(thrown, 'read', path));
  }
}
