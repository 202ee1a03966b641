// breekpunt serve, as somebody starts it: what it prints, what it answers, how it stops.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = join(import.meta.dirname, '../../packages/cli/bin/breekpunt.mjs');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-serve-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly process: ChildProcess;
  readonly address: string;
  printed(): string;
  /** How the program ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>;
}

function start(name: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(process.execPath, [program, 'serve', ...args], {
    env: { ...process.env, BREEKPUNT_DATA: join(folder, name), BREEKPUNT_PORT: '0', ...environment },
  });
  let printed = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk;
  });
  const ended = new Promise<{ code: number | null; complaint: string }>((done) =>
    child.on('close', (code) => done({ code, complaint })),
  );
  return new Promise((go) => {
    const started = (): void =>
      go({
        process: child,
        address: /Breekpunt runs at (\S+)/.exec(printed)?.[1] ?? '',
        printed: () => printed,
        ended,
      });
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('Stop it with Ctrl+C')) started();
    });
    child.on('close', started);
  });
}

test('it starts empty with a code for the set-up, answers, and stops in order when it is told to', async () => {
  const server = await start('empty', []);
  expect(server.printed()).toMatch(/Set it up with this code: [A-Z2-9-]{14}/);
  const health = await fetch(`${server.address}/health`);
  expect(await health.json()).toEqual({ status: 'up' });
  server.process.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(server.printed()).toContain('Stopping');
});

test('with a synthetic hospital it prints sign-ins that work', async () => {
  const server = await start('demo', ['--demo']);
  const [, login] = /^ {2}(\S+) +nurse/m.exec(server.printed()) ?? [];
  const [, password] = /with the password (\S+)/.exec(server.printed()) ?? [];
  const listed = await fetch(`${server.address}/api/start`);
  const { sites } = (await listed.json()) as { sites: { id: string }[] };
  const answer = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site: sites[0]?.id, login, password }),
  });
  expect(await answer.json()).toMatchObject({
    site: { synthetic: true },
    user: { role: 'nurse' },
    toDo: null,
  });
  server.process.kill('SIGINT');
  expect(await server.ended).toMatchObject({ code: 0 });
});

test('a wrong setting stops the start with its name', async () => {
  const server = await start('wrong', [], { BREEKPUNT_IDLE_MINUTES: 'never' });
  expect(await server.ended).toEqual({
    code: 2,
    complaint: 'breekpunt: BREEKPUNT_IDLE_MINUTES: expected a whole number from 1 to 480; came "never".\n',
  });
});
