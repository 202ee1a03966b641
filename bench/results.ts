// Where results are kept: one JSON file a run, named by date and name, and RESULTS.md made from all of them.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { resultsTable, type StoredRun } from './results-table.ts';
import { stolenShare } from './stolen-time.ts';

const folder = join(import.meta.dirname, 'results');

export function storeRun(name: string, run: StoredRun): string {
  const path = join(folder, `${run.date}-${name}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify({ ...run, stolenShare: stolenShare() }, null, 1)}\n`);
  writeResultsTable();
  return path;
}

function writeResultsTable(): void {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const runs = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredRun);
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), resultsTable(runs));
}

/** The kind of machine, never which one. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.replace(/\s+/g, ' ').trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** The value of a required option; a benchmark without date and commit is worth nothing later. */
export function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Error(`Expected --${name}; see bench/README.md.`);
  return value;
}
