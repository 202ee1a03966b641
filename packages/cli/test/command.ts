// Runs the real command in a folder of its own, and writes and reads the files it works on.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

const binary = fileURLToPath(new URL('../bin/breekpunt.mjs', import.meta.url));

let folder = '';

/** Gives every test of the file that calls this an empty folder, and takes it away afterwards. */
export function inOwnFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'breekpunt-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

/** The path of a file in the test's folder; without a name, of the folder itself. */
export function pathOf(name = ''): string {
  return join(folder, name);
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export function breekpunt(args: readonly string[], input = ''): Run {
  const run = spawnSync(process.execPath, [binary, ...args], { cwd: folder, input, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

export function file(name: string, content: string): string {
  writeFileSync(pathOf(name), content);
  return name;
}

export function linesOf(name: string): Record<string, unknown>[] {
  const lines = readFileSync(pathOf(name), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

export const header = 'id;patient;geboortedatum;geslacht;datum;verslag';
export const rows: readonly string[] = [
  'r1;P1;12/03/1948;V;01/10/2026;Recente heupfractuur links na val.',
  'r2;P2;03/07/1950;M;02/10/2026;Geen fractuur.',
  'r3;P3;;;;<script>alert(1)</script> Recente polsfractuur rechts.',
];
export const today: readonly string[] = ['--today', '2026-11-21'];
