// The libraries as somebody else gets them: packed, installed in an empty folder, and the examples of their READMEs compiled
// against what was installed and run; what they print is what the README says they print.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraries, makeLibraryPackages } from '../../scripts/library-packages.ts';
import { type ReadmeExample, readmeExamples } from './readme-examples.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'breekpunt-libraries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, ...args: readonly string[]) {
  const done = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  return { status: done.status, says: done.stdout + done.stderr, out: done.stdout };
}

beforeAll(() => {
  expect(makeLibraryPackages(join(folder, 'made'))).toBeNull();
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "somebody-else", "private": true, "type": "module" }',
  );
  for (const name of libraries) expect(run('npm', 'pack', `./made/${name}`, '--silent').status).toBe(0);
  const files = libraries.map((name) => `./breekpunt-${name}-0.1.0.tgz`);
  const installed = run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', ...files);
  expect(installed.says).toBe('');
});

const examples = ['identify', 'investigate', 'intervene'].flatMap((library) =>
  readmeExamples(readFileSync(join(root, 'packages', library, 'README.md'), 'utf8')).map(
    (example, place) => [`${library}: ${example.title}`, `${library}-${place}.ts`, example] as const,
  ),
);

test('the READMEs hold examples, each with what it prints', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9);
  for (const [, , { prints }] of examples) expect(prints).not.toBe('');
});

test('what is installed is JavaScript with types, a README and a licence, and nothing of the tests', () => {
  for (const library of ['identify', 'investigate', 'intervene']) {
    const listed = run('npm', 'pack', `./made/${library}`, '--dry-run', '--json');
    const [{ files }] = JSON.parse(listed.out) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE']),
    );
    expect(paths.filter((path) => /\.test\.|fixture|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  }
});

describe('the examples', () => {
  test.each([
    ['nodenext', 'nodenext'],
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])(
    'compile against what is installed with every strictness on: module %s, resolution %s',
    (module, how) => {
      const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
      const { incremental: _, tsBuildInfoFile: __, ...strict } = compilerOptions;
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            ...strict,
            module,
            moduleResolution: how,
            lib: ['ES2023', 'DOM'],
            types: [],
            skipLibCheck: false,
            isolatedDeclarations: false,
          },
          include: ['*.ts'],
        }),
      );
      for (const [, file, { code }] of examples) writeFileSync(join(folder, file), code);
      const compiled = run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
      expect(compiled.says).toBe('');
      expect(compiled.status).toBe(0);
    },
  );

  test.each(examples)('%s prints what the README says', (_name, file, { code, prints }: ReadmeExample) => {
    writeFileSync(join(folder, file), code);
    const done = run(process.execPath, file);
    expect(done.says).toBe(prints);
  });
});
