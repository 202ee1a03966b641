// Mutated texts through the case finder: node bench/fuzz-engine.ts [--texts 200000] [--seed fuzz-1]
// [--date 2026-11-21 --commit abc1234]. No text may make it throw, point outside the text, tell words that
// do not stand there, answer differently the second time, or take longer than its length allows.
// With date and commit the figures are stored. Exit code 1 when anything was wrong.

import { parseArgs } from 'node:util';
import { createCaseFinder, type Finding, type ReportResult, type Span } from '@breekpunt/identify';
import { createRandom } from '@breekpunt/synthetic';
import { mutated } from './mutate.ts';
import { machine, required, storeRun } from './results.ts';
import { englishChestReport } from './texts/english-chest.ts';
import { hospitalTexts, openCorpus } from './texts/text-sets.ts';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '200000' },
    seed: { type: 'string', default: 'fuzz-1' },
    date: { type: 'string' },
    commit: { type: 'string' },
    name: { type: 'string', default: 'fuzz' },
  },
});

/** A text may take this much of the processor, and this much more for each character. */
const allowedMs = { each: 50, perCharacter: 0.01 };

const wanted = Number(values.texts);
const random = createRandom(values.seed);
const sources = [
  ...openCorpus().map((report) => report.text),
  ...hospitalTexts(300),
  ...Array.from({ length: 300 }, () => englishChestReport(random)),
];
const finder = createCaseFinder();
const wrong = new Map<string, number>();
let slowest = 0;
let characters = 0;
let findings = 0;
const started = performance.now();

for (let index = 0; index < wanted; index++) {
  const text = mutated(random, random.pick(sources), sources);
  characters += text.length;
  const before = process.threadCpuUsage();
  const fault = faultIn(text, index % 50 === 0);
  const ms = milliseconds(process.threadCpuUsage(before));
  slowest = Math.max(slowest, ms);
  const allowed = allowedMs.each + text.length * allowedMs.perCharacter;
  // A text counts as slow only if it is slow again: compiling and collecting garbage fall on any text.
  if (ms > allowed && timeOf(text) > allowed) note(index, 'too slow', text);
  if (fault !== null) note(index, fault, text);
}

const seconds = (performance.now() - started) / 1000;
const faults = [...wrong.values()].reduce((sum, count) => sum + count, 0);
const figures = {
  texts: wanted,
  characters,
  findings,
  faults,
  seed: values.seed,
  'seconds, all checks included': Math.round(seconds),
  'slowest text, ms': Math.round(slowest * 10) / 10,
};
console.log(figures, Object.fromEntries(wrong));
if (values.date !== undefined) {
  const [date, commit] = [required('date', values.date), required('commit', values.commit)];
  console.log(storeRun(values.name, { kind: 'fuzz', date, commit, machine: machine(), figures }));
}
if (faults > 0) process.exitCode = 1;

/** What is wrong with the reading of this text, or null. */
function faultIn(text: string, twice: boolean): string | null {
  let result: ReportResult;
  try {
    result = finder.read(text);
  } catch (error) {
    return `threw ${error instanceof Error ? error.name : 'something'}`;
  }
  findings += result.findings.length;
  for (const finding of result.findings) {
    const fault = faultInFinding(text, finding);
    if (fault !== null) return fault;
  }
  if (twice && JSON.stringify(finder.read(text)) !== JSON.stringify(result))
    return 'answers differently the second time';
  return null;
}

function faultInFinding(text: string, finding: Finding): string | null {
  if (text.slice(finding.start, finding.end) !== finding.text) return 'finding does not tell its own words';
  if (!stands(text, finding)) return 'finding outside the text or empty';
  if (!finding.mentions.every((span) => stands(text, span))) return 'mention outside the text or empty';
  if (!finding.evidence.every((span) => stands(text, span))) return 'evidence outside the text or empty';
  return null;
}

function stands(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

function timeOf(text: string): number {
  const before = process.threadCpuUsage();
  faultIn(text, false);
  return milliseconds(process.threadCpuUsage(before));
}

/** This thread's own work: what the machine does meanwhile does not count. */
function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Composed texts only, so a failing one may be shown. */
function note(index: number, fault: string, text: string): void {
  const known = wrong.get(fault) ?? 0;
  wrong.set(fault, known + 1);
  if (known < 3) console.error(`text ${index}: ${fault}\n${JSON.stringify(text.slice(0, 400))}`);
}
