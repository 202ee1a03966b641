// Makes, starts and stops the PostgreSQL server of a data folder, through pg_ctl.
// Decision: the server is not this process's child. A signal to the program's terminal then stops the program first
// and the server after it, and a killed program leaves a healthy server that the next start takes over.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseTrouble } from '../database-error.ts';
import { clusterConfig } from './cluster-config.ts';
import { clearDeadServer } from './dead-server.ts';
import type { Frame } from './frame.ts';
import { giveTo } from './os-account.ts';

export const ownerRole = 'breekpunt_owner';

/** How long a server that is being killed or started elsewhere is waited for. */
export const patienceMs = 15_000;

/** Makes the cluster when there is none; refuses one of another major version. */
export async function ensureInitialised(frame: Frame): Promise<void> {
  const version = join(frame.data, 'PG_VERSION');
  if (!existsSync(version)) await initialise(frame);
  const found = readFileSync(version, 'utf8').trim();
  const program = String(frame.software.major);
  if (found === program) return;
  throw new DatabaseTrouble({ kind: 'directory-of-other-version', directory: frame.data, found, program });
}

/** Under another name first, so that a half-made cluster is never taken for a database. */
async function initialise(frame: Frame): Promise<void> {
  const { home, data, account, passwords, software, throwAway } = frame;
  const unfinished = `${data}-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, `${passwords.owner}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  const run = await software.run('initdb', [
    `--pgdata=${unfinished}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    ...(throwAway ? ['--no-sync'] : []),
  ]);
  rmSync(passwordFile, { force: true });
  if (run.code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new DatabaseTrouble({ kind: 'directory-unusable', directory: home, reason: lastLine(run.output) });
  }
  writeFileSync(join(unfinished, 'postgresql.conf'), "\ninclude 'breekpunt.conf'\n", { flag: 'a' });
  if (existsSync(data)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, data);
}

export async function ensureRunning(frame: Frame): Promise<'was-running' | 'started'> {
  const { data, log, account, software } = frame;
  const until = Date.now() + patienceMs;
  for (;;) {
    const status = await software.run('pg_ctl', ['status', '-D', data]);
    if (status.code === 0 && !clearDeadServer(data)) return 'was-running';
    const config = join(data, 'breekpunt.conf');
    writeFileSync(config, clusterConfig(frame), { mode: 0o600 });
    giveTo(account, config);
    if (existsSync(log)) renameSync(log, `${log}.1`);
    const start = await software.run('pg_ctl', ['start', '-D', data, '-l', log, '-w', '-t', '60']);
    if (start.code === 0) return 'started';
    // After a kill the old server's children need a moment to notice; of two starts at once, one comes second.
    const reason = existsSync(log) ? readFileSync(log, 'utf8') : start.output;
    const passing = /pre-existing shared memory|lock file .* already exists|another postmaster/i.test(reason);
    if (!passing || Date.now() > until)
      throw new DatabaseTrouble({ kind: 'did-not-start', log, reason: lastLine(reason) });
    await wait(100);
  }
}

/** Ends sessions, writes everything out, and waits until the server is gone. */
export async function stopServer({ software, data }: Frame): Promise<void> {
  await software.run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
