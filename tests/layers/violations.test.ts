import { describe, expect, test } from 'vitest';
import { importCycles } from './cycles.ts';
import { importsOf } from './imports.ts';
import { readSourceText } from './source-text.ts';
import { type Manifest, manifestViolations, outsideViolations, violationsOf } from './violations.ts';

const all = ['core', 'knowledge', 'identify', 'integrate', 'server', 'cli', 'web'];
const everything = Object.fromEntries(all.map((name) => [`@breekpunt/${name}`, '0.1.0']));
const manifests: Record<string, Manifest> = Object.fromEntries(
  all.map((name) => [name, { dependencies: { ...everything, fflate: '1' } }]),
);

function problems(path: string, text: string, with_ = manifests): string[] {
  return violationsOf({ path: `packages/${path}`, text }, with_);
}

describe('files that must fail', () => {
  test.each([
    ['an import to the right', 'core/src/a.ts', "import { x } from '@breekpunt/identify';", 'to the right'],
    [
      'a type import to the right',
      'core/src/a.ts',
      "import type { X } from '@breekpunt/cli';",
      'to the right',
    ],
    ['a re-export to the right', 'core/src/a.ts', "export { x } from '@breekpunt/server';", 'to the right'],
    ['a dynamic import to the right', 'core/src/a.ts', "await import('@breekpunt/cli');", 'to the right'],
    [
      'a type taken by import() to the right',
      'core/src/a.ts',
      "let a: import('@breekpunt/cli').X;",
      'to the right',
    ],
    ['a test that imports to the right', 'core/src/a.test.ts', "import '@breekpunt/cli';", 'to the right'],
    [
      'an import over several lines',
      'core/src/a.ts',
      "import {\n  a,\n  b,\n} from '@breekpunt/cli';",
      'to the right',
    ],
    [
      'a path into another package',
      'cli/src/a.ts',
      "import { x } from '../../core/src/x.ts';",
      'leaves its package',
    ],
    [
      'a path to the data folder',
      'knowledge/src/a.ts',
      "import x from '../../../knowledge/x.json';",
      'leaves',
    ],
    ['an absolute path', 'cli/src/a.ts', "import '/tmp/x.ts';", 'absolute path'],
    ['a deep import', 'cli/src/a.ts', "import { x } from '@breekpunt/core/src/x.ts';", 'reaches into'],
    ['its own package by name', 'core/src/a.ts', "import { x } from '@breekpunt/core';", 'its own package'],
    ['a room nobody declared', 'utils/src/a.ts', '', 'is not a room'],
    [
      'a node: module in a pure package',
      'core/src/a.ts',
      "import { readFileSync } from 'node:fs';",
      'is pure',
    ],
    ['a node module without its prefix', 'identify/src/a.ts', "import fs from 'fs';", 'is pure'],
    ['a computed import in a pure package', 'core/src/a.ts', 'await import(name);', 'computed'],
    ['the environment', 'core/src/a.ts', 'const a = process.env;', 'process'],
    ['the environment, taken apart', 'core/src/a.ts', 'const { env } = process;', 'process'],
    ['the clock', 'core/src/a.ts', 'const a = Date.now();', 'Date.now'],
    ['the clock as a date', 'identify/src/a.ts', 'const a = new Date();', 'new Date()'],
    ['the clock as a date without brackets', 'identify/src/a.ts', 'const a = new Date;', 'new Date()'],
    ['the clock as a string', 'identify/src/a.ts', 'const a = Date();', 'Date()'],
    ['randomness', 'core/src/a.ts', 'const a = Math.random();', 'Math.random'],
    ['the network', 'integrate/src/a.ts', "await fetch('https://example.org');", 'fetch'],
    ['the console', 'core/src/a.ts', "console.log('x');", 'console'],
    ['the clock inside a template', 'core/src/a.ts', `const a = \`at $\{Date.now()} sharp\`;`, 'Date.now'],
    [
      'the server running in the browser',
      'web/src/a.ts',
      "import { x } from '@breekpunt/server';",
      'types only',
    ],
    [
      'the command line in the browser',
      'web/src/a.ts',
      "import type { X } from '@breekpunt/cli';",
      'to the right',
    ],
  ])('%s', (_name, path, text, expected) => {
    expect(problems(path, text)).toEqual([expect.stringContaining(expected)]);
  });

  test('a workspace package that package.json does not declare', () => {
    const bare = { ...manifests, cli: {} };
    expect(problems('cli/src/a.ts', "import { x } from '@breekpunt/core';", bare)).toEqual([
      expect.stringContaining('does not declare'),
    ]);
  });

  test('a part of a package under a name that its package.json does not show', () => {
    const shown = { ...manifests, core: { exports: { '.': './src/index.ts', './dates': './src/dates.ts' } } };
    expect(problems('cli/src/a.ts', "import { x } from '@breekpunt/core/dates';", shown)).toEqual([]);
    expect(problems('cli/src/a.ts', "import { x } from '@breekpunt/core/units';", shown)).toEqual([
      expect.stringContaining('reaches into'),
    ]);
  });

  test('a library that package.json declares for development only', () => {
    const dev = { ...manifests, cli: { devDependencies: { fflate: '1' } } };
    expect(problems('cli/src/a.ts', "import { x } from 'fflate/node';", dev)).toEqual([
      expect.stringContaining('imports fflate, which packages/cli/package.json does not declare'),
    ]);
  });

  test('a benchmark that reaches into a package', () => {
    const reach = (text: string): string[] => outsideViolations({ path: 'bench/speed.ts', text });
    expect(reach("import { x } from '../packages/core/src/x.ts';")).toHaveLength(1);
    expect(reach("import { x } from '@breekpunt/core/src/x.ts';")).toHaveLength(1);
    expect(reach("import { x } from '@breekpunt/core';\nimport { y } from './y.ts';")).toEqual([]);
  });

  test('a package.json that depends to the right', () => {
    expect(manifestViolations('core', { devDependencies: { '@breekpunt/cli': '0.1.0' } })).toHaveLength(1);
  });

  test('files that need each other to run, by whatever kind of import', () => {
    const cycles = importCycles([
      { path: 'packages/core/src/a.ts', text: "import { b } from './b.ts';" },
      { path: 'packages/core/src/b.ts', text: "export { c } from './deep/c.ts';" },
      { path: 'packages/core/src/deep/c.ts', text: "await import('../a.ts');" },
    ]);
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toHaveLength(4);
  });
});

describe('files that must pass', () => {
  test.each([
    ['an import to the left', 'identify/src/a.ts', "import { x } from '@breekpunt/core';"],
    ['a neighbour file', 'core/src/deep/a.ts', "import { x } from '../b.ts';"],
    ['a declared library', 'cli/src/a.ts', "import { x } from 'fflate/node';"],
    ['node: in the command line', 'cli/src/a.ts', "import { x } from 'node:fs'; process.exitCode = 1;"],
    ['node: in a test', 'core/src/a.test.ts', "import { x } from 'node:fs'; Date.now();"],
    [
      'node: and a tool in a script',
      'knowledge/scripts/a.ts',
      "import 'node:fs'; import 'yaml'; process.exit();",
    ],
    [
      'a date made from an argument',
      'core/src/a.ts',
      'const a = new Date(iso); const b = Date.UTC(2026, 0);',
    ],
    ['words in comments', 'core/src/a.ts', "// Date.now() and import '@breekpunt/cli'\n/* fetch() */"],
    ['words in strings', 'core/src/a.ts', 'const a = "process.env"; const b = `Math.random()`;'],
    ['words in regular expressions', 'core/src/a.ts', 'const a = /[\'"`]process.env/; const b = 1 / 2;'],
    ['a property called process', 'core/src/a.ts', 'const a = x.process; const b = { process: 1 };'],
    ['a type of the server in the browser', 'web/src/a.ts', "import type { X } from '@breekpunt/server';"],
  ])('%s', (_name, path, text) => {
    expect(problems(path, text)).toEqual([]);
  });

  test('two files of which one needs only a type of the other are no circle', () => {
    const cycles = importCycles([
      { path: 'table.ts', text: "import { row } from './row.ts';" },
      { path: 'row.ts', text: "import type { Row } from './table.ts';" },
    ]);
    expect(cycles).toEqual([]);
  });

  test('files that share a third one are no circle', () => {
    const cycles = importCycles([
      { path: 'a.ts', text: "import './c.ts'; import './b.ts';" },
      { path: 'b.ts', text: "import './c.ts';" },
      { path: 'c.ts', text: '' },
    ]);
    expect(cycles).toEqual([]);
  });
});

test('an apostrophe in the text of a page hides no import after it', () => {
  const page =
    "const a = <p>don't</p>;\nimport { b } from './b.ts';\n" +
    'const c = `$' +
    '{`$' +
    '{1}`}`;\n' +
    "import './d.ts';";
  expect(importsOf(readSourceText(page)).map(({ specifier, line }) => [specifier, line])).toEqual([
    ['./b.ts', 2],
    ['./d.ts', 4],
  ]);
});

test('a file whose default import is called type is no type import', () => {
  const found = importsOf(readSourceText("import type from 'x';\nimport type { A } from 'y';"));
  expect(found.map(({ typeOnly }) => typeOnly)).toEqual([false, true]);
});
