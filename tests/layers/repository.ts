// Reads the packages of this repository for the layers test.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, SourceFile } from './violations.ts';

const root = join(import.meta.dirname, '../..');

export function readSourceFiles(): SourceFile[] {
  return globSync('packages/*/**/*.{ts,tsx,mts,js,jsx,mjs}', {
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
