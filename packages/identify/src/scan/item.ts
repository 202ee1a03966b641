// Hits become items: the longest vocabulary text at each place wins and everything under it is consumed, so
// "fractuurrisico" never leaves a "fractuur" behind. Inside a compound, stems count only before a head.

import type { Language } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import type { PatternSet } from '../lexicon.ts';
import type { Scan } from './scanner.ts';

/** One vocabulary row at one place. Several items share a span when a text has several duties. */
export interface Item {
  readonly row: VocabularyRow;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Part of a compound word rather than a whole word. */
  readonly inner: boolean;
}

/** Items in text order. `languageAt(word)` tells the language of the sentence the word stands in. */
export function resolveItems(scan: Scan, set: PatternSet, languageAt: (word: number) => Language): Item[] {
  const order = sortedHits(scan);
  const headStart = compoundHeads(scan, set, order);
  const items: Item[] = [];
  let coveredUntil = -1;
  let coveredFrom = -1;
  for (const hit of order) {
    const start = scan.hitStart[hit] as number;
    const sameSpan = start === coveredFrom && (scan.hitEnd[hit] as number) === coveredUntil;
    if (start < coveredUntil && !sameSpan) continue;
    const pattern = set.patterns[scan.hitPattern[hit] as number] as PatternSet['patterns'][number];
    const first = scan.hitFirst[hit] as number;
    const end = scan.hitEnd[hit] as number;
    const inner =
      !pattern.opensWord && start > (scan.start[first] as number)
        ? true
        : end < (scan.end[first] as number) && pattern.words === 1;
    if (!pattern.opensWord && !pattern.closesWord) {
      const head = headStart.get(first);
      if (head === undefined ? !sidedWord(scan, set, order, hit) : end > head) continue;
    }
    if (pattern.exactText !== null && scan.text.slice(start, end) !== pattern.exactText) continue;
    const rows = rowsFor(pattern.rows, languageAt(first), end - start);
    if (rows.length === 0) continue;
    for (const row of rows)
      if (!sameSpan || !items.some((item) => item.start === start && item.row === row))
        items.push({ row, first, last: scan.hitLast[hit] as number, start, end, inner });
    coveredUntil = end;
    coveredFrom = start;
  }
  return items;
}

/** "linkerpols": a word made of exactly a side and a bone counts as both. */
function sidedWord(scan: Scan, set: PatternSet, order: readonly number[], hit: number): boolean {
  const word = scan.hitFirst[hit] as number;
  const start = scan.start[word] as number;
  const end = scan.end[word] as number;
  const rolesOf = (other: number): readonly VocabularyRow[] =>
    (set.patterns[scan.hitPattern[other] as number] as PatternSet['patterns'][number]).rows;
  const inWord = (other: number): boolean => scan.hitFirst[other] === word && scan.hitLast[other] === word;
  const isSide = (other: number): boolean =>
    rolesOf(other).some((row) => row.role === 'side') && scan.hitStart[other] === start;
  const isBone = (other: number): boolean =>
    rolesOf(other).some((row) => row.role === 'site') && scan.hitEnd[other] === end;
  if (isSide(hit))
    return order.some((other) => inWord(other) && isBone(other) && scan.hitStart[other] === scan.hitEnd[hit]);
  if (isBone(hit))
    return order.some((other) => inWord(other) && isSide(other) && scan.hitEnd[other] === scan.hitStart[hit]);
  return false;
}

/** Short words mean different things in different languages ("of", "en"): they count in their own only. */
const OWN_LANGUAGE_ONLY_BELOW = 5;

function rowsFor(rows: readonly VocabularyRow[], language: Language, length: number): VocabularyRow[] {
  const own = rows.filter((row) => row.lang === language || row.lang === 'any');
  const chosen = own.length > 0 || length < OWN_LANGUAGE_ONLY_BELOW ? own : rows;
  return chosen.filter((row) => row.role !== 'language' && row.role !== 'abbreviation');
}

function sortedHits(scan: Scan): number[] {
  const order: number[] = [];
  for (let hit = 0; hit < scan.hitCount; hit++) order.push(hit);
  return order.sort(
    (a, b) =>
      (scan.hitStart[a] as number) - (scan.hitStart[b] as number) ||
      (scan.hitEnd[b] as number) - (scan.hitEnd[a] as number),
  );
}

/** For each word that ends in a head: where the longest such head begins. */
function compoundHeads(scan: Scan, set: PatternSet, order: readonly number[]): Map<number, number> {
  const begins = new Map<number, number>();
  for (const hit of order) {
    const pattern = set.patterns[scan.hitPattern[hit] as number] as PatternSet['patterns'][number];
    if (pattern.opensWord || !pattern.closesWord) continue;
    const word = scan.hitFirst[hit] as number;
    const start = scan.hitStart[hit] as number;
    const known = begins.get(word);
    if (known === undefined || start < known) begins.set(word, start);
  }
  return begins;
}
