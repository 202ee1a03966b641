// The ways people look for fractures today, each at its best: a list of keywords, one large regular
// expression, an Aho-Corasick package. All of them answer only whether a word is there.

import AhoCorasick from 'modern-ahocorasick';
import { allWords, headWords } from './patterns.ts';

export interface Searcher {
  readonly name: string;
  /** What is read from the text; a figure without this is not comparable. */
  readonly does: string;
  readonly detects: (text: string) => boolean;
}

export function searchers(): readonly Searcher[] {
  const heads = headWords();
  const words = allWords();
  const expression = new RegExp(heads.map(literal).join('|'), 'i');
  const everyWord = new RegExp(words.map(literal).join('|'), 'gi');
  const headMatcher = new AhoCorasick([...heads]);
  const wordMatcher = new AhoCorasick([...words]);
  const isHead = new Set(heads);
  return [
    {
      name: 'keyword search',
      does: `whether one of ${heads.length} fracture words occurs (indexOf)`,
      detects: (text) => {
        const lower = text.toLowerCase();
        return heads.some((word) => lower.indexOf(word) >= 0);
      },
    },
    {
      name: 'one RegExp',
      does: `whether one of ${heads.length} fracture words occurs`,
      detects: (text) => expression.test(text),
    },
    {
      name: 'one RegExp, all words',
      does: `all occurrences of ${words.length} words`,
      detects: (text) => {
        let found = false;
        for (const [word] of text.matchAll(everyWord)) if (isHead.has(word.toLowerCase())) found = true;
        return found;
      },
    },
    {
      name: 'modern-ahocorasick',
      does: `whether one of ${heads.length} fracture words occurs`,
      detects: (text) => headMatcher.match(text.toLowerCase()),
    },
    {
      name: 'modern-ahocorasick, all words',
      does: `all occurrences of ${words.length} words`,
      detects: (text) => wordMatcher.search(text.toLowerCase()).some(({ pattern }) => isHead.has(pattern)),
    },
  ];
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
