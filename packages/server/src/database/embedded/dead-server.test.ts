import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clearDeadServer } from './dead-server.ts';

let folder = '';
const lockFile = (): string => join(folder, 'postmaster.pid');
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'breekpunt-dead-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(process.platform === 'linux')('the lock file of a server', () => {
  test('that is alive stays', () => {
    writeFileSync(lockFile(), `${process.pid}\n${folder}\n`);
    expect(clearDeadServer(folder)).toBe(false);
    expect(existsSync(lockFile())).toBe(true);
  });

  test('that nobody reaped goes, unless another of its processes is still at work in the folder', async () => {
    // A child that is never waited for, because its shell became a program that does not wait. It is ended only after
    // that: the shell itself would still have reaped it.
    const shell = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [pid] = (await once(createInterface({ input: shell.stdout }), 'line')) as [string];
    while (readFileSync(`/proc/${shell.pid}/comm`, 'utf8') !== 'sleep\n');
    process.kill(Number(pid), 'SIGKILL');
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
    writeFileSync(lockFile(), `${pid}\n${folder}\n`);

    const backend = spawn('sh', ['-c', 'echo here; exec sleep 600'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(createInterface({ input: backend.stdout }), 'line');
    expect(clearDeadServer(folder)).toBe(false);
    backend.kill('SIGKILL');
    await once(backend, 'exit');

    expect(clearDeadServer(folder)).toBe(true);
    expect(existsSync(lockFile())).toBe(false);
    shell.kill('SIGKILL');
  });

  test('that is not there is nothing to clear', () => {
    expect(clearDeadServer(folder)).toBe(false);
  });
});
