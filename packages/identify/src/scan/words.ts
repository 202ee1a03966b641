// Cuts a report into words and gaps in one pass, and writes down the classes of its letters, so that every vocabulary
// that is searched in it reads those instead of the text.

import {
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
import type { Scan } from './scan.ts';

/** A unit that reads as two letters, and the gap behind it. */
const MOST_SYMBOLS_A_UNIT = 3;

/** Fills the scan with the words of this text; hits of the text before are forgotten. */
export function readWords(scan: Scan, text: string): void {
  const length = text.length;
  scan.text = text;
  scan.tokenCount = 0;
  scan.forgetHits();
  scan.gap[0] = 0;
  if (scan.symbols.length < length * MOST_SYMBOLS_A_UNIT)
    scan.symbols = new Uint8Array(length * MOST_SYMBOLS_A_UNIT);
  const { symbols } = scan;
  let count = 0;
  let inWord = false;
  for (let i = 0; i < length; i++) {
    const value = charClass[text.charCodeAt(i)] as number;
    if (value < SKIP) {
      if (!inWord) {
        inWord = true;
        openWord(scan, i, count, value);
      }
      symbols[count++] = value;
    } else if (value >= GAP_BASE && value < PAIR_BASE) {
      if (inWord) {
        inWord = false;
        symbols[count++] = GAP;
        closeWord(scan, i);
      }
      noteGap(scan, i, 1 << (value - GAP_BASE));
    } else if (value >= PAIR_BASE) {
      if (!inWord) {
        inWord = true;
        openWord(scan, i, count, 1);
      }
      const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
      symbols[count++] = first;
      symbols[count++] = second;
      scan.uneven[scan.tokenCount - 1] = 1;
    } else if (value > SKIP) {
      if (inWord) {
        inWord = false;
        symbols[count++] = GAP;
        closeWord(scan, i);
      }
      openWord(scan, i, count, value);
      symbols[count++] = value - SIGN_BASE;
      symbols[count++] = GAP;
      closeWord(scan, i + 1);
    } else if (inWord) scan.uneven[scan.tokenCount - 1] = 1;
  }
  if (inWord) {
    symbols[count++] = GAP;
    closeWord(scan, length);
  }
  scan.symbolStart[scan.tokenCount] = count;
}

function openWord(scan: Scan, at: number, symbol: number, value: number): void {
  if (scan.tokenCount + 1 >= scan.start.length) scan.growTokens();
  const token = scan.tokenCount++;
  scan.start[token] = at;
  scan.symbolStart[token] = symbol;
  scan.numeric[token] = value >= FIRST_DIGIT && value < HASH ? 1 : 0;
  scan.uneven[token] = 0;
}

function closeWord(scan: Scan, end: number): void {
  scan.end[scan.tokenCount - 1] = end;
  scan.gap[scan.tokenCount] = 0;
}

function noteGap(scan: Scan, at: number, bit: number): void {
  const before = scan.gap[scan.tokenCount] as number;
  const isSecondLine =
    bit === gapBit.newline && (before & gapBit.newline) !== 0 && scan.text.charCodeAt(at - 1) !== 13;
  scan.gap[scan.tokenCount] = before | (isSecondLine ? gapBit.blankLine : bit);
}

/** The offset behind the word's so many first letters; −1 when that would part a unit that reads as two. */
export function offsetBehind(scan: Scan, token: number, letters: number): number {
  const start = scan.start[token] as number;
  if (scan.uneven[token] === 0) return start + letters;
  let read = 0;
  for (let at = start; ; at++) {
    const value = charClass[scan.text.charCodeAt(at)] as number;
    if (value === SKIP) continue;
    read += value >= PAIR_BASE ? 2 : 1;
    if (read >= letters) return read === letters ? at + 1 : -1;
  }
}
