// Reads the packages of this repository for the layers test.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, SourceFile } from './violations.ts';

const root = join(import.meta.dirname, '../..');

/** Every source file of every package. */
export function readSourceFiles(): SourceFile[] {
  return readFiles('packages/*/**/*.{ts,tsx,mts,js,jsx,mjs}');
}

/** Source files beside the packages: scripts, benchmarks, examples and tests of the whole. */
export function readOutsideFiles(): SourceFile[] {
  return readFiles('{scripts,bench,examples,tests}/**/*.{ts,tsx,mts,js,jsx,mjs}');
}

function readFiles(pattern: string): SourceFile[] {
  return globSync(pattern, {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**'],
  })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function readManifests(): Record<string, Manifest> {
  const paths = globSync('packages/*/package.json', { cwd: root });
  return Object.fromEntries(
    paths.map((path) => {
      const folder = path.replaceAll('\\', '/').split('/')[1] ?? '';
      return [folder, JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest];
    }),
  );
}
