// Vertebral levels as written: D12, Th12, T12, BWK 12, LWK 1, D XII, "D11 t.e.m. L1", "L1/L2", "Th5-8".
// A candidate is only that: T1 and T2 are also MRI weightings, D3 a vitamin and a finger, L5-S1 a disc. The
// reader decides by what stands around.

import { levelRange, type VertebralLevel, vertebralLevels } from '@breekpunt/core';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';

export interface LevelGroup {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly levels: readonly VertebralLevel[];
  /** Written as T1 or T2 alone, which a magnet also writes. */
  readonly maybeWeighting: boolean;
  /** Written with D and a number up to 5 alone: maybe a finger, toe, day or vitamin. */
  readonly maybeDigit: boolean;
  /** Two neighbours joined by a dash or slash: maybe the disc between them. */
  readonly maybeDisc: boolean;
}

interface LevelToken {
  readonly letter: 'C' | 'T' | 'L';
  readonly from: number;
  readonly to: number;
  /** How many words it took ("BWK 12" takes two). */
  readonly words: number;
  readonly letterD: boolean;
}

const limits = { C: 7, T: 12, L: 5 } as const;

const prefixes: Readonly<Record<string, 'C' | 'T' | 'L'>> = {
  c: 'C',
  hwk: 'C',
  cwk: 'C',
  cw: 'C',
  t: 'T',
  th: 'T',
  d: 'T',
  bwk: 'T',
  twk: 'T',
  dwk: 'T',
  bw: 'T',
  dorsaal: 'T',
  l: 'L',
  lwk: 'L',
  lw: 'L',
};

const written = /^(?:(brust|borst|thora)|(lenden?|lumb)|(hals|nek))(?:wirbel|wervel)(?:korpers?|s)?$/;

function prefixLetter(text: string): 'C' | 'T' | 'L' | undefined {
  const short = prefixes[text];
  if (short !== undefined || text.length < 9) return short;
  const match = written.exec(text);
  if (match === null) return undefined;
  return match[1] !== undefined ? 'T' : match[2] !== undefined ? 'L' : 'C';
}

const roman: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
  xi: 11,
  xii: 12,
};

function levelFrom(letter: 'C' | 'T' | 'L', number: number): VertebralLevel | null {
  if (number < 1 || number > limits[letter]) return null;
  return vertebralLevels.find((level) => level === `${letter}${number}`) ?? null;
}

/** A letter-number token such as "Th12", or a prefix word with its number in the next word. */
function readLevelToken(scan: Scan, word: number, last: number): LevelToken | null {
  const start = scan.start[word] as number;
  const length = (scan.end[word] as number) - start;
  if (length > 18) return null;
  const text = scan.text
    .slice(start, start + length)
    .toLowerCase()
    .replace('ö', 'o');
  const split = letterCount(text);
  if (split === 0) return null;
  const letter = prefixLetter(text.slice(0, split));
  if (letter === undefined) return null;
  const letterD = text[0] === 'd';
  if (split < length) {
    const number = digitsOf(text.slice(split));
    return number === null ? null : { letter, from: number, to: number, words: 1, letterD };
  }
  if (word + 1 > last || !joinsNumber(scan, word + 1)) return null;
  const next = scan.word(word + 1).toLowerCase();
  const isUpper = scan.text.slice(start, start + length) !== text;
  const number = digitsOf(next) ?? (isUpper && length <= 2 ? (roman[next] ?? null) : null);
  if (number === null || (length === 1 && !isUpper)) return null;
  return levelFrom(letter, number) === null ? null : { letter, from: number, to: number, words: 2, letterD };
}

/** "LWK 1", "BWK-12", "L. 3"; but "LWK -2,9" is a density value. */
function joinsNumber(scan: Scan, number: number): boolean {
  const gap = scan.gap[number] as number;
  if ((gap & ~(gapBit.space | gapBit.period | gapBit.hyphen)) !== 0) return false;
  if ((gap & gapBit.hyphen) !== 0 && (gap & gapBit.space) !== 0) return false;
  const after = scan.text.charCodeAt(scan.end[number] as number);
  const decimal = scan.text.charCodeAt((scan.end[number] as number) + 1);
  return !((after === 44 || after === 46) && decimal >= 48 && decimal <= 57);
}

function letterCount(text: string): number {
  let i = 0;
  while (i < text.length && text.charCodeAt(i) >= 97 && text.charCodeAt(i) <= 122) i++;
  return i;
}

function digitsOf(text: string): number | null {
  if (text.length === 0 || text.length > 2) return null;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return null;
  return Number(text);
}

const rangeWords = new Set(['tot', 'tem', 'tm', 'a', 'à', 'bis', 'to', 'through', 'until', 'thru', 'jusqu']);
const listWords = new Set(['en', 'et', 'und', 'and', 'ou', 'of', 'or', 'oder', 'ook', 'sowie', 'ainsi']);

/** The group of levels that begins at this word, or null. `last` is the last word it may use. */
export function readLevelGroup(scan: Scan, word: number, last: number): LevelGroup | null {
  const opening = readLevelToken(scan, word, last);
  if (opening === null || (opening.letter === 'C' && typesFracture(scan, word))) return null;
  const firstLevel = levelFrom(opening.letter, opening.from);
  if (firstLevel === null) return null;
  const levels: VertebralLevel[] = [firstLevel];
  const told: VertebralLevel[] = [firstLevel];
  let at = word + opening.words;
  let previous: VertebralLevel = firstLevel;
  let dashed = 0;
  let letterD = opening.letterD;
  while (at <= last) {
    const link = readLink(scan, at, last);
    if (link === null) break;
    const next = readLevelToken(scan, link.at, last) ?? bareNumber(scan, link.at, previous);
    if (next === null) break;
    const level = levelFrom(next.letter, next.from);
    if (level === null) break;
    if (link.range) {
      levels.push(...levelRange(previous, level).slice(1));
      if (vertebralLevels.indexOf(level) < vertebralLevels.indexOf(previous)) levels.push(level);
      if (link.dash) dashed++;
    } else levels.push(level);
    letterD ||= next.letterD;
    told.push(level);
    previous = level;
    at = link.at + next.words;
  }
  // "D7-D8-L1": with more than one dash they join the levels of a list.
  const meant = dashed > 1 && dashed === told.length - 1 ? told : levels;
  const unique = vertebralLevels.filter((level) => meant.includes(level));
  const only = unique.length === 1 ? unique[0] : undefined;
  const weighting = unique.every((level) => level === 'T1' || level === 'T2') && !letterD;
  return {
    first: word,
    last: at - 1,
    start: scan.start[word] as number,
    end: scan.end[at - 1] as number,
    levels: unique,
    maybeWeighting: weighting,
    maybeDigit: letterD && only !== undefined && Number(only.slice(1)) <= 5,
    maybeDisc: dashed > 0 && unique.length === 2,
  };
}

const types = new Set(['typ', 'type', 'ao', 'ota']);

/** "Fraktur Typ C3": a class of the AO, not a vertebra. */
function typesFracture(scan: Scan, word: number): boolean {
  return word > 0 && scan.gap[word] === gapBit.space && types.has(scan.word(word - 1).toLowerCase());
}

interface Link {
  /** The word where the next level would begin. */
  readonly at: number;
  readonly range: boolean;
  readonly dash: boolean;
}

/** What joins two levels: a dash, slash or "to" makes a range, a comma or "and" a list. */
function readLink(scan: Scan, at: number, last: number): Link | null {
  const gap = scan.gap[at] as number;
  if (
    (gap &
      (gapBit.period |
        gapBit.semicolon |
        gapBit.colon |
        gapBit.question |
        gapBit.blankLine |
        gapBit.open |
        gapBit.close)) !==
    0
  )
    return null;
  if ((gap & gapBit.hyphen) !== 0) return { at, range: true, dash: true };
  if ((gap & gapBit.slash) !== 0) return { at, range: false, dash: true };
  if ((gap & (gapBit.comma | gapBit.plus | gapBit.ampersand)) !== 0) return skipListWord(scan, at, last);
  const text = scan.word(at).toLowerCase().normalize('NFC');
  if (text === 't' && at + 1 <= last && ['m', 'e'].includes(scan.word(at + 1).toLowerCase())) {
    const words = scan.word(at + 1).toLowerCase() === 'e' ? 3 : 2;
    return at + words <= last ? { at: at + words, range: true, dash: false } : null;
  }
  if (rangeWords.has(text)) {
    const more =
      at + 1 <= last && ['en', 'au', 'including', 'à', 'met'].includes(scan.word(at + 1).toLowerCase());
    const to = more ? (scan.word(at + 2).toLowerCase() === 'met' ? at + 3 : at + 2) : at + 1;
    return to <= last ? { at: to, range: true, dash: false } : null;
  }
  // "D8 D11 L1": levels side by side are a list.
  if (gap === gapBit.space && readLevelToken(scan, at, last) !== null)
    return { at, range: false, dash: false };
  if (listWords.has(text) && at + 1 <= last)
    return { at: skipFiller(scan, at + 1, last), range: false, dash: false };
  return null;
}

function skipListWord(scan: Scan, at: number, last: number): Link {
  const next = listWords.has(scan.word(at).toLowerCase()) && at + 1 <= last ? at + 1 : at;
  return { at: next, range: false, dash: false };
}

const fillers = new Set(['de', 'van', 'du', 'le', 'la', 'of', 'the', 'in', 'op', 'ook', 'at']);

function skipFiller(scan: Scan, at: number, last: number): number {
  let next = at;
  while (next < last && fillers.has(scan.word(next).toLowerCase())) next++;
  return next;
}

/** "Th5-8", "L1, 2 en 4": a bare number after a level continues in the same region. */
function bareNumber(scan: Scan, word: number, previous: VertebralLevel): LevelToken | null {
  if (scan.numeric[word] !== 1) return null;
  const number = digitsOf(scan.word(word));
  if (number === null) return null;
  const after = scan.word(word + 1 < scan.tokenCount ? word + 1 : word).toLowerCase();
  if (after === '%' || after === 'mm' || after === 'cm' || after === 'graden' || after === 'jaar')
    return null;
  const letter = previous[0] as 'C' | 'T' | 'L';
  if (levelFrom(letter, number) === null) return null;
  if (number <= Number(previous.slice(1))) return null;
  return { letter, from: number, to: number, words: 1, letterD: false };
}
