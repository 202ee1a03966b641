// The whole server over its own PostgreSQL: first start, a database that goes away and comes back, stopping in order.

import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

let folder = '';
let server: RunningServer;
const log: string[] = [];

function settingsWith(environment: Readonly<Record<string, string>>): Settings {
  const programs = process.env['DATABASE_PROGRAMS'] ?? '';
  const settings = readSettings(
    {
      BREEKPUNT_DATA: join(folder, 'data'),
      BREEKPUNT_PORT: '0',
      DATABASE_PROGRAMS: programs,
      ...environment,
    },
    { folder, isRoot: process.getuid?.() === 0 },
  );
  if (!settings.ok) throw new Error('The settings of this test are wrong');
  return settings.value;
}

async function start(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer | string> {
  const started = await startServer(settingsWith(environment), {
    say: () => undefined,
    logTo: { write: (line) => void log.push(line) },
  });
  return started.ok ? started.value : started.error.message;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-start-'));
  chmodSync(folder, 0o755);
  const started = await start();
  if (typeof started === 'string') throw new Error(started);
  server = started;
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

async function status(path: string, options: RequestInit = {}): Promise<[number, unknown]> {
  const answer = await fetch(`${server.address}${path}`, options);
  const text = await answer.text();
  return [answer.status, text.startsWith('{') ? JSON.parse(text) : text];
}

let cookie = '';

test('the first start asks for a set-up, and the code it prints opens it', async () => {
  expect(await status('/health')).toEqual([200, { status: 'up' }]);
  expect(server.setUpCode).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
  const answer = await fetch(`${server.address}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: server.setUpCode,
      site: { name: 'AZ', country: 'BE', language: 'nl' },
      administrator: { login: 'ilse', displayName: 'Ilse', password: 'vier woorden naast elkaar' },
    }),
  });
  expect(answer.status).toBe(200);
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await status('/api/session', { headers: { cookie } }))[0]).toBe(200);
});

test('where the app is not built, or an address is a page of the app, a person gets a page and a program a problem', async () => {
  const [code, text] = await status('/cases/12');
  expect([code, String(text).startsWith('<!doctype html>')]).toEqual([200, true]);
  expect(await status('/api/cases-of-nobody')).toMatchObject([404, { code: 'not-found' }]);
});

test('an address that another program has is refused with the names of the settings', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as { port: number };
  const message = await start({ BREEKPUNT_DATA: join(folder, 'second'), BREEKPUNT_PORT: String(port) });
  expect(message).toContain(`BREEKPUNT_HOST and BREEKPUNT_PORT: expected a free address; 127.0.0.1:${port}`);
  await new Promise<void>((done) => void other.close(() => done()));
});

test('a database that is gone is said to be gone, and the server works again when it is back, without a restart', async () => {
  const cluster = join(folder, 'data/postgres/cluster');
  const away = `${cluster}-away`;
  const [pid] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  // While its files are away, the database cannot be started again.
  renameSync(cluster, away);
  process.kill(Number(pid), 'SIGKILL');
  await until(503);
  expect(await status('/health')).toEqual([503, { status: 'database-lost' }]);
  const [code, body] = await status('/api/session', { headers: { cookie } });
  expect([code, body]).toMatchObject([503, { code: 'database-lost', seconds: 2 }]);
  expect((await status('/'))[0]).toBe(200);
  renameSync(away, cluster);
  await until(200);
  expect((await status('/api/session', { headers: { cookie } }))[0]).toBe(200);
  await server.context.events.ready();
});

/** Asks until the server is in that state; each answer comes when it comes. */
async function until(code: number): Promise<void> {
  while ((await status('/health'))[0] !== code) await new Promise((again) => setImmediate(again));
}

test('it stops in order though a screen is listening, and starts again with everything it knew', async () => {
  const stream = await fetch(`${server.address}/api/events`, { headers: { cookie } });
  expect(stream.status).toBe(200);
  const ended = stream.text();
  await server.stop();
  expect(await ended).toContain('event: open');
  await expect(fetch(`${server.address}/health`)).rejects.toThrow('fetch failed');
  const again = await start();
  if (typeof again === 'string') throw new Error(again);
  server = again;
  expect(server.setUpCode).toBeNull();
  expect((await status('/api/session', { headers: { cookie } }))[0]).toBe(200);
  expect(log.join('')).not.toMatch(/ilse|woorden/);
});
