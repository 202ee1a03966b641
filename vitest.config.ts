// Which tests run, and where on earth. Every test runs in Brussels; a test that speaks of calendar
// dates runs once more west of Greenwich and once in UTC, because a day that shifts by one is the
// commonest date bug. "Speaks of dates" is read from the test file itself, so nobody has to remember.
// Test files of one project share their processes: the code is pure and nothing is mocked, so there is
// nothing to isolate, and it halves the time.

import { globSync, readFileSync } from 'node:fs';
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from 'vitest/config';

const everyday: readonly string[] = [
  'packages/!(server)/{src,scripts}/**/*.test.ts',
  'packages/!(server|cli)/test/*.test.ts',
  'packages/!(server|cli)/test/!(exhaustive)/**/*.test.ts',
  '{scripts,bench,examples}/**/*.test.ts',
  'tests/layers/**/*.test.ts',
];

/** Starts the program as a user does, a process for each test. */
const program: readonly string[] = ['packages/cli/test/**/*.test.ts'];

/** Needs a database: one throw-away cluster for all of them, one database for each file. */
const server: readonly string[] = ['packages/server/{src,scripts,test}/**/*.test.ts'];

/** Needs the whole product (the README's commands, database, browser) or much time: every combination there is. */
const full: readonly string[] = [
  'tests/{full,journeys}/**/*.test.ts',
  'packages/*/test/exhaustive/**/*.test.ts',
];

const mentionsDate = /\bCalendarDate\b|['"`]\d{4}-\d{2}-\d{2}/;

function aboutDates(patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: import.meta.dirname, exclude: ['**/node_modules/**'] }).filter(
    (file) => mentionsDate.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
  );
}

/** Long after any test ends on a machine that others use too: it ends a test that hangs, and judges none that is slow. */
const testTimeoutMs = 300_000;

function project(
  name: string,
  zone: string,
  include: readonly string[],
  timeout = testTimeoutMs,
  globalSetup: readonly string[] = [],
  pollTimeout = 20_000,
): TestProjectConfiguration {
  return {
    test: {
      name,
      globalSetup: [...globalSetup],
      include: [...include],
      env: { TZ: zone },
      setupFiles: ['tests/setup/time-zone.ts'],
      pool: 'forks',
      isolate: false,
      testTimeout: timeout,
      hookTimeout: timeout,
      expect: { poll: { timeout: pollTimeout } },
    },
  };
}

function withDatabase(name: string, zone: string, include: readonly string[]): TestProjectConfiguration {
  return project(name, zone, include, testTimeoutMs, ['packages/server/test/postgres-for-tests.ts']);
}

const dated = aboutDates(everyday.filter((pattern) => pattern.startsWith('packages')));
/** Rules with their cases: in UTC also what takes long, every number on both of its sides. */
const specs: readonly string[] = ['packages/*/src/**/*.spec.test.ts'];
const datedServer = aboutDates(server);

const config: ViteUserConfig = defineConfig({
  test: {
    // Both cores: vitest would leave one idle, and the other steps of the check are short.
    maxWorkers: 2,
    projects: [
      project('everyday', 'Europe/Brussels', everyday),
      ...(dated.length === 0
        ? []
        : [
            project('zone-utc', 'UTC', [...dated, ...specs]),
            project('zone-new-york', 'America/New_York', dated),
          ]),
      project('program', 'Europe/Brussels', program),
      withDatabase('server', 'Europe/Brussels', server),
      ...(datedServer.length === 0
        ? []
        : [
            withDatabase('server-utc', 'UTC', datedServer),
            withDatabase('server-new-york', 'America/New_York', datedServer),
          ]),
      // A page answers when it answers: a busy machine must not fail a journey.
      project('full', 'Europe/Brussels', full, 2 * testTimeoutMs, [], 90_000),
    ],
  },
});

export default config;
