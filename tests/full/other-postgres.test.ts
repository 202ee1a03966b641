// The server's whole suite once more on the PostgreSQL that Debian brings, when it is installed: the same migrations
// and queries must hold on a version and a build that are not ours. DATABASE_PROGRAMS names another one.

import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const installed = globSync('/usr/lib/postgresql/*/bin')
  .filter((folder) => Number(/(\d+)\/bin$/.exec(folder)?.[1]) >= 15)
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const programs = process.env['DATABASE_PROGRAMS'] ?? installed.at(-1);

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    /** Why the file itself failed, outside its tests. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A line or two for each: what fails in a run of minutes must be read from its end, where a log is kept. */
function failures(report: Report): readonly string[] {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.slice(root.length + 1);
    const tests = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join('\n')}`);
    return message === '' || tests.length > 0 ? tests : [`${file}\n${message}`];
  });
}

/** A whole suite in one test. */
const timeout = 30 * 60_000;

test.skipIf(programs === undefined)(
  `the server's tests pass on the PostgreSQL in ${programs}`,
  { timeout },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'breekpunt-other-postgres-'));
    const file = join(folder, 'report.json');
    try {
      const run = spawnSync(
        process.execPath,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          ...['run', '--project=server', '--reporter=json', `--outputFile=${file}`],
        ],
        { cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_PROGRAMS: programs, NO_COLOR: '1' } },
      );
      expect(existsSync(file), `${run.stdout}\n${run.stderr}`).toBe(true);
      const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
      expect(failures(report)).toEqual([]);
      expect(report.numPassedTests).toBeGreaterThan(1000);
      expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
