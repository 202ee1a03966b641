// The checked-in results under src/generated/: reading, comparing and writing them.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionFile } from './compile-all.ts';

const versionName = 'version.json';

/** File name → text of all generated files but version.json. */
export function readGenerated(generatedDir: string): Record<string, string> {
  mkdirSync(generatedDir, { recursive: true });
  const names = readdirSync(generatedDir).filter((name) => name.endsWith('.json') && name !== versionName);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(generatedDir, name), 'utf8')]));
}

/** What differs between the generated files and what knowledge/ compiles to, one sentence each. */
export function staleFiles(generatedDir: string, compiled: Readonly<Record<string, string>>): string[] {
  const found = readGenerated(generatedDir);
  const names = [...new Set([...Object.keys(found), ...Object.keys(compiled)])].sort();
  const stale = names.flatMap((name) => {
    if (found[name] === compiled[name]) return [];
    if (compiled[name] === undefined) return [`${name}: no topic produces it; delete it`];
    return [`${name}: ${found[name] === undefined ? 'missing' : 'older than knowledge/'}`];
  });
  return versionIs(generatedDir, versionFile(compiled))
    ? stale
    : [...stale, `${versionName}: another version`];
}

/** Writes the files given, leaves the others as they are, and renews the version. Returns the names written. */
export function writeGenerated(generatedDir: string, compiled: Readonly<Record<string, string>>): string[] {
  const before = readGenerated(generatedDir);
  const changed = Object.keys(compiled).filter((name) => before[name] !== compiled[name]);
  for (const name of changed) writeFileSync(join(generatedDir, name), compiled[name] ?? '');
  const version = versionFile({ ...before, ...compiled });
  if (versionIs(generatedDir, version)) return changed;
  writeFileSync(join(generatedDir, versionName), version);
  return [...changed, versionName];
}

function versionIs(generatedDir: string, text: string): boolean {
  try {
    return readFileSync(join(generatedDir, versionName), 'utf8') === text;
  } catch {
    return false;
  }
}
