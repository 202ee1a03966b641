// One pass over a report: words, the gaps between them, and every vocabulary hit, all in reusable typed
// arrays. It knows nothing of fractures; what a hit means is decided by the reader.

import type { Automaton } from './automaton.ts';
import {
  CLASS_COUNT,
  charClass,
  GAP,
  GAP_BASE,
  gapBit,
  HASH,
  PAIR_BASE,
  PERCENT,
  pairClasses,
  SKIP,
} from './char-class.ts';

/** The words of the report last scanned. Valid until the next scan with the same scanner. */
export class Scan {
  text = '';
  tokenCount = 0;
  /** Offsets of each word in the text: half-open. */
  start: Int32Array = new Int32Array(512);
  end: Int32Array = new Int32Array(512);
  /** Signs in the gap before word i; index tokenCount holds the gap after the last word. */
  gap: Int32Array = new Int32Array(513);
  /** 1 when the word begins with a digit. */
  numeric: Uint8Array = new Uint8Array(512);
  hitCount = 0;
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

  word(index: number): string {
    return this.text.slice(this.start[index], this.end[index]);
  }
}

function extended(array: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}

/** How a pattern ends up as positions: its number of words, and whether its ends are word ends. */
export interface PatternShape {
  readonly words: number;
  readonly letters: number;
  readonly opensWord: boolean;
  readonly closesWord: boolean;
}

export class Scanner {
  readonly scan: Scan = new Scan();
  private readonly automaton: Automaton;
  private readonly shapes: readonly PatternShape[];

  constructor(automaton: Automaton, shapes: readonly PatternShape[]) {
    this.automaton = automaton;
    this.shapes = shapes;
  }

  /** Reads the whole text. Linear in its length; memory grows with the longest text seen. */
  read(text: string): Scan {
    const { next } = this.automaton;
    const scan = this.scan;
    scan.text = text;
    scan.tokenCount = 0;
    scan.hitCount = 0;
    scan.gap[0] = 0;
    let state = Math.abs(next[GAP] as number);
    let inWord = false;
    let token = -1;
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const value = charClass[text.charCodeAt(i)] as number;
      if (value < HASH || (value > PERCENT && value < SKIP)) {
        if (!inWord) {
          inWord = true;
          token = this.openWord(i, value);
        }
        state = next[state + value] as number;
        if (state < 0) {
          state = -state;
          this.record(state, token, i + 1);
        }
      } else if (value >= GAP_BASE && value < PAIR_BASE) {
        if (inWord) {
          inWord = false;
          scan.end[token] = i;
          scan.gap[token + 1] = 0;
          state = next[state] as number;
          if (state < 0) {
            state = -state;
            this.record(state, token, i);
          }
        }
        const bit = 1 << (value - GAP_BASE);
        const at = token + 1;
        const before = scan.gap[at] as number;
        const isSecondLine =
          bit === gapBit.newline && (before & gapBit.newline) !== 0 && text.charCodeAt(i - 1) !== 13;
        scan.gap[at] = before | (isSecondLine ? gapBit.blankLine : bit);
      } else if (value === HASH || value === PERCENT) {
        state = this.readSign(i, value, state, inWord ? token : -1);
        token = scan.tokenCount - 1;
        inWord = false;
      } else if (value >= PAIR_BASE) {
        if (!inWord) {
          inWord = true;
          token = this.openWord(i, 1);
        }
        const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
        state = Math.abs(next[state + first] as number);
        state = next[state + second] as number;
        if (state < 0) {
          state = -state;
          this.record(state, token, i + 1);
        }
      }
    }
    if (inWord) {
      scan.end[token] = length;
      scan.gap[token + 1] = 0;
      state = next[state] as number;
      if (state < 0) this.record(-state, token, length);
    }
    return scan;
  }

  private openWord(at: number, value: number): number {
    const scan = this.scan;
    if (scan.tokenCount + 1 >= scan.start.length) scan.growTokens();
    const token = scan.tokenCount++;
    scan.start[token] = at;
    scan.end[token] = at;
    scan.numeric[token] = value >= 27 && value < HASH ? 1 : 0;
    return token;
  }

  /** # and % are words of their own whatever stands beside them. */
  private readSign(at: number, value: number, stateBefore: number, openToken: number): number {
    const { next } = this.automaton;
    const scan = this.scan;
    let state = stateBefore;
    if (openToken >= 0) {
      scan.end[openToken] = at;
      scan.gap[openToken + 1] = 0;
      state = next[state] as number;
      if (state < 0) {
        state = -state;
        this.record(state, openToken, at);
      }
    }
    const token = this.openWord(at, value);
    scan.end[token] = at + 1;
    scan.gap[token + 1] = 0;
    state = Math.abs(next[state + value] as number);
    state = next[state] as number;
    if (state < 0) {
      state = -state;
      this.record(state, token, at + 1);
    }
    return state;
  }

  private record(state: number, token: number, end: number): void {
    const { firstOutput, outputs } = this.automaton;
    const scan = this.scan;
    for (let o = firstOutput[state / CLASS_COUNT] as number; (outputs[o] as number) !== -1; o++) {
      const pattern = outputs[o] as number;
      const shape = this.shapes[pattern] as PatternShape;
      const first = token - shape.words + 1;
      const start = shape.opensWord ? (scan.start[first] as number) : end - shape.letters;
      const at = scan.hitCount;
      if (at >= scan.hitPattern.length) scan.growHits();
      scan.hitPattern[at] = pattern;
      scan.hitFirst[at] = first;
      scan.hitLast[at] = token;
      scan.hitStart[at] = start;
      scan.hitEnd[at] = end;
      scan.hitCount = at + 1;
    }
  }
}
