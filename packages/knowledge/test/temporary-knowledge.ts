// A knowledge/ folder of a test's own, deleted when the test ends. Every folder begins with two sources, one
// confirmed and one not, because everything cites.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Compiled, Problem } from '../scripts/problem.ts';

export const twoSources = `
sources:
  - id: read-guideline
    title: A guideline that was read
    publisher: A society
    url: https://example.org/guideline
    kind: guideline
    read-on: 2026-11-21
    basis: full-text
  - id: heard-of
    title: A table nobody has read
    publisher: A society
    url: https://example.org/table
    kind: standard
    read-on: 2026-11-21
    basis: unread
    confirmed: no
`;

/** Writes the files (path → text) and gives the folder. */
export function temporaryKnowledge(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'sources.yaml': twoSources, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** "rules/topic.md, line 3 (CF1): message", as the command prints them. */
export function printed({ problems }: Pick<Compiled, 'problems'>): string[] {
  return problems.map(({ file, place, message }: Problem) => `${file}, ${place}: ${message}`);
}
