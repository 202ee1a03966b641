// Nobody else's sentences: eight words in a row that also stand in a text of others are a problem. Decision: the texts of
// others are not ours to keep, so only hashes of their eight-word runs are, in knowledge/content/foreign-phrases.txt, one a
// line; `node packages/knowledge/scripts/hash-phrases.ts FILE…` writes them. A list that is missing or empty checks nothing,
// and the compiler says so.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GuideContent, guideLanguages } from '../src/guide-content.ts';
import { everyText, problem } from './content-lint-words.ts';
import type { Problem } from './problem.ts';

const runLength = 8;

/** 16 hexadecimal digits for every run of eight words, case and marks left aside. */
export function phraseHashes(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const starts = Math.max(0, words.length - runLength + 1);
  return Array.from({ length: starts }, (_, start) =>
    createHash('sha256')
      .update(words.slice(start, start + runLength).join(' '))
      .digest('hex')
      .slice(0, 16),
  );
}

export function readForeignPhrases(knowledgeDir: string): ReadonlySet<string> {
  const file = join(knowledgeDir, 'content', 'foreign-phrases.txt');
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.filter((line) => /^[0-9a-f]{16}$/.test(line)));
}

export function lintOverlap(content: GuideContent, foreign: ReadonlySet<string>): Problem[] {
  if (foreign.size === 0) return [];
  return guideLanguages.flatMap((language) =>
    everyText(content, language).flatMap(({ id, lines }) =>
      lines.some((line) => phraseHashes(line).some((hash) => foreign.has(hash)))
        ? [
            problem(
              language,
              id,
              `${runLength} words in a row also stand in a text of others; say it in our own`,
            ),
          ]
        : [],
    ),
  );
}
