// Which tests run, and where on earth. Every test runs in Brussels; a test that speaks of calendar
// dates runs once more west of Greenwich and once in UTC, because a day that shifts by one is the
// commonest date bug. "Speaks of dates" is read from the test file itself, so nobody has to remember.
// Test files of one project share their processes: the code is pure and nothing is mocked, so there is
// nothing to isolate, and it halves the time.

import { globSync, readFileSync } from 'node:fs';
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from 'vitest/config';

const everyday: readonly string[] = [
  'packages/*/{src,scripts,test}/**/*.test.ts',
  '{scripts,bench,examples}/**/*.test.ts',
  'tests/layers/**/*.test.ts',
];

/** Needs the whole product: the README's commands, and later database and browser. */
const full: readonly string[] = ['tests/full/**/*.test.ts'];

const mentionsDate = /\bCalendarDate\b|['"`]\d{4}-\d{2}-\d{2}/;

function aboutDates(patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: import.meta.dirname, exclude: ['**/node_modules/**'] }).filter(
    (file) => mentionsDate.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
  );
}

function project(
  name: string,
  zone: string,
  include: readonly string[],
  timeout = 60_000,
): TestProjectConfiguration {
  return {
    test: {
      name,
      include: [...include],
      env: { TZ: zone },
      setupFiles: ['tests/setup/time-zone.ts'],
      pool: 'forks',
      isolate: false,
      testTimeout: timeout,
    },
  };
}

const dated = aboutDates(everyday.filter((pattern) => pattern.startsWith('packages')));

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      project('everyday', 'Europe/Brussels', everyday),
      ...(dated.length === 0
        ? []
        : [project('zone-utc', 'UTC', dated), project('zone-new-york', 'America/New_York', dated)]),
      project('full', 'Europe/Brussels', full, 180_000),
    ],
  },
});

export default config;
