// Quality over a million patients: the dashboard, the patients behind a figure and the list of what is missing over HTTP, signed in
// and written into the audit log; and counting everything anew, counting what changed, and the memory of it, on the embedded
// PostgreSQL. The record is invented (packages/server/scripts/invented-record.ts).
// Run: node bench/quality.ts --date 2026-11-22 --commit abc1234 [--people 1000000] [--cases 100000] [--folder DIR] [--note "..."]

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { demoPassword, readSettings, startServer } from '@breekpunt/server';
import { quantile, rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    people: { type: 'string', default: '10000' },
    cases: { type: 'string', default: '3500' },
    rounds: { type: 'string', default: '100' },
    /** Filled before, and kept afterwards. */
    folder: { type: 'string' },
    /** What else the machine was doing. */
    note: { type: 'string', default: '' },
  },
});
const date = required('date', values.date);
const commit = required('commit', values.commit);
const rounds = Number(values.rounds);

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'breekpunt-quality-'));
const figures: Record<string, number | string> = {
  people: Number(values.people),
  'confirmed and waiting cases': Number(values.cases),
  'load of the machine at the start': rounded(loadavg()[0] ?? 0),
};
if (!existsSync(join(folder, 'postgres'))) {
  const begun = performance.now();
  execFileSync(
    process.execPath,
    [
      join(import.meta.dirname, '../packages/server/scripts/fill-record.ts'),
      ...['--directory', folder, '--people', values.people, '--cases', values.cases],
    ],
    { stdio: 'inherit' },
  );
  figures['filled by COPY, s'] = rounded((performance.now() - begun) / 1000);
}

const settings = readSettings({ BREEKPUNT_DATA: folder, BREEKPUNT_PORT: '0', BREEKPUNT_LOG: 'error' });
if (!settings.ok) throw new Error('The settings of the benchmark are wrong');
const started = await startServer(settings.value, {
  say: () => undefined,
  logTo: new Writable({ write: (_line, _encoding, done) => done() }),
});
if (!started.ok) throw new Error(started.error.message);
const { address, stop } = started.value;

const entry = await fetch(`${address}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ login: 'lead', password: demoPassword }),
});
const cookie = (entry.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function ask(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<{ readonly ms: number; readonly answer: unknown }> {
  const begun = performance.now();
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return { ms: performance.now() - begun, answer: text === '' ? null : JSON.parse(text) };
}

interface Figures {
  readonly counting: { readonly done: number; readonly of: number } | null;
  readonly run: { readonly cases: number; readonly countedAt: string } | null;
  readonly figures: readonly {
    readonly indicator: { readonly id: string };
    readonly months: { readonly from: string; readonly to: string };
  }[];
}

/** Seconds until the counting had ended, the most memory of this process meanwhile, and the dashboard while it ran. */
async function counted(
  everything: boolean,
): Promise<{ seconds: number; megabytes: number; meanwhile: number[] }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const begun = performance.now();
  const meanwhile: number[] = [];
  let counting = (
    (await ask('POST', `/api/quality/recount?everything=${everything ? 'yes' : 'no'}`)).answer as Pick<
      Figures,
      'counting'
    >
  ).counting;
  while (counting !== null) {
    await setTimeout(250);
    const { ms, answer } = await ask('GET', '/api/quality/figures');
    meanwhile.push(ms);
    counting = (answer as Figures).counting;
  }
  clearInterval(watch);
  return {
    seconds: (performance.now() - begun) / 1000,
    megabytes: Math.round((most - before) / 2 ** 20),
    meanwhile,
  };
}

const first = await counted(true);
figures['everything counted, first time: s'] = rounded(first.seconds);
console.error(figures);
const again = await counted(true);
figures['everything counted again: s'] = rounded(again.seconds);
figures['memory above that before, server and threads: MB'] = Math.max(first.megabytes, again.megabytes);
if (again.meanwhile.length > 0)
  figures['dashboard while everything is counted: p95 ms'] = rounded(quantile(again.meanwhile, 0.95));

const { run, figures: shown } = (await ask('GET', '/api/quality/figures')).answer as Figures;
figures['confirmed cases counted'] = run?.cases ?? 0;
const third = shown.find(({ indicator }) => indicator.id === 'iof.3');
if (third === undefined) throw new Error('The figure of assessment is not there');

// One answer of the assessment changes: only that person is counted anew.
const open = (
  (
    await ask(
      'GET',
      `/api/quality/patients?indicator=iof.3&standing=not-recorded,missed&from=${third.months.from}&to=${third.months.to}`,
    )
  ).answer as { readonly rows: readonly { readonly case: number }[] }
).rows;
const changes: number[] = [];
for (const { case: id } of open.slice(0, 12)) {
  const page = (await ask('GET', `/api/cases/${id}/assessment`)).answer as {
    readonly fields: readonly { readonly field: string; readonly version: number }[];
  };
  const onVersion = page.fields.find(({ field }) => field === 'smokes')?.version ?? 0;
  await ask('PUT', `/api/cases/${id}/assessment/smokes`, { onVersion, answer: 'no' });
  changes.push((await counted(false)).seconds * 1000);
}
figures['counted after one change: p50 ms'] = rounded(quantile(changes, 0.5));

const months = `from=${third.months.from}&to=${third.months.to}`;
const asked: Readonly<Record<string, string>> = {
  'dashboard, IOF': '/api/quality/figures?set=iof-2020',
  'dashboard, FLS-DB': '/api/quality/figures?set=flsdb-2023',
  'dashboard, hip fracture': '/api/quality/figures?set=hip-fracture',
  'dashboard, our own set with case finding': '/api/quality/figures?set=own-2026',
  'dashboard, best practice': '/api/quality/figures?set=best-practice-2013',
  'hospitals compared': '/api/quality/compared?indicator=iof.3',
  'patients behind a figure, a year': `/api/quality/patients?indicator=iof.3&standing=achieved&${months}`,
  'patients behind a figure, a rare standing': `/api/quality/patients?indicator=iof.3&standing=missed&${months}`,
  'patients behind a figure, ten years':
    '/api/quality/patients?set=own-2026&indicator=own.denosumab&standing=missed&from=2016-01-01&to=2026-11-01',
  'what is missing': '/api/quality/missing',
  'what is missing, one figure': '/api/quality/missing?indicator=iof.10',
  'where a "what if" begins': '/api/quality/what-if-start',
};
for (const [name, path] of Object.entries(asked)) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await ask('GET', path)).ms);
  figures[`${name}: p50 ms`] = rounded(quantile(times, 0.5));
  figures[`${name}: p95 ms`] = rounded(quantile(times, 0.95));
}

await stop();
// With nothing of it in the program and the database's own memory: a server that has just started.
const fresh = await startServer(settings.value, {
  say: () => undefined,
  logTo: new Writable({ write: (_line, _encoding, done) => done() }),
});
if (!fresh.ok) throw new Error(fresh.error.message);
for (const [name, path] of Object.entries(asked)) {
  const begun = performance.now();
  const response = await fetch(`${fresh.value.address}${path}`, { headers: { cookie } });
  await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  figures[`${name}: first time after a start, ms`] = rounded(performance.now() - begun);
}
await fresh.value.stop();
figures['load of the machine at the end'] = rounded(loadavg()[0] ?? 0);
if (values.note !== '') figures['beside it'] = values.note;
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
const path = storeRun(`quality-${values.cases}`, {
  kind: 'quality',
  date,
  commit,
  machine: machine(),
  figures,
});
console.log(JSON.stringify(figures, null, 1), path);
