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
  /** Part of a compound word. */
  readonly inner: boolean;
  readonly level: LevelGroup | null;
  /** A plain word that begins with a digit. */
  readonly numeric: boolean;
  /** Its value when it is an ordinal number written with a full stop ("3. Lendenwirbel"). */
  readonly value: number | null;
  /** Weight of the separation before it: 0 none, 1 comma or bracket, 2 colon, 3 semicolon or contrast. */
  readonly breakBefore: 0 | 1 | 2 | 3;
  /** Raw signs in the gap before. */
  readonly gap: number;
  /** A question mark stands right before it. */
  readonly asked: boolean;
}

/** The bone an examination title or a colon heading names, for sentences that name none. */
export interface Context {
  readonly sites: readonly { readonly site: FractureSite; readonly plural: boolean }[];
  readonly side: Side | null;
  /** The bone beside the side word; null when the title names none. */
  readonly sided: FractureSite | null;
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

/** Splits words first…last into elements. Items come in text order and lie within that range. */
export function elementsOf(scan: Scan, first: number, last: number, items: readonly Item[]): Element[] {
  const elements: Element[] = [];
  let next = 0;
  let word = first;
  while (word <= last) {
    const item = items[next];
    const at = item !== undefined && item.first === word ? item : undefined;
    const level = mayBeLevel(scan, word) ? readLevelGroup(scan, word, last) : null;
    if (level !== null && (at === undefined || level.last > at.last || at.rows[0]?.role === 'side')) {
      elements.push(element(scan, noRows, level, word, level.last, level.start, level.end, false));
      word = level.last + 1;
      while (next < items.length && (items[next] as Item).first < word) next++;
    } else if (at === undefined) {
      elements.push(
        element(scan, noRows, null, word, word, scan.start[word] as number, scan.end[word] as number, false),
      );
      word++;
    } else {
      let end = at.last;
      while (next < items.length && (items[next] as Item).first <= end) {
        const here = items[next++] as Item;
        end = Math.max(end, here.last);
        elements.push(
          element(scan, here.rows, null, here.first, here.last, here.start, here.end, here.inner),
        );
      }
      word = end + 1;
    }
  }
  return elements;
}

const noRows: readonly VocabularyRow[] = [];

function element(
  scan: Scan,
  rows: readonly VocabularyRow[],
  level: LevelGroup | null,
  first: number,
  last: number,
  start: number,
  end: number,
  inner: boolean,
): Element {
  const gap = start > (scan.start[first] as number) ? 0 : (scan.gap[first] as number);
  let contrast = false;
  for (const row of rows) if (row.role === 'break') contrast = true;
  const numeric = rows.length === 0 && level === null && scan.numeric[first] === 1;
  return {
    first,
    last,
    start,
    end,
    rows,
    inner,
    level,
    numeric,
    value: numeric ? ordinalValue(scan, first) : null,
    breakBefore: contrast ? 3 : breakWeight(scan, first, gap),
    gap,
    asked: (gap & gapBit.question) !== 0 && scan.text.charCodeAt(start - 1) === 63,
  };
}

function ordinalValue(scan: Scan, word: number): number | null {
  const end = scan.end[word] as number;
  if (end - (scan.start[word] as number) > 2 || scan.text.charCodeAt(end) !== 46) return null;
  const value = Number(scan.word(word));
  return Number.isNaN(value) ? null : value;
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

/** A cheap look before the level reader: the right first letter, and a digit at the end or in the next word. */
function mayBeLevel(scan: Scan, word: number): boolean {
  if (scan.numeric[word] === 1) return false;
  const start = scan.start[word] as number;
  const end = scan.end[word] as number;
  if (end - start > 18) return false;
  const letter = scan.text.charCodeAt(start) | 0x20;
  if (
    letter !== 0x74 &&
    letter !== 0x64 &&
    letter !== 0x6c &&
    letter !== 0x63 &&
    letter !== 0x62 &&
    letter !== 0x68 &&
    letter !== 0x6e
  )
    return false;
  const final = scan.text.charCodeAt(end - 1);
  if (final >= 48 && final <= 57) return true;
  if (word + 1 >= scan.tokenCount || (end - start > 3 && end - start < 9)) return false;
  const nextFirst = scan.text.charCodeAt(scan.start[word + 1] as number);
  return scan.numeric[word + 1] === 1 || nextFirst === 73 || nextFirst === 86 || nextFirst === 88;
}
