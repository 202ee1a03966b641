// node packages/knowledge/scripts/hash-phrases.ts FILE…: adds the hashes of the eight-word runs of these texts to
// knowledge/content/foreign-phrases.txt. The texts themselves are not kept.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phraseHashes, readForeignPhrases } from './content-overlap.ts';

const knowledgeDir = join(import.meta.dirname, '../../../knowledge');
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Expected the text files whose phrases must not be repeated.');
  process.exitCode = 2;
} else {
  const known = new Set(readForeignPhrases(knowledgeDir));
  for (const file of files) for (const hash of phraseHashes(readFileSync(file, 'utf8'))) known.add(hash);
  writeFileSync(join(knowledgeDir, 'content/foreign-phrases.txt'), `${[...known].toSorted().join('\n')}\n`);
  console.log(`${known.size} phrases.`);
}
