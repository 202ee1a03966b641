// A report laid out for reading: sentences with their elements (vocabulary items, vertebral levels, plain
// words), the section each stands in, and the bone its examination or heading names. No fracture yet.

import type { FractureSite, Language, Side } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import type { ReportSection } from '../finding.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Item } from '../scan/item.ts';
import type { Scan } from '../scan/scanner.ts';
import { type LevelGroup, readLevelGroup } from '../text/levels.ts';
import type { Sentence } from '../text/sentences.ts';

/** A stretch of a sentence with one meaning: the items on one span, a group of levels, or a plain word. */
export interface Element {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly rows: readonly VocabularyRow[];
  readonly items: readonly Item[];
  readonly level: LevelGroup | null;
  /** A plain word that begins with a digit. */
  readonly numeric: boolean;
  /** Weight of the separation before it: 0 none, 1 comma or bracket, 2 colon, 3 semicolon or contrast. */
  readonly breakBefore: 0 | 1 | 2 | 3;
  /** Raw signs in the gap before. */
  readonly gap: number;
}

/** The bone an examination title or a colon heading names, for sentences that name none. */
export interface Context {
  readonly sites: readonly { readonly site: FractureSite; readonly plural: boolean }[];
  readonly side: Side | null;
  readonly levels: readonly LevelGroup[];
  readonly start: number;
  readonly end: number;
}

export interface SentenceView extends Sentence {
  readonly index: number;
  readonly elements: readonly Element[];
  /** The elements with the heading and title that `elements` leaves out. */
  readonly whole: readonly Element[];
  readonly section: ReportSection;
  /** The section's heading stands for blood relatives ("Familiaal:"). */
  readonly familySection: boolean;
  readonly context: Context | null;
  /** Context from an examination further back, for anything the nearer context leaves open. */
  readonly examination: Context | null;
  readonly language: Language;
}

export function hasRole(element: Element, role: VocabularyRow['role']): boolean {
  for (const row of element.rows) if (row.role === role) return true;
  return false;
}

/** The row of this role at this element, typed. */
export function rowOf<R extends VocabularyRow['role']>(
  element: Element,
  role: R,
): Extract<VocabularyRow, { role: R }> | null {
  for (const row of element.rows) if (row.role === role) return row as Extract<VocabularyRow, { role: R }>;
  return null;
}

/** Splits one sentence into elements. Items come in text order. */
export function elementsOf(scan: Scan, sentence: Sentence, items: readonly Item[]): Element[] {
  const elements: Element[] = [];
  let next = 0;
  let word = sentence.first;
  while (word <= sentence.last) {
    while (next < items.length && (items[next] as Item).last < word) next++;
    const item = items[next];
    const at = item !== undefined && item.first === word ? item : undefined;
    const level = mayBeLevel(scan, word) ? readLevelGroup(scan, word, sentence.last) : null;
    if (level !== null && (at === undefined || level.last > at.last || at.row.role === 'side')) {
      elements.push(element(scan, [], level, word, level.last, level.start, level.end));
      word = level.last + 1;
      while (next < items.length && (items[next] as Item).first < word) next++;
      continue;
    }
    if (at === undefined) {
      elements.push(
        element(scan, [], null, word, word, scan.start[word] as number, scan.end[word] as number),
      );
      word++;
      continue;
    }
    let last = at.last;
    while (next < items.length && (items[next] as Item).first <= last) {
      const start = (items[next] as Item).start;
      const same: Item[] = [];
      while (next < items.length && (items[next] as Item).start === start) same.push(items[next++] as Item);
      const here = same[0] as Item;
      last = Math.max(last, here.last);
      elements.push(element(scan, same, null, here.first, here.last, here.start, here.end));
    }
    word = last + 1;
  }
  return elements;
}

function element(
  scan: Scan,
  items: readonly Item[],
  level: LevelGroup | null,
  first: number,
  last: number,
  start: number,
  end: number,
): Element {
  const inside = start > (scan.start[first] as number);
  const gap = inside ? 0 : (scan.gap[first] as number);
  const rows = items.map((item) => item.row);
  const contrast = rows.some((row) => row.role === 'break');
  return {
    first,
    last,
    start,
    end,
    rows,
    items,
    level,
    numeric: rows.length === 0 && level === null && scan.numeric[first] === 1,
    breakBefore: contrast ? 3 : breakWeight(scan, first, gap),
    gap,
  };
}

function breakWeight(scan: Scan, word: number, gap: number): 0 | 1 | 2 | 3 {
  if ((gap & (gapBit.semicolon | gapBit.arrow)) !== 0) return 3;
  if ((gap & gapBit.colon) !== 0) return 2;
  // "Humeruskopf-, Glenoid- und …": a comma after a hanging hyphen separates nothing.
  if (word > 0 && (gap & gapBit.comma) !== 0 && scan.text.charCodeAt(scan.end[word - 1] as number) === 45)
    return 0;
  if ((gap & (gapBit.comma | gapBit.open | gapBit.close | gapBit.bullet)) !== 0) return 1;
  const spacedDash = (gap & gapBit.hyphen) !== 0 && (gap & gapBit.space) !== 0;
  if (spacedDash && word > 0 && scan.text.charCodeAt(scan.end[word - 1] as number) === 32) return 1;
  return 0;
}

function mayBeLevel(scan: Scan, word: number): boolean {
  if (scan.numeric[word] === 1) return false;
  const letter = scan.text.charCodeAt(scan.start[word] as number) | 0x20;
  return (
    letter === 0x74 ||
    letter === 0x64 ||
    letter === 0x6c ||
    letter === 0x63 ||
    letter === 0x62 ||
    letter === 0x68
  );
}
