// One text for one content: keys in alphabetical order, lists as they are. So the order in which an author writes
// the keys changes neither the generated files nor the version of the knowledge.

import { createHash } from 'node:crypto';

/** With a line per value, so that a change of knowledge is readable as a difference. */
export function canonicalJson(content: unknown): string {
  return `${JSON.stringify(withSortedKeys(content), null, 1)}\n`;
}

/** The version of a set of files: 16 hexadecimal digits of the SHA-256 over their names and content. */
export function versionOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) hash.update(JSON.stringify([name, files[name]]));
  return hash.digest('hex').slice(0, 16);
}

function withSortedKeys(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(withSortedKeys);
  if (typeof content !== 'object' || content === null) return content;
  const sorted = Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, withSortedKeys(value)]));
}
