// Nothing that was acknowledged is lost, and nothing is there twice, whoever is killed and however often.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { inSite, openDatabase } from '@breekpunt/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const child = join(import.meta.dirname, 'children/commit-rows.ts');
const kills = 12;
/** Acknowledged between two kills, so that each kill falls into running work. */
const between = 40;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-kill-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Writer {
  readonly process: ChildProcess;
  readonly lines: AsyncIterator<string>;
  readonly reader: Interface;
}

function startWriter(from: number): Writer {
  const process_ = spawn(process.execPath, [child, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const reader = createInterface({ input: process_.stdout });
  return { process: process_, lines: reader[Symbol.asyncIterator](), reader };
}

/** Everything acknowledged until `count` were, or until the writer is gone. */
async function acknowledgements({ lines }: Writer, count: number): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < count) {
    const { value, done } = await lines.next();
    if (done === true) break;
    if (value !== 'ready') seen.push(Number(value));
  }
  return seen;
}

function killDatabase(): void {
  const [pid = ''] = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

test(`${kills} times kill -9 of the program or the database: every acknowledged message is there once`, async () => {
  const acknowledged: number[] = [];
  let writer = startWriter(0);
  for (let kill = 0; kill < kills; kill++) {
    acknowledged.push(...(await acknowledgements(writer, between)));
    const who = ['database', 'program', 'both'][kill % 3];
    if (who !== 'program') killDatabase();
    if (who === 'database') continue;
    writer.process.kill('SIGKILL');
    // What it had said before it died counts as well.
    acknowledged.push(...(await acknowledgements(writer, Number.POSITIVE_INFINITY)));
    writer.reader.close();
    writer = startWriter((acknowledged.at(-1) ?? -1) + 1);
  }
  acknowledged.push(...(await acknowledgements(writer, between)));
  writer.process.kill('SIGKILL');
  acknowledged.push(...(await acknowledgements(writer, Number.POSITIVE_INFINITY)));

  const programs = process.env['DATABASE_PROGRAMS'] ?? null;
  const opened = await openDatabase({
    dataDirectory: folder,
    database: { kind: 'embedded', programs, port: null },
    poolSize: 1,
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  const rows = await inSite(opened.value.db, 'gent', ({ db }) =>
    db.selectFrom('inbox_message').select('control_id').execute(),
  );
  await opened.value.close();

  const times = new Map<number, number>();
  for (const { control_id: id } of rows) times.set(Number(id), (times.get(Number(id)) ?? 0) + 1);
  const lost = acknowledged.filter((number) => !times.has(number));
  const twice = [...times].filter(([, count]) => count > 1);
  console.log(
    `${kills} kills, ${acknowledged.length} acknowledged, ${rows.length} kept, ${lost.length} lost, ${twice.length} twice`,
  );
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills * between);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect({ lost, twice }).toEqual({ lost: [], twice: [] });
});
