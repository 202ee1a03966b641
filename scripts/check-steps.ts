// What `npm run check` checks, as data. The longest step comes first, so that the short ones fill the
// second core beside it. Adding a check is adding a row; nothing else knows the list.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Step } from './run-steps.ts';
import { type Progress, progressFileOf, progressFrom } from './test-progress.ts';

/** Where each vitest step writes what it counted, by the step's name; read afterwards. */
export const vitestReports = {
  tests: 'test-results/everyday.json',
  'tests of dates in other time zones': 'test-results/zones.json',
  'tests with a database or the program': 'test-results/running.json',
  'full tests': 'test-results/full.json',
} as const;

const knowledgeCompiler = 'packages/knowledge/scripts/compile.ts';

export function checkSteps(): Step[] {
  const steps: Step[] = [
    vitestStep('tests', ['everyday']),
    { name: 'types', command: ['tsc', '-p', '.'] },
    { name: 'types of the web app', command: ['tsc', '-p', 'packages/web'] },
    {
      name: 'format and lint',
      command: ['biome', 'ci', '--error-on-warnings', '--max-diagnostics=200', '.'],
      remedy: 'npx biome check --write .',
    },
    { name: 'promises', command: ['oxlint'] },
    {
      name: 'answers of the interface',
      command: ['node', 'packages/server/scripts/write-answers.ts', '--check'],
      remedy: 'npx node packages/server/scripts/write-answers.ts',
    },
    { name: 'unused code', command: ['knip', '--no-progress', '--no-config-hints'] },
  ];
  if (existsSync(knowledgeCompiler)) {
    steps.push({
      name: 'knowledge',
      command: ['node', knowledgeCompiler, '--check'],
      remedy: 'npm run knowledge',
    });
  }
  return steps;
}

/** A report left by an earlier run must never be read as this run's. */
export function forgetReports(): void {
  for (const report of Object.values(vitestReports))
    for (const file of [report, progressFileOf(report)]) rmSync(file, { force: true });
}

/** How far the tests of a step came; undefined when it is no step of tests, or none began. */
export function progressOf(step: string): Progress | undefined {
  const report = Object.entries(vitestReports).find(([name]) => name === step)?.[1];
  const text = report === undefined ? undefined : readIfThere(progressFileOf(report));
  return text === undefined ? undefined : progressFrom(text);
}

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What `npm test` adds: dates elsewhere on earth, running processes, then the whole product as a user meets it. */
export function fullSteps(): Step[] {
  return [
    vitestStep('tests of dates in other time zones', ['zone-*']),
    vitestStep('tests with a database or the program', ['program', 'server*']),
    vitestStep('full tests', ['full']),
  ];
}

function vitestStep(name: keyof typeof vitestReports, projects: readonly string[]): Step {
  return {
    name,
    command: [
      'vitest',
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/test-progress.ts',
      `--outputFile.json=${vitestReports[name]}`,
    ],
  };
}
