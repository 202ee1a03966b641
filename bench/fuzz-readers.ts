// Mutated CSV rows, NDJSON lines and HL7 messages through the readers:
// node bench/fuzz-readers.ts [--items 100000] [--seed readers-1] [--date 2026-11-21 --commit abc1234]
// Two kinds of damage. In the values: the file stays well formed, so every item put in must come out as a
// report or a reject. In the bytes: nobody can say how many items are left, but the reader must not throw,
// must close with a tally, and the tally must be what it delivered. Exit code 1 when anything was wrong.

import { parseArgs } from 'node:util';
import { readReports } from '@breekpunt/integrate';
import {
  createRandom,
  createReportExport,
  type PatientRecord,
  type Random,
  type Report,
} from '@breekpunt/synthetic';
import { examplePlan } from '../examples/generator/examples.ts';
import { csvCells, csvHeader, csvLine } from '../examples/generator/formats/csv.ts';
import { hl7File } from '../examples/generator/formats/hl7.ts';
import { ndjsonFile } from '../examples/generator/formats/ndjson.ts';
import { mutated } from './mutate.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    seed: { type: 'string', default: 'readers-1' },
    date: { type: 'string' },
    commit: { type: 'string' },
    name: { type: 'string', default: 'fuzz-readers' },
  },
});

interface Delivered {
  readonly reports: number;
  readonly rejects: number;
  readonly skipped: number;
  readonly items: number;
  readonly refused: boolean;
  readonly closed: boolean;
}

const formats = ['csv', 'ndjson', 'hl7v2'] as const;
type FuzzedFormat = (typeof formats)[number];

const wanted = Number(values.items);
const random = createRandom(values.seed);
const records = [...createReportExport({ ...examplePlan, seed: 'fuzz', patients: 200 })];
const texts = records.flatMap((record) => record.reports.map((report) => report.text));
const wrong = new Map<string, number>();
const totals = { files: 0, items: 0, reports: 0, rejects: 0, skipped: 0, refusedFiles: 0 };
let slowest = 0;
const started = performance.now();

while (totals.items < wanted) {
  const format = random.pick(formats);
  const batch = Array.from({ length: random.int(1, 8) }, () => random.pick(records));
  const count = batch.reduce((sum, record) => sum + record.reports.length, 0);
  if (random.chance(0.5)) await checked(format, fileOf(format, batch.map(damagedValues)), count);
  else await checked(format, damagedBytes(fileOf(format, batch)), null);
}

const faults = [...wrong.values()].reduce((sum, count) => sum + count, 0);
const seconds = Math.round((performance.now() - started) / 1000);
const figures = { ...totals, faults, seed: values.seed, seconds, 'slowest file, ms': Math.round(slowest) };
console.log(figures, Object.fromEntries(wrong));
if (values.date !== undefined) {
  const [date, commit] = [required('date', values.date), required('commit', values.commit)];
  console.log(storeRun(values.name, { kind: 'fuzz-readers', date, commit, machine: machine(), figures }));
}
if (faults > 0) process.exitCode = 1;

async function checked(format: FuzzedFormat, bytes: Uint8Array, count: number | null): Promise<void> {
  const before = performance.now();
  totals.files++;
  try {
    const told = await delivered(format, bytes);
    totals.items += told.items;
    totals.reports += told.reports;
    totals.rejects += told.rejects;
    totals.skipped += told.skipped;
    totals.refusedFiles += told.refused ? 1 : 0;
    if (!told.closed) note(`${format}: no closing tally`);
    if (told.items !== told.reports + told.rejects + told.skipped)
      note(`${format}: the tally does not add up`);
    if (count !== null && told.items !== count) note(`${format}: items in are not items out`);
  } catch (error) {
    note(`${format}: threw ${error instanceof Error ? error.name : 'something'}`);
  }
  const ms = performance.now() - before;
  slowest = Math.max(slowest, ms);
  if (ms > 500 + bytes.length * 0.01) note(`${format}: too slow`);
}

async function delivered(format: FuzzedFormat, bytes: Uint8Array): Promise<Delivered> {
  const counts = { reports: 0, rejects: 0, refused: false };
  let tally: { items: number; skipped: number } | undefined;
  for await (const batch of readReports(inPieces(bytes), { name: 'fuzz', format })) {
    for (const event of batch) {
      if (event.kind === 'report') counts.reports++;
      else if (event.kind === 'reject') counts.rejects++;
      else if (event.kind === 'refused') counts.refused = true;
      else if (event.kind === 'end') tally = event.tally;
    }
  }
  return { ...counts, items: tally?.items ?? -1, skipped: tally?.skipped ?? 0, closed: tally !== undefined };
}

/** Pieces of any size, so that characters and rows are cut in the middle. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const size = random.pick([1, 7, 64, 1000, 65_536]);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

function fileOf(format: FuzzedFormat, batch: readonly PatientRecord[]): Uint8Array {
  if (format === 'ndjson') return Buffer.from(ndjsonFile(batch));
  if (format === 'hl7v2') return Buffer.from(hl7File(batch));
  const rows = batch.flatMap((record) => record.reports.map((report) => csvLine(csvCells(record, report))));
  return Buffer.from(csvLine(csvHeader) + rows.join(''));
}

/** Texts and codes are damaged; what remains is still a row, a line, a message. */
function damagedValues(record: PatientRecord): PatientRecord {
  const damage = (report: Report): Report => ({
    ...report,
    text: withoutFraming(mutated(random, report.text, texts)),
    codes: report.codes.map((code) =>
      random.chance(0.3) ? mutated(random, code, texts).replace(/[\r\n;"|]/g, '') : code,
    ),
  });
  return { ...record, reports: record.reports.map(damage) };
}

/** A carriage return ends a segment, and FS and VT frame a message: with one of them the file is another file. */
function withoutFraming(text: string): string {
  return text.replaceAll('\r', ' ').replaceAll('\u000b', ' ').replaceAll('\u001c', ' ');
}

function damagedBytes(bytes: Uint8Array): Uint8Array {
  let changed = Buffer.from(bytes);
  for (let step = random.int(1, 12); step > 0; step--) changed = damagedOnce(random, changed);
  return changed;
}

function damagedOnce(from: Random, bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const at = from.int(0, bytes.length);
  const until = Math.min(bytes.length, at + from.int(1, 60));
  const marks = ['"', '\r', '\n', ';', '|', '\\', '{', 'MSH|', '\u0000', '^~\\&'];
  switch (from.int(0, 4)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(from.pick(marks)), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([from.int(0, 255)]), bytes.subarray(at)]);
    case 3:
      return Buffer.from(bytes.subarray(0, at));
    default:
      return Buffer.concat([bytes.subarray(0, until), bytes.subarray(at)]);
  }
}

function note(fault: string): void {
  wrong.set(fault, (wrong.get(fault) ?? 0) + 1);
}
