// docs/connecting.md as an engineer follows it: every command, in order, in one shell, against a started synthetic hospital; each
// prints what the page says it prints.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followedPage } from './page-commands.ts';

const root = join(import.meta.dirname, '../..');
const { steps, files } = followedPage(readFileSync(join(root, 'docs/connecting.md'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'breekpunt-connecting-'));
const written = 'http://localhost:7300';
let server: ChildProcess;
let printed: readonly string[] = [];

beforeAll(async () => {
  chmodSync(folder, 0o755);
  const address = await started();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const script = steps
    .map(({ commands }) => `${commands.replaceAll(written, address)}\necho '=== next'\n`)
    .join('');
  const run = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 500_000,
    env: { ...process.env, PATH: `${process.execPath.replace(/\/[^/]+$/, '')}:${process.env['PATH']}` },
  });
  expect(run.stderr).toBe('');
  printed = run.stdout.split('=== next\n');
});
afterAll(async () => {
  server.kill('SIGTERM');
  await new Promise((done) => server.once('close', done));
  rmSync(folder, { recursive: true });
});

/** What a token is for is its whole address, so the port must be known before. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Where it runs, as soon as its invented patients are there. */
async function started(): Promise<string> {
  const port = await freePort();
  server = spawn(process.execPath, [join(root, 'packages/cli/bin/breekpunt.mjs'), 'serve', '--demo'], {
    env: { ...process.env, BREEKPUNT_DATA: join(folder, 'data'), BREEKPUNT_PORT: String(port) },
  });
  let said = '';
  return new Promise((go, fail) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const [, address] = /Breekpunt runs at (\S+)/.exec(said) ?? [];
      if (address !== undefined && said.includes('Stop it with Ctrl+C')) go(address);
    });
    server.once('close', () => fail(new Error(`The server ended: ${said}`)));
  });
}

test('the page holds steps and the files that they need', () => {
  expect(steps.length).toBeGreaterThan(10);
  expect(Object.keys(files).toSorted()).toEqual(['receive.mjs', 'sign.mjs']);
});

test.each(steps.map(({ title, prints }, place) => [`${place + 1}, ${title}`, place, prints] as const))(
  'step %s prints what the page says',
  (_name, place, prints) => {
    expect(printed[place]).toBe(prints);
  },
);
