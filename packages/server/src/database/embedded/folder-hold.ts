// The one connection by which a process holds its data folder.
// Decision: who may use the folder is settled inside the database, by an advisory lock. A killed process loses it at
// once, whoever gets its process number afterwards; a file with a number in it could not tell.

import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseTrouble } from '../database-error.ts';
import { connectionOf, type Frame } from './frame.ts';
import { ownerRole } from './server-process.ts';

export interface FolderHold {
  /** Before the server is stopped on purpose: the loss is then not reported. The folder stays held until it is gone. */
  expectEnd(): void;
}

/** The server does not take connections: it is starting, recovering, or dying. */
export class NotAnswering extends Error {}

/** 'BRKP': the lock's name. */
const lockKey = 0x42_52_4b_50;
/** The connection of a process that was killed a moment ago takes a little to break. */
const askingMs = 2_000;

/** Throws 'directory-in-use' when another process has it. `lost` is called once, when the connection breaks. */
export async function holdFolder(frame: Frame, lost: () => void): Promise<FolderHold> {
  const client = new pg.Client({
    ...connectionOf(frame, ownerRole, frame.passwords.owner),
    database: 'postgres',
    application_name: `breekpunt process ${process.pid}`,
  });
  let held = false;
  const gone = (): void => {
    if (held) lost();
    held = false;
  };
  client.on('error', gone);
  client.on('end', gone);
  try {
    await client.connect();
  } catch (error) {
    throw new NotAnswering((error as Error).message);
  }
  const until = Date.now() + askingMs;
  while (!held) {
    const asked = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey]);
    held = asked.rows[0]?.got === true;
    if (!held && Date.now() > until) {
      const process = await holderOf(client);
      await client.end();
      throw new DatabaseTrouble({ kind: 'directory-in-use', directory: frame.directory, process });
    }
    if (!held) await wait(50);
  }
  return {
    expectEnd() {
      held = false;
    },
  };
}

async function holderOf(client: pg.Client): Promise<string> {
  const found = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and granted and objid = $1 limit 1`,
    [lockKey],
  );
  return found.rows[0]?.name.replace(/^breekpunt /, '') ?? 'another process';
}
