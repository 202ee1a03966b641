// How easy a text is to read, by the formulas of the field. Decision: syllables are counted by groups of vowels and by a
// hyphenation library, and the greater counts: hyphenation leaves out breaks near the ends of a word. A formula is a weak
// measure: it is a gate, not an editor. What it does not do: judge words; that is content-lint-words.ts.

import hyphenNl from 'hyphen/nl/index.js';

export interface Readability {
  readonly sentences: number;
  readonly words: number;
  /** Words a sentence. */
  readonly meanSentence: number;
  readonly longestSentence: number;
  /** 206.835 - 0.93 words a sentence - 77 syllables a word; 60 to 70 normal, above easier. Dutch only. */
  readonly fleschDouma: number;
  /** 195 - 2 words a sentence - 66.67 syllables a word; Dutch only. */
  readonly readingIndexA: number;
}

/** `lines`: paragraphs or items; each ends a sentence, with or without a full stop. */
export function readability(lines: readonly string[]): Readability {
  const sentences = lines
    .flatMap(sentencesOf)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + dutchSyllables(word), 0);
  const meanSentence = words.length / Math.max(1, sentences.length);
  const perWord = syllables / Math.max(1, words.length);
  return {
    sentences: sentences.length,
    words: words.length,
    meanSentence,
    longestSentence: Math.max(0, ...sentences.map(({ length }) => length)),
    fleschDouma: 206.835 - 0.93 * meanSentence - 77 * perWord,
    readingIndexA: 195 - 2 * meanSentence - 66.67 * perWord,
  };
}

function sentencesOf(line: string): readonly string[] {
  return line.split(/(?<=[.!?:])\s+/);
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];
}

// Longest first: what is said in one breath.
const vowels = /aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ei|ij|ui|ou|au|[aeiouyáéíóúàèêâîôûäëïöü]/g;

/** At least 1. An abbreviation in capitals is spelt; a number counts as one. */
export function dutchSyllables(word: string): number {
  if (/^\p{Lu}{2,5}$/u.test(word)) return word.length;
  const small = word.toLowerCase();
  const groups = small.match(vowels)?.length ?? 0;
  const parts = hyphenNl.hyphenateSync(small, { hyphenChar: '|' }).split('|').length;
  return Math.max(1, groups, parts);
}
