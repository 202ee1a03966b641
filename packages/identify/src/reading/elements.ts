// Splits a sentence into elements: vocabulary items, groups of vertebral levels, and plain words, each with the
// weight of the separation before it.

import type { VocabularyRow } from '@breekpunt/knowledge';
import { charClass, GAP_BASE, gapBit } from '../scan/char-class.ts';
import { duty } from '../scan/duties.ts';
import type { Item } from '../scan/item.ts';
import type { Scan } from '../scan/scan.ts';
import { type LevelGroup, readLevelGroup } from '../text/levels.ts';
import type { Element } from './report-view.ts';

/** Splits words first…last into elements. The items from…to − 1 come in text order and lie within that range. */
export function elementsOf(
  scan: Scan,
  first: number,
  last: number,
  items: readonly Item[],
  from: number,
  to: number,
): Element[] {
  const elements: Element[] = [];
  let next = from;
  let word = first;
  while (word <= last) {
    const item = next < to ? items[next] : undefined;
    const at = item !== undefined && item.first === word ? item : undefined;
    const level = mayBeLevel(scan, word) ? readLevelGroup(scan, word, last) : null;
    if (level !== null && (at === undefined || level.last > at.last || at.rows[0]?.role === 'side')) {
      elements.push(element(scan, noRows, 0, level, word, level.last, level.start, level.end, false));
      word = level.last + 1;
      while (next < to && (items[next] as Item).first < word) next++;
    } else if (at === undefined) {
      elements.push(
        element(
          scan,
          noRows,
          0,
          null,
          word,
          word,
          scan.start[word] as number,
          scan.end[word] as number,
          false,
        ),
      );
      word++;
    } else {
      let end = at.last;
      while (next < to && (items[next] as Item).first <= end) {
        const here = items[next++] as Item;
        end = Math.max(end, here.last);
        // "li, indeukingsfractuur": what stands before the word stands before the first part that is known.
        const opens = (elements[elements.length - 1]?.last ?? -1) < here.first;
        elements.push(
          element(
            scan,
            here.rows,
            here.duties,
            null,
            here.first,
            here.last,
            here.start,
            here.end,
            here.inner,
            opens,
          ),
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
  duties: number,
  level: LevelGroup | null,
  first: number,
  last: number,
  start: number,
  end: number,
  inner: boolean,
  opens = true,
): Element {
  const gap = opens ? (scan.gap[first] as number) : 0;
  const numeric = rows.length === 0 && level === null && scan.numeric[first] === 1;
  return {
    first,
    last,
    start,
    end,
    rows,
    duties,
    inner,
    level,
    numeric,
    value: numeric ? ordinalValue(scan, first) : null,
    breakBefore: (duties & duty.break) !== 0 ? 3 : breakWeight(scan, first, gap),
    gap,
    asked: (gap & gapBit.question) !== 0 && askedBefore(scan.text, start),
  };
}

/**
 * "?#", "? #": the question mark opens what follows; in "hip? #" it closes what went before, and so it does in French, which
 * sets it apart ("lésion osseuse ? Récente fracture"), where a capital follows.
 */
function askedBefore(text: string, start: number): boolean {
  let at = start - 1;
  while (text.charCodeAt(at) === 32) at--;
  if (text.charCodeAt(at) !== QUESTION) return false;
  if (at === start - 1 || at === 0) return true;
  if ((charClass[text.charCodeAt(at - 1)] as number) < GAP_BASE) return false;
  const letter = text.charAt(start);
  return letter === letter.toLowerCase() || !behindWord(text, at);
}

function behindWord(text: string, mark: number): boolean {
  let at = mark - 1;
  while (text.charCodeAt(at) === 32) at--;
  return at >= 0 && (charClass[text.charCodeAt(at)] as number) < GAP_BASE;
}

const QUESTION = 63;

function ordinalValue(scan: Scan, word: number): number | null {
  const end = scan.end[word] as number;
  if (end - (scan.start[word] as number) > 2 || scan.text.charCodeAt(end) !== 46) return null;
  const value = Number(scan.word(word));
  return Number.isNaN(value) ? null : value;
}

function breakWeight(scan: Scan, word: number, gap: number): 0 | 1 | 2 | 3 {
  if ((gap & (gapBit.semicolon | gapBit.arrow)) !== 0) return 3;
  if ((gap & gapBit.colon) !== 0) return 2;
  if (numbersItem(scan, word, gap)) return 3;
  // "Humeruskopf-, Glenoid- und …": a comma after a hanging hyphen separates nothing.
  if (word > 0 && (gap & gapBit.comma) !== 0 && scan.text.charCodeAt(scan.end[word - 1] as number) === 45)
    return 0;
  if ((gap & (gapBit.comma | gapBit.open | gapBit.close | gapBit.bullet)) !== 0) return 1;
  const spacedDash = (gap & gapBit.hyphen) !== 0 && (gap & gapBit.space) !== 0;
  if (spacedDash && word > 0 && scan.text.charCodeAt(scan.end[word - 1] as number) === 32) return 1;
  return 0;
}

/** "1) hip fracture 2) rib fracture": a number before a bracket that nothing opened begins an item. */
function numbersItem(scan: Scan, word: number, gap: number): boolean {
  if (scan.numeric[word] !== 1 || (gap & gapBit.open) !== 0) return false;
  const end = scan.end[word] as number;
  const start = scan.start[word] as number;
  if (end - start > 2 || scan.text.charCodeAt(end) !== CLOSING) return false;
  if (scan.text.charCodeAt(end + 1) !== 32 || scan.text.charCodeAt(start - 1) !== 32) return false;
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_BRACKET); at--) {
    const sign = scan.text.charCodeAt(at);
    if (sign === OPENING) return false;
    if (sign === CLOSING || sign === 10) return true;
  }
  return true;
}

const OPENING = 40;
const CLOSING = 41;
const LONGEST_BRACKET = 60;

/** A cheap look before the level reader: the right first letter, and a digit at the end or in the next word. */
export function mayBeLevel(scan: Scan, word: number): boolean {
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
