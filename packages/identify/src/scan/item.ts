// Hits become items: the longest vocabulary text at each place wins and everything under it is consumed, so
// "fractuurrisico" never leaves a "fractuur" behind. Inside a compound, stems count only before a head.

import type { Language } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import type { Lexicon, Pattern } from '../lexicon.ts';
import { languageOfWord, type WordLanguages } from '../text/detect-language.ts';
import { gapBit } from './char-class.ts';
import { dutiesOf, duty } from './duties.ts';
import { sortedHits } from './hit-order.ts';
import type { Scan } from './scan.ts';

/** The vocabulary rows that share one span: a text may have several duties. */
export interface Item {
  readonly rows: readonly VocabularyRow[];
  /** What the rows do, as bits of `duty`. */
  readonly duties: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Part of a compound word rather than a whole word. */
  readonly inner: boolean;
}

/** Items in text order. */
export function resolveItems(scan: Scan, lexicon: Lexicon, wordLanguages: WordLanguages): Item[] {
  const order = sortedHits(scan);
  const items: Item[] = [];
  let coveredUntil = -1;
  let coveredFrom = -1;
  let spanLanguage: Language | null = null;
  for (let position = 0; position < order.length; position++) {
    const hit = order[position] as number;
    const start = scan.hitStart[hit] as number;
    const end = scan.hitEnd[hit] as number;
    const sameSpan = start === coveredFrom && end === coveredUntil;
    if (start < coveredUntil && !sameSpan) continue;
    const pattern = lexicon.patterns[scan.hitPattern[hit] as number] as Pattern;
    const first = scan.hitFirst[hit] as number;
    const last = scan.hitLast[hit] as number;
    const inner = start > (scan.start[first] as number) || end < (scan.end[last] as number);
    if (inner && tooLong(scan, first)) continue;
    if (inner && !pattern.opensWord && !pattern.closesWord) {
      const head = compoundHead(scan, lexicon, order, position);
      if (head < 0 ? !sidedWord(scan, lexicon, order, position) : end > head) continue;
    }
    if (pattern.words > 1 && runsOn(scan, pattern, first, last)) continue;
    if (pattern.exactText !== null && scan.text.slice(start, end) !== pattern.exactText) continue;
    const language = languageOfWord(wordLanguages, first);
    const rows = rowsIn(pattern, language);
    if (rows.length === 0) continue;
    if (sameSpan) {
      const twin = items[items.length - 1] as Item;
      // The sentence's own language has the word; a foreign homograph only stands in for nothing.
      if (pattern.language !== spanLanguage && pattern.language !== language) continue;
      const kept = pattern.language === spanLanguage ? twin.rows : [];
      const more = rows.filter((row) => !kept.includes(row));
      const all = [...kept, ...more];
      items[items.length - 1] = { ...twin, rows: all, duties: dutiesOf(all) };
      spanLanguage = pattern.language;
      continue;
    }
    spanLanguage = pattern.language;
    const duties = rows === pattern.duties ? pattern.dutyBits : dutiesOf(rows);
    items.push({ rows, duties, first, last, start, end, inner });
    coveredUntil = end;
    coveredFrom = start;
  }
  return items;
}

const stops =
  gapBit.colon | gapBit.semicolon | gapBit.question | gapBit.exclamation | gapBit.blankLine | gapBit.bullet;

/** "Left hip fracture. Clinic next week.": words of one text do not span the end of a sentence or a comma. */
function runsOn(scan: Scan, pattern: Pattern, first: number, last: number): boolean {
  for (let word = first + 1; word <= last; word++) {
    const gap = scan.gap[word] as number;
    if ((gap & stops) !== 0) return true;
    if ((gap & gapBit.comma) !== 0 && !pattern.spansComma) return true;
    const spaced = (gap & (gapBit.space | gapBit.newline)) !== 0;
    if (
      (gap & gapBit.period) !== 0 &&
      spaced &&
      (scan.end[word - 1] as number) - (scan.start[word - 1] as number) > 4
    )
      return true;
  }
  return false;
}

/** No compound of any language is this long; longer runs of letters are noise. */
const LONGEST_COMPOUND = 80;

function tooLong(scan: Scan, word: number): boolean {
  return (scan.end[word] as number) - (scan.start[word] as number) > LONGEST_COMPOUND;
}

/** Short words mean different things in different languages ("of", "en"): they count in their own only. */
const OWN_LANGUAGE_ONLY_BELOW = 5;

function rowsIn(pattern: Pattern, language: Language): readonly VocabularyRow[] {
  if (pattern.language === language || pattern.letters >= OWN_LANGUAGE_ONLY_BELOW) return pattern.duties;
  return pattern.duties.filter((row) => row.lang === 'any');
}

/** "linkerpols": a word made of exactly a side and a bone counts as both. */
function sidedWord(scan: Scan, lexicon: Lexicon, order: Int32Array, position: number): boolean {
  const hit = order[position] as number;
  const word = scan.hitFirst[hit] as number;
  const hasRole = (other: number, role: 'side' | 'site'): boolean =>
    ((lexicon.patterns[scan.hitPattern[other] as number] as Pattern).dutyBits & duty[role]) !== 0;
  const side = (other: number): boolean =>
    scan.hitStart[other] === scan.start[word] && hasRole(other, 'side');
  const bone = (other: number): boolean => scan.hitEnd[other] === scan.end[word] && hasRole(other, 'site');
  // Hits of one word stand together in the order; look only there.
  for (const step of [-1, 1])
    for (let at = position + step; at >= 0 && at < order.length; at += step) {
      const other = order[at] as number;
      if (scan.hitFirst[other] !== word || scan.hitLast[other] !== word) break;
      if (side(hit) && bone(other) && scan.hitStart[other] === scan.hitEnd[hit]) return true;
      if (bone(hit) && side(other) && scan.hitEnd[other] === scan.hitStart[hit]) return true;
    }
  return false;
}

/** Where the longest head begins that ends the last word of this hit, as part of a compound; −1 for none. */
function compoundHead(scan: Scan, lexicon: Lexicon, order: Int32Array, position: number): number {
  const word = scan.hitLast[order[position] as number] as number;
  const wordStart = scan.start[word] as number;
  const wordEnd = scan.end[word] as number;
  // Hits that begin in one word stand together in the order.
  let at = position;
  while (at > 0 && (scan.hitStart[order[at - 1] as number] as number) > wordStart) at--;
  for (; at < order.length; at++) {
    const hit = order[at] as number;
    const start = scan.hitStart[hit] as number;
    if (start >= wordEnd) return -1;
    if (start <= wordStart || scan.hitFirst[hit] !== word) continue;
    const { opensWord, closesWord } = lexicon.patterns[scan.hitPattern[hit] as number] as Pattern;
    if (closesWord && !opensWord) return start;
  }
  return -1;
}
