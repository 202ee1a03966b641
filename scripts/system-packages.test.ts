import { expect, test } from 'vitest';
import { type Machine, planInstallation, type SystemPackage } from './system-packages.ts';

const wanted: readonly SystemPackage[] = [
  { name: 'chromium', provides: 'chromium', neededBy: 'tests/full/**/*.browser.test.ts' },
];

function machine(commands: readonly string[], isRoot: boolean, hasSuite = true): Machine {
  return { hasCommand: (name) => commands.includes(name), hasFiles: () => hasSuite, isRoot };
}

test('nothing is installed when no suite needs it, or when it is there already', () => {
  expect(planInstallation(wanted, machine(['apt-get'], true, false))).toEqual({ kind: 'nothing-to-do' });
  expect(planInstallation(wanted, machine(['chromium'], false))).toEqual({ kind: 'nothing-to-do' });
});

test('root on Debian installs what is missing', () => {
  expect(planInstallation(wanted, machine(['apt-get'], true))).toEqual({
    kind: 'install',
    names: ['chromium'],
  });
});

test('an ordinary user and a system without apt-get are told what to install', () => {
  expect(planInstallation(wanted, machine(['apt-get'], false))).toMatchObject({
    kind: 'cannot',
    message: expect.stringContaining('sudo apt-get install --no-install-recommends chromium'),
  });
  expect(planInstallation(wanted, machine([], true))).toMatchObject({ kind: 'cannot' });
});
