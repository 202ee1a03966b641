// A hospital that is filled in the database itself, started as a hospital would start it, for measurements at a size that no demonstration
// has. Decision: rows come from statements with the hospital as $1 and a number as $2; nothing is measured before the database's
// own upkeep came by, because a hospital's would be long done.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { demoPassword, ensureDemoPeople, type Records, readSettings, startServer } from '@breekpunt/server';

export interface FilledHospital {
  readonly address: string;
  /** The headers of somebody who signed in. */
  signedIn(login: string): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

export interface Filling {
  readonly statements: readonly string[];
  readonly number: number;
  /** That are large enough for upkeep to matter. */
  readonly tables: readonly string[];
}

const filledSite = 'sint-synthetica';

/** Tables of fewer rows are not looked after by autovacuum at once, and need not be. */
const upkeepFrom = 50_000;
const longestUpkeepSeconds = 300;

export async function filledHospital(filling: Filling): Promise<FilledHospital> {
  const folder = mkdtempSync(join(tmpdir(), 'breekpunt-bench-'));
  const settings = readSettings({ BREEKPUNT_DATA: folder, BREEKPUNT_PORT: '0', BREEKPUNT_LOG: 'error' });
  if (!settings.ok) throw new Error('The settings of the benchmark are wrong');
  const started = await startServer(settings.value, {
    say: () => undefined,
    logTo: new Writable({ write: (_line, _encoding, done) => done() }),
    prepare: async (opened) => {
      const ready = await ensureDemoPeople(opened);
      if (!ready.ok) return ready;
      await fill(opened, filling);
      return { ok: true, value: undefined };
    },
  });
  if (!started.ok) throw new Error(started.error.message);
  const { address, stop } = started.value;
  return {
    address,
    signedIn: async (login) => {
      const entry = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password: demoPassword }),
      });
      return { cookie: (entry.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill({ database }: Records, { statements, number, tables }: Filling): Promise<void> {
  const client = await database.pool.connect();
  try {
    for (const statement of statements) {
      await client.query('begin');
      await client.query("select set_config('breekpunt.site', $1, true)", [filledSite]);
      await client.query(statement, statement.includes('$2') ? [filledSite, number] : [filledSite]);
      await client.query('commit');
    }
    for (let waited = 0; number >= upkeepFrom && waited < longestUpkeepSeconds; waited += 5) {
      const { rows } = await client.query(
        `select relname from pg_stat_user_tables where relname = any ($1)
            and (last_autovacuum is null or last_autoanalyze is null)`,
        [tables],
      );
      if (rows.length === 0) return;
      await setTimeout(5_000);
    }
  } finally {
    client.release();
  }
}
