// What `npm run check` checks, as data. The longest step comes first, so that the short ones fill the
// second core beside it. Adding a check is adding a row; nothing else knows the list.

import { existsSync, rmSync } from 'node:fs';
import type { Step } from './run-steps.ts';

/** Where vitest writes what it counted; made by the two vitest steps, read afterwards. */
export const everydayReport = 'test-results/everyday.json';
export const fullReport = 'test-results/full.json';

export const testsStepName = 'tests';
export const fullTestsStepName = 'full tests';

const knowledgeCompiler = 'packages/knowledge/scripts/compile.ts';

export function checkSteps(): Step[] {
  const steps: Step[] = [
    vitestStep(testsStepName, everydayReport, ['everyday', 'server', 'zone-*']),
    { name: 'types', command: ['tsc', '-p', '.'] },
    { name: 'types of the web app', command: ['tsc', '-p', 'packages/web'] },
    {
      name: 'format and lint',
      command: ['biome', 'ci', '--error-on-warnings', '--max-diagnostics=200', '.'],
      remedy: 'npx biome check --write .',
    },
    { name: 'promises', command: ['oxlint'] },
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
  for (const report of [everydayReport, fullReport]) rmSync(report, { force: true });
}

/** The suites that need the whole product and, sometimes, the system's own packages. */
export function fullSteps(): Step[] {
  return [vitestStep(fullTestsStepName, fullReport, ['full'])];
}

function vitestStep(name: string, report: string, projects: readonly string[]): Step {
  return {
    name,
    command: [
      'vitest',
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  };
}
