// Files that import each other in a circle, types included: neither can be understood without the other.

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
    .map(({ specifier }) => specifier)
    .filter((specifier) => specifier?.startsWith('.') === true)
    .map((specifier) => posix.join(posix.dirname(path), specifier ?? ''));
}
