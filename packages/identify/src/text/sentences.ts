// Cuts the scanned words into sentences and lines. A full stop after an abbreviation ends nothing, a soft
// line wrap ends nothing, a list item or heading line does. Commas and semicolons stay inside: their weight
// is judged where a cue's reach is measured.

import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';

export interface Sentence {
  /** First and last word, both included. */
  readonly first: number;
  readonly last: number;
  /** Number of the line (hard line break) this sentence stands on. */
  readonly line: number;
  readonly startsLine: boolean;
  /** A blank line stands before it. */
  readonly afterBlank: boolean;
  /** Signs after its last word. */
  readonly closing: number;
}

/** A longer run of words without a stop is cut, so that reading stays linear in any text. */
const MOST_WORDS = 150;
/** Columns at which programs wrap text. */
const NARROWEST = 50;
const WIDEST = 110;
const HARD_STOP = gapBit.exclamation;

/** Sentences in order. `abbreviation[i]` is 1 when word i's full stop ends no sentence. */
export function cutSentences(scan: Scan, abbreviation: Uint8Array): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  let line = 0;
  let startsLine = true;
  let afterBlank = false;
  const width = wrapWidth(scan.text);
  for (let i = 1; i <= scan.tokenCount; i++) {
    const gap = scan.gap[i] as number;
    const atEnd = i === scan.tokenCount;
    const lineBreak =
      !atEnd && (gap & (gapBit.newline | gapBit.blankLine)) !== 0 && isHardBreak(scan, i, gap, width);
    if (!atEnd && !lineBreak && i - first < MOST_WORDS && !endsSentence(scan, i, gap, abbreviation)) continue;
    sentences.push({ first, last: i - 1, line, startsLine, afterBlank, closing: gap });
    first = i;
    startsLine = lineBreak;
    afterBlank = lineBreak && (gap & gapBit.blankLine) !== 0;
    if (lineBreak) line++;
  }
  return sentences;
}

function isHardBreak(scan: Scan, word: number, gap: number, width: number): boolean {
  if (
    (gap &
      (gapBit.blankLine |
        gapBit.period |
        gapBit.colon |
        gapBit.question |
        gapBit.bullet |
        gapBit.semicolon)) !==
    0
  )
    return true;
  if ((gap & gapBit.hyphen) !== 0 && (gap & gapBit.newline) !== 0 && !isHyphenated(scan, word)) return true;
  // "[x] fractuur", "☐ fractuur": a line that a box opens.
  if ((gap & gapBit.other) !== 0 || scan.text.charCodeAt((scan.start[word] as number) - 1) === 91)
    return true;
  const first = scan.text.charCodeAt(scan.start[word] as number);
  const startsLower = (first >= 97 && first <= 122) || first >= 0xe0;
  if (startsLower) return startsLabel(scan, word);
  if (width === 0 || startsWithHeading(scan, word)) return true;
  const lineStart = scan.text.lastIndexOf('\n', (scan.end[word - 1] as number) - 1) + 1;
  const needed =
    (scan.end[word - 1] as number) -
    lineStart +
    1 +
    (scan.end[word] as number) -
    (scan.start[word] as number);
  return needed <= width;
}

/**
 * The column at which the text was wrapped, or 0: its longest line when several lines stop just because the next
 * line's first word would not have fitted.
 */
function wrapWidth(text: string): number {
  let width = 0;
  let lines = 0;
  for (let start = 0; start <= text.length; lines++) {
    const end = lineEnd(text, start);
    width = Math.max(width, end - start);
    if (width > WIDEST) return 0;
    start = end + 1;
  }
  if (width < NARROWEST || lines < 2) return 0;
  let full = 0;
  for (let start = 0; start <= text.length; ) {
    const end = lineEnd(text, start);
    let word = end + 1;
    while (word < text.length && !isSpace(text.charCodeAt(word))) word++;
    const next = word - end - 1;
    if (next > 0 && end - start + 1 + next > width) full++;
    start = end + 1;
  }
  return full >= 2 && full * 3 >= lines ? width : 0;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** "frac-" at the end of a line: the word goes on in the next. */
function isHyphenated(scan: Scan, word: number): boolean {
  return scan.text.charCodeAt(scan.end[word - 1] as number) === 45;
}

/** "li:", "besluit:" at the beginning of a line, however it is spelled. */
function startsLabel(scan: Scan, word: number): boolean {
  return word + 1 < scan.tokenCount && ((scan.gap[word + 1] as number) & gapBit.colon) !== 0;
}

/** "Besluit:" and the like within the first four words of a line. */
function startsWithHeading(scan: Scan, word: number): boolean {
  for (let i = word + 1; i <= word + 4 && i <= scan.tokenCount; i++) {
    const gap = scan.gap[i] as number;
    if ((gap & gapBit.colon) !== 0) return true;
    if ((gap & (gapBit.newline | gapBit.period | gapBit.comma)) !== 0) return false;
  }
  return false;
}

function endsSentence(scan: Scan, word: number, gap: number, abbreviation: Uint8Array): boolean {
  if ((gap & HARD_STOP) !== 0) return true;
  const spaced = (gap & (gapBit.space | gapBit.newline)) !== 0;
  if (isTypedStop(scan, word, gap)) return true;
  if ((gap & gapBit.question) !== 0)
    if (scan.text.charCodeAt((scan.start[word] as number) - 1) !== 63) return spaced;
  if ((gap & gapBit.period) === 0 || !spaced) return false;
  const previous = word - 1;
  const length = (scan.end[previous] as number) - (scan.start[previous] as number);
  const nextCode = scan.text.charCodeAt(scan.start[word] as number);
  const nextLower = (nextCode >= 97 && nextCode <= 122) || nextCode >= 0xe0;
  const nextDigit = nextCode >= 48 && nextCode <= 57;
  // "1. Liver": the number of a list item belongs to what follows it.
  if (scan.numeric[previous] === 1 && length <= 2 && isLineStart(scan, previous)) return false;
  if ((gap & gapBit.close) !== 0) return true;
  // "3.-9. links", "1. Lendenwirbel": an ordinal's full stop ends nothing.
  if (scan.numeric[previous] === 1 && length <= 2 && (nextLower || abbreviation[word] === 3)) return false;
  // "vor 1 J. Oberschenkelfraktur": behind a number a letter is a unit.
  const counted = previous > 0 && scan.numeric[previous - 1] === 1;
  const capital = scan.text.charCodeAt(scan.start[previous] as number) < 91;
  const initial = length === 1 && capital && !nextLower && !counted;
  if (initial && !isDotted(scan, previous)) return true;
  if (abbreviation[previous] === 5) return !nextLower;
  if (abbreviation[previous] === 2 || isDotted(scan, previous)) return false;
  if (abbreviation[previous] === 1)
    return !nextLower && !nextDigit && behindPlace(scan, previous, abbreviation);
  if (length <= 4 && scan.numeric[previous] === 0 && nextLower) return endsInDigit(scan, previous);
  return true;
}

/** "without contrast.,HISTORY": typists' systems run the paragraphs of a dictation together so. */
function isTypedStop(scan: Scan, word: number, gap: number): boolean {
  const both = gapBit.period | gapBit.comma;
  if ((gap & both) !== both) return false;
  const start = scan.start[word] as number;
  const next = scan.text.charCodeAt(start);
  return scan.text.slice(scan.end[word - 1], start) === '.,' && (next < 97 || next > 122);
}

/** "mt5. hallux": no abbreviation ends in a digit. */
function endsInDigit(scan: Scan, word: number): boolean {
  const code = scan.text.charCodeAt((scan.end[word] as number) - 1);
  return code >= 48 && code <= 57;
}

/** "heup re. Geen …" may end here; "Re. Unterschenkel" and "Z.n. li. Schenkelhals…" go on. */
function behindPlace(scan: Scan, word: number, duty: Uint8Array): boolean {
  if (word === 0 || ((scan.gap[word] as number) & (gapBit.newline | gapBit.blankLine | gapBit.period)) !== 0)
    return false;
  return (duty[word - 1] as number) >= 3;
}

/** "t.e.m.", "d.d.": a letter whose own predecessor ends in a full stop without a space. */
function isDotted(scan: Scan, word: number): boolean {
  const gap = scan.gap[word] as number;
  return (
    word > 0 &&
    gap === gapBit.period &&
    (scan.end[word] as number) - (scan.start[word] as number) <= 2 &&
    scan.numeric[word] === 0
  );
}

function isLineStart(scan: Scan, word: number): boolean {
  return word === 0 || ((scan.gap[word] as number) & (gapBit.newline | gapBit.blankLine)) !== 0;
}
