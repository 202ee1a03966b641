import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LockFile, missingPlatforms, withPlatforms } from './lock-file.ts';

const lock: LockFile = {
  packages: {
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: {
        '@tool/linux-x64': '1.0.0',
        '@tool/linux-x64-musl': '1.0.0',
        '@tool/darwin-arm64': '1.0.0',
        'some-extra': '^2.0.0',
      },
    },
    'node_modules/@tool/linux-x64': { version: '1.0.0', dev: true, optional: true },
  },
};

test('a platform that the registry did not offer is added with its system and processor', () => {
  expect(missingPlatforms(lock)).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '1.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
    'node_modules/@tool/darwin-arm64': {
      version: '1.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    },
  });
  expect(missingPlatforms(withPlatforms(lock))).toEqual({});
});

const ours = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');

test('the lock file holds every platform, or npm ci would refuse it (mend with npm run lock)', () => {
  const parsed = JSON.parse(ours) as LockFile;
  expect(Object.keys(parsed.packages).length).toBeGreaterThan(20);
  expect(Object.keys(missingPlatforms(parsed))).toEqual([]);
});

test('the lock file names no registry, so that npm ci works with any', () => {
  expect(ours).not.toContain('"resolved": "http');
});
