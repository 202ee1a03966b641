// Reads the test vectors: a header and plain cells.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type VectorRow = Readonly<Record<string, string>>;

export function readVectors(name: string): VectorRow[] {
  const text = readFileSync(join(import.meta.dirname, 'vectors', name), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((one, place) => [one, cells[place] ?? '']));
  });
}

/** The cell as a number; an absent or empty one is a mistake in the vectors. */
export function numberIn(row: VectorRow, name: string): number {
  const text = row[name];
  if (text === undefined || text === '' || Number.isNaN(Number(text))) throw new Error(`no number "${name}"`);
  return Number(text);
}
