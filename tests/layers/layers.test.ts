// The layers of the house, proved on every source file of every package. That the rules themselves bite
// is proved in violations.test.ts.

import { expect, test } from 'vitest';
import { importCycles } from './cycles.ts';
import { importsOf } from './imports.ts';
import { readManifests, readOutsideFiles, readSourceFiles } from './repository.ts';
import { readSourceText } from './source-text.ts';
import { manifestViolations, outsideViolations, violationsOf } from './violations.ts';

const files = readSourceFiles();
const outside = readOutsideFiles();
const manifests = readManifests();

test('the layers test saw every package, and enough files and imports to mean something', () => {
  const folders = new Set(files.map(({ path }) => path.split('/')[1] ?? ''));
  expect([...folders].toSorted()).toEqual(Object.keys(manifests).toSorted());
  expect(files.length).toBeGreaterThanOrEqual(10);
  expect(files.flatMap((file) => importsOf(readSourceText(file.text))).length).toBeGreaterThanOrEqual(10);
});

test('every static import that stands at the start of a line is seen', () => {
  const missed = files.filter(({ text }) => {
    const { code } = readSourceText(text);
    const starts = [...code.matchAll(/^import\s+(?!\()[^;]*?;/gm)].length;
    return importsOf(readSourceText(text)).length < starts;
  });
  expect(missed.map(({ path }) => path)).toEqual([]);
});

test('no file imports to the right, past a public surface, or what its package does not declare', () => {
  expect(files.flatMap((file) => violationsOf(file, manifests))).toEqual([]);
});

test('scripts, examples and tests of the whole use packages by name', () => {
  expect(outside.length).toBeGreaterThanOrEqual(10);
  expect(outside.flatMap(outsideViolations)).toEqual([]);
});

test('no package.json depends on a package to its right', () => {
  const found = Object.entries(manifests).flatMap(([folder, one]) => manifestViolations(folder, one));
  expect(found).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(importCycles([...files, ...outside]).map((cycle) => cycle.join(' → '))).toEqual([]);
});
