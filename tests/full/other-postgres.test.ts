// The server's whole suite once more on the PostgreSQL that Debian brings, when it is installed: the same migrations
// and queries must hold on a version and a build that are not ours. DATABASE_PROGRAMS names another one.

import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const installed = globSync('/usr/lib/postgresql/*/bin')
  .filter((folder) => Number(/(\d+)\/bin$/.exec(folder)?.[1]) >= 15)
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const programs = process.env['DATABASE_PROGRAMS'] ?? installed.at(-1);

test.skipIf(programs === undefined)(`the server's tests pass on the PostgreSQL in ${programs}`, () => {
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project=server', '--reporter=dot'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_PROGRAMS: programs, NO_COLOR: '1' } },
  );
  expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0);
  expect(run.stdout).toMatch(/Tests {2}(?:\d+ skipped \| )?\d{2,} passed/);
});
