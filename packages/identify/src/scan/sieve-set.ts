// The head words and language words of all languages, made ready for the first pass over a report. Of each text only
// what that pass asks is kept: the language it speaks for, and whether it is a head word.

import { languages } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { Automaton } from './automaton.ts';
import { GAP } from './char-class.ts';
import { PatternTree } from './pattern-tree.ts';
import type { Spellings } from './spellings.ts';

export interface SieveSet {
  readonly automaton: Automaton;
  /** For each pattern, the index of the one language it speaks for; −1 when none or several have it. */
  readonly spoken: Int8Array;
  /** 1: a head word; 2: one that is also a section heading ("IMPRESSION:"); 0: neither. */
  readonly heads: Uint8Array;
  /** Words of each pattern. */
  readonly words: Uint8Array;
}

const NO_LANGUAGE = -1;
const SEVERAL = -2;

export function sieveSetOf(rows: readonly VocabularyRow[], spellings: Spellings): SieveSet {
  const tree = new PatternTree();
  const nodes: number[] = [];
  const spoken: number[] = [];
  const heads: number[] = [];
  const words: number[] = [];
  const patternOf = new Map<number | string, number>();
  for (const row of rows) {
    if (row.role !== 'head' && row.role !== 'language') continue;
    const language = row.lang === 'any' ? NO_LANGUAGE : languages.indexOf(row.lang);
    const head = row.role === 'head' ? 1 : 0;
    for (const text of spellings.of(row)) {
      const length = tree.write(text);
      const node = tree.insert(tree.classes, length, opensWord(row), closesWord(row));
      // Texts of the same letters whose upper and lower case count are patterns of their own.
      const key = row.exact === true ? `${node} ${text}` : node;
      const known = patternOf.get(key);
      if (known === undefined) {
        patternOf.set(key, nodes.length);
        nodes.push(node);
        spoken.push(language);
        heads.push(head);
        words.push(wordsIn(tree.classes, length));
      } else {
        const before = spoken[known] as number;
        heads[known] = (heads[known] as number) | head;
        if (before === NO_LANGUAGE) spoken[known] = language;
        else if (language !== NO_LANGUAGE && language !== before) spoken[known] = SEVERAL;
      }
    }
  }
  const set = {
    automaton: new Automaton(tree, nodes),
    spoken: Int8Array.from(spoken, (language) => Math.max(NO_LANGUAGE, language)),
    heads: Uint8Array.from(heads),
    words: Uint8Array.from(words),
  };
  markHeadings(rows, tree, set);
  return set;
}

function markHeadings(rows: readonly VocabularyRow[], tree: PatternTree, set: SieveSet): void {
  const { firstPattern, nextPattern } = set.automaton;
  for (const row of rows) {
    if (row.role !== 'section') continue;
    for (const text of row.text) {
      const length = tree.write(text);
      for (const opens of [true, false])
        for (const closes of [true, false]) {
          let pattern = firstPattern[tree.find(tree.classes, length, opens, closes)] as number;
          for (; pattern !== -1; pattern = nextPattern[pattern] as number)
            if (set.heads[pattern] === 1) set.heads[pattern] = 2;
        }
    }
  }
}

export function opensWord({ join }: VocabularyRow): boolean {
  return join === 'word' || join === 'prefix';
}

export function closesWord({ join }: VocabularyRow): boolean {
  return join === 'word' || join === 'suffix';
}

function wordsIn(classes: Uint8Array, length: number): number {
  let words = 1;
  for (let i = 0; i < length; i++) if (classes[i] === GAP) words++;
  return words;
}
