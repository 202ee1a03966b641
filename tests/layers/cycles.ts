// Files that need each other to run: which one is ready first then depends on who asks. Imports of types
// alone are left out, because nothing of them runs: a table may say what its rows look like to the rows.

import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import { readSourceText } from './source-text.ts';
import type { SourceFile } from './violations.ts';

/** Each circle once, as the paths along it; the first path is repeated at the end. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map((file) => [file.path, relativeTargets(file)]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    state.set(path, 'open');
    for (const target of targets.get(path) ?? []) {
      const along = [...trail, path];
      if (state.get(target) === 'open') cycles.push([...along.slice(along.indexOf(target)), target]);
      else if (state.get(target) === undefined && targets.has(target)) visit(target, along);
    }
    state.set(path, 'done');
  };
  for (const { path } of files) if (state.get(path) === undefined) visit(path, []);
  return cycles;
}

function relativeTargets({ path, text }: SourceFile): string[] {
  return importsOf(readSourceText(text))
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ specifier = '' }) => specifier)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}
