// The programs that some test suites need from the operating system, and how they get there. Debian's
// packages only, installed quietly and only when a suite of this repository needs them and they are
// missing. Where that is not possible it says so and goes on: the suite itself then fails with its reason.

import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

export interface SystemPackage {
  /** Debian's name. */
  readonly name: string;
  /** A command that is there once the package is. */
  readonly provides: string;
  /** Files whose presence means that the package is needed. */
  readonly neededBy: string;
}

const systemPackages: readonly SystemPackage[] = [
  { name: 'chromium', provides: 'chromium', neededBy: 'tests/full/**/*.browser.test.ts' },
];

/** What this machine looks like, so that the decision can be tested without touching it. */
export interface Machine {
  hasFiles(pattern: string): boolean;
  hasCommand(name: string): boolean;
  readonly isRoot: boolean;
}

export type Plan =
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'install'; readonly names: readonly string[] }
  | { readonly kind: 'cannot'; readonly message: string };

export function planInstallation(wanted: readonly SystemPackage[], machine: Machine): Plan {
  const names = wanted
    .filter(({ neededBy }) => machine.hasFiles(neededBy))
    .filter(({ provides }) => !machine.hasCommand(provides))
    .map(({ name }) => name);
  if (names.length === 0) return { kind: 'nothing-to-do' };
  const list = names.join(' ');
  if (!machine.hasCommand('apt-get'))
    return {
      kind: 'cannot',
      message: `Some tests need ${list}; this system has no apt-get. Install it yourself.`,
    };
  if (!machine.isRoot)
    return {
      kind: 'cannot',
      message: `Some tests need ${list}. Run once: sudo apt-get install --no-install-recommends ${list}`,
    };
  return { kind: 'install', names };
}

export function installSystemPackages(): void {
  const plan = planInstallation(systemPackages, thisMachine);
  if (plan.kind === 'nothing-to-do') return;
  if (plan.kind === 'cannot') {
    console.log(plan.message);
    return;
  }
  console.log(`Installing ${plan.names.join(', ')} …`);
  apt(['update']);
  if (!apt(['install', '--yes', '--no-install-recommends', ...plan.names]))
    console.log(`apt-get could not install ${plan.names.join(', ')}; the tests that need it will fail.`);
}

function apt(args: readonly string[]): boolean {
  const run = spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (run.status !== 0) console.log(run.stderr);
  return run.status === 0;
}

const thisMachine: Machine = {
  hasFiles: (pattern) => globSync(pattern).length > 0,
  hasCommand: (name) => spawnSync('sh', ['-c', 'command -v "$0"', name]).status === 0,
  isRoot: process.getuid?.() === 0,
};
