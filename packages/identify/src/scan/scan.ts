// One report as it is scanned: its words, the gaps between them, the letters as classes, and every vocabulary hit, all
// in reusable typed arrays. It knows nothing of fractures; what a hit means is decided by the reader.

import type { PatternSet } from '../lexicon.ts';

/** The hits of one vocabulary: those from…to − 1. */
export interface HitRun {
  readonly set: PatternSet;
  readonly from: number;
  readonly to: number;
}

/** The words of the report last read, and the hits in them. Valid until the next report. */
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
  /** 1 when a unit of the word reads as two letters or as none, so that letters and units do not run in step. */
  uneven: Uint8Array = new Uint8Array(512);
  /** The classes of all words in order, a GAP after each; and where each word begins among them. */
  symbols: Uint8Array = new Uint8Array(4096);
  symbolStart: Int32Array = new Int32Array(513);
  hitCount = 0;
  /** Number of each hit's pattern in the lexicon. */
  hitPattern: Int32Array = new Int32Array(256);
  /** First and last word of each hit, and its exact offsets (inside a word for compound parts). */
  hitFirst: Int32Array = new Int32Array(256);
  hitLast: Int32Array = new Int32Array(256);
  hitStart: Int32Array = new Int32Array(256);
  hitEnd: Int32Array = new Int32Array(256);
  runs: HitRun[] = [];

  growTokens(): void {
    const size = this.start.length * 2;
    this.start = extended(this.start, size);
    this.end = extended(this.end, size);
    this.gap = extended(this.gap, size + 1);
    this.symbolStart = extended(this.symbolStart, size + 1);
    this.numeric = extendedBytes(this.numeric, size);
    this.uneven = extendedBytes(this.uneven, size);
  }

  growHits(): void {
    const size = this.hitPattern.length * 2;
    this.hitPattern = extended(this.hitPattern, size);
    this.hitFirst = extended(this.hitFirst, size);
    this.hitLast = extended(this.hitLast, size);
    this.hitStart = extended(this.hitStart, size);
    this.hitEnd = extended(this.hitEnd, size);
  }

  forgetHits(): void {
    this.hitCount = 0;
    this.runs = [];
  }

  /** Letters of a word as the vocabulary counts them (œ is two, a combining accent none). */
  lettersOf(token: number): number {
    return (this.symbolStart[token + 1] as number) - (this.symbolStart[token] as number) - 1;
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

function extendedBytes(array: Uint8Array, size: number): Uint8Array {
  const larger = new Uint8Array(size);
  larger.set(array);
  return larger;
}
