// One million report rows from CSV to NDJSON through the command itself:
// node bench/screen-million.ts --date 2026-11-21 --commit abc1234 [--rows 1000000] [--jobs 2] [--keep]
// The rows are generated as a stream; one in two hundred is spoiled, so that the account of rejects is put
// to the test. Measures wall time and the peak memory of the whole process tree, and counts rows out.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createReportExport } from '@breekpunt/synthetic';
import { examplePlan } from '../examples/generator/examples.ts';
import { csvCells, csvHeader, csvLine } from '../examples/generator/formats/csv.ts';
import { rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    jobs: { type: 'string', default: '2' },
    name: { type: 'string', default: 'screen-million' },
    keep: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const date = required('date', values.date);
const commit = required('commit', values.commit);

const folder = mkdtempSync(join(tmpdir(), 'breekpunt-million-'));
const input = join(folder, 'export.csv');
const output = join(folder, 'found.ndjson');
const rejectsFile = join(folder, 'rejects.ndjson');
const spoiled = await writeRows(input, rows);
const megabytes = statSync(input).size / 1e6;
console.error(`${rows} rows, ${megabytes.toFixed(0)} MB, ${spoiled} of them spoiled`);

const run = await screened([
  'screen',
  input,
  '--out',
  output,
  '--rejects',
  rejectsFile,
  '--jobs',
  values.jobs,
]);
const rowsOut = await countLines(output);
const rejects = await countLines(rejectsFile);
const accounted = rowsOut + rejects === rows;

const figures = {
  'rows in': rows,
  'rows out': rowsOut,
  rejects,
  'rows in = rows out + rejects': accounted ? 'yes' : 'NO',
  'spoiled on purpose': spoiled,
  'input, MB': rounded(megabytes),
  jobs: Number(values.jobs),
  'wall time, s': rounded(run.seconds),
  'rows per second': Math.round(rows / run.seconds),
  'peak memory of all processes, MB': Math.round(run.peakMB),
  'exit code': run.code,
};
console.log(figures);
// A run that lost rows is a fault to mend, not a figure to keep.
if (accounted)
  console.log(storeRun(values.name, { kind: 'screen-million', date, commit, machine: machine(), figures }));
else process.exitCode = 1;
if (values.keep) console.error(folder);
else rmSync(folder, { recursive: true });

/** Streams hospitals of 1,500 patients, each from its own seed, until there are enough rows. */
async function writeRows(path: string, wanted: number): Promise<number> {
  const file = createWriteStream(path);
  file.write(csvLine(csvHeader));
  let written = 0;
  let spoiledRows = 0;
  for (let hospital = 1; written < wanted; hospital++) {
    for (const record of createReportExport({ ...examplePlan, seed: `million/${hospital}` })) {
      for (const report of record.reports) {
        if (written === wanted) break;
        written++;
        const cells = csvCells(record, report);
        cells[0] = `H${hospital}-${cells[0]}`;
        cells[1] = `H${hospital}-${cells[1]}`;
        if (written % 200 === 0) {
          spoiledRows++;
          if (written % 400 === 0) cells[4] = '31/02/2025';
          else cells.length = 5;
        }
        if (!file.write(csvLine(cells))) await once(file, 'drain');
      }
    }
  }
  file.end();
  await once(file, 'finish');
  return spoiledRows;
}

async function screened(args: readonly string[]): Promise<{ seconds: number; peakMB: number; code: number }> {
  const command = join(import.meta.dirname, '..', 'packages', 'cli', 'bin', 'breekpunt.mjs');
  if (!existsSync(command)) throw new Error('Expected the command line package with its bin.');
  const started = performance.now();
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peakMB = 0;
  const watch = setInterval(() => {
    peakMB = Math.max(peakMB, treeMemoryMB(child.pid ?? 0));
  }, 100);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, peakMB, code: code ?? -1 };
}

/** Resident memory of a process and its descendants, from /proc; worker threads are inside their process. */
function treeMemoryMB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return own + children.reduce((sum, child) => sum + treeMemoryMB(Number(child)), 0);
  } catch {
    return 0;
  }
}

async function countLines(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) if (line !== '') lines++;
  return lines;
}
