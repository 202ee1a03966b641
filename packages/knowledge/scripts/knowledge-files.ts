// Which files of a folder under knowledge/ belong to a topic, always in the same order. A folder that does not
// exist yet is an empty one: topics come one by one.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths relative to knowledge/, with forward slashes, sorted. */
export function knowledgeFiles(knowledgeDir: string, folder: string, ending: string): string[] {
  const root = join(knowledgeDir, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}
