// One pass over a report: words, the gaps between them, and every vocabulary hit, all in reusable typed
// arrays. It knows nothing of fractures; what a hit means is decided by the reader.

import type { PatternSet } from '../lexicon.ts';
import {
  CLASS_COUNT,
  charClass,
  FIRST_DIGIT,
  GAP,
  GAP_BASE,
  gapBit,
  HASH,
  PAIR_BASE,
  pairClasses,
  SIGN_BASE,
  SKIP,
} from './char-class.ts';

/** The words of the report last scanned, and the hits in them. Valid until the next scan. */
export class Scan {
  text = '';
  tokenCount = 0;
  /** Offsets of each word in the text: half-open. */
  start: Int32Array = new Int32Array(512);
  end: Int32Array = new Int32Array(512);
  /** Letters of each word as the vocabulary counts them (œ is two, a combining accent none). */
  letters: Int32Array = new Int32Array(512);
  /** Signs in the gap before word i; index tokenCount holds the gap after the last word. */
  gap: Int32Array = new Int32Array(513);
  /** 1 when the word begins with a digit. */
  numeric: Uint8Array = new Uint8Array(512);
  hitCount = 0;
  /** Number of each hit's pattern in the lexicon. */
  hitPattern: Int32Array = new Int32Array(256);
  /** First and last word of each hit, and its exact offsets (inside a word for compound parts). */
  hitFirst: Int32Array = new Int32Array(256);
  hitLast: Int32Array = new Int32Array(256);
  hitStart: Int32Array = new Int32Array(256);
  hitEnd: Int32Array = new Int32Array(256);

  growTokens(): void {
    const size = this.start.length * 2;
    this.start = extended(this.start, size);
    this.end = extended(this.end, size);
    this.letters = extended(this.letters, size);
    this.gap = extended(this.gap, size + 1);
    const numeric = new Uint8Array(size);
    numeric.set(this.numeric);
    this.numeric = numeric;
  }

  growHits(): void {
    const size = this.hitPattern.length * 2;
    this.hitPattern = extended(this.hitPattern, size);
    this.hitFirst = extended(this.hitFirst, size);
    this.hitLast = extended(this.hitLast, size);
    this.hitStart = extended(this.hitStart, size);
    this.hitEnd = extended(this.hitEnd, size);
  }

  /** Adds the hits of another scan of the same text (another language's vocabulary). */
  addHits(other: Scan): void {
    for (let hit = 0; hit < other.hitCount; hit++) {
      const at = this.hitCount;
      if (at >= this.hitPattern.length) this.growHits();
      this.hitPattern[at] = other.hitPattern[hit] as number;
      this.hitFirst[at] = other.hitFirst[hit] as number;
      this.hitLast[at] = other.hitLast[hit] as number;
      this.hitStart[at] = other.hitStart[hit] as number;
      this.hitEnd[at] = other.hitEnd[hit] as number;
      this.hitCount = at + 1;
    }
  }

  word(index: number): string {
    return this.text.slice(this.start[index], this.end[index]);
  }
}

function extended(array: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}

export class Scanner {
  readonly scan: Scan = new Scan();
  private readonly set: PatternSet;
  /** Of each pattern, side by side, so that noting a hit follows no pointer. */
  private readonly words: Uint16Array;
  private readonly letterCounts: Uint16Array;
  private readonly firstLetters: Uint16Array;

  constructor(set: PatternSet) {
    this.set = set;
    const count = set.patterns.length;
    this.words = new Uint16Array(count);
    this.letterCounts = new Uint16Array(count);
    this.firstLetters = new Uint16Array(count);
    set.patterns.forEach((pattern, local) => {
      this.words[local] = pattern.words;
      this.letterCounts[local] = pattern.letters;
      this.firstLetters[local] = pattern.firstLetters;
    });
  }

  /** Reads the whole text. Linear in its length; memory grows with the longest text seen. */
  read(text: string): Scan {
    const { next, firstEnding } = this.set.automaton;
    const scan = this.scan;
    scan.text = text;
    scan.tokenCount = 0;
    scan.hitCount = 0;
    scan.gap[0] = 0;
    let state = next[GAP] as number;
    let inWord = false;
    let token = -1;
    let letters = 0;
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const value = charClass[text.charCodeAt(i)] as number;
      if (value < SKIP) {
        if (!inWord) {
          inWord = true;
          letters = 0;
          token = this.openWord(i, value);
        }
        letters++;
        state = next[state * CLASS_COUNT + value] as number;
        if (state >= firstEnding) this.record(state, token, i + 1, letters);
      } else if (value >= GAP_BASE && value < PAIR_BASE) {
        if (inWord) {
          inWord = false;
          state = this.closeWord(token, i, letters, state);
        }
        const bit = 1 << (value - GAP_BASE);
        const at = token + 1;
        const before = scan.gap[at] as number;
        const isSecondLine =
          bit === gapBit.newline && (before & gapBit.newline) !== 0 && text.charCodeAt(i - 1) !== 13;
        scan.gap[at] = before | (isSecondLine ? gapBit.blankLine : bit);
      } else if (value >= PAIR_BASE) {
        if (!inWord) {
          inWord = true;
          letters = 0;
          token = this.openWord(i, 1);
        }
        letters += 2;
        const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
        state = next[(next[state * CLASS_COUNT + first] as number) * CLASS_COUNT + second] as number;
        if (state >= firstEnding) this.record(state, token, i + 1, letters);
      } else if (value > SKIP) {
        if (inWord) state = this.closeWord(token, i, letters, state);
        inWord = false;
        token = this.openWord(i, value);
        state = next[state * CLASS_COUNT + value - SIGN_BASE] as number;
        state = this.closeWord(token, i + 1, 1, state);
      }
    }
    if (inWord) this.closeWord(token, length, letters, state);
    return scan;
  }

  private openWord(at: number, value: number): number {
    const scan = this.scan;
    if (scan.tokenCount + 1 >= scan.start.length) scan.growTokens();
    const token = scan.tokenCount++;
    scan.start[token] = at;
    scan.end[token] = at;
    scan.numeric[token] = value >= FIRST_DIGIT && value < HASH ? 1 : 0;
    return token;
  }

  /** Ends the word, feeds the one gap between words, and gives the state after it. */
  private closeWord(token: number, end: number, letters: number, before: number): number {
    const scan = this.scan;
    scan.end[token] = end;
    scan.letters[token] = letters;
    scan.gap[token + 1] = 0;
    const { next, firstEnding } = this.set.automaton;
    const state = next[before * CLASS_COUNT + GAP] as number;
    if (state >= firstEnding) this.record(state, token, end, letters);
    return state;
  }

  /** Notes every pattern that ends in this state; `letters` counts those of the last word so far. */
  private record(state: number, token: number, end: number, letters: number): void {
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    const { offset } = this.set;
    const { words, letterCounts, firstLetters } = this;
    const scan = this.scan;
    for (let node = state; node > 0; node = shorter[node] as number)
      for (let local = firstPattern[node] as number; local !== -1; local = nextPattern[local] as number) {
        const wordCount = words[local] as number;
        const first = token - wordCount + 1;
        const wordLetters = wordCount === 1 ? letters : (scan.letters[first] as number);
        let start = scan.start[first] as number;
        if (wordLetters > (firstLetters[local] as number))
          start = Math.max(
            start,
            wordCount === 1
              ? end - (letterCounts[local] as number)
              : (scan.end[first] as number) - (firstLetters[local] as number),
          );
        const at = scan.hitCount;
        if (at >= scan.hitPattern.length) scan.growHits();
        scan.hitPattern[at] = offset + local;
        scan.hitFirst[at] = first;
        scan.hitLast[at] = token;
        scan.hitStart[at] = start;
        scan.hitEnd[at] = end;
        scan.hitCount = at + 1;
      }
  }
}
