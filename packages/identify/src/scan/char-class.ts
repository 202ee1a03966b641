// Every UTF-16 unit has a class: a letter without case or accent, a digit, a sign that is a word of its own,
// or a gap. The text is never rebuilt: positions found are positions in the report as received.

export const GAP = 0;
export const FIRST_DIGIT = 27;
export const HASH = 37;
const PERCENT = 38;
const OTHER_LETTER = 39;

/** A class that makes a word by itself. */
export function isSignClass(symbol: number): boolean {
  return symbol === HASH || symbol === PERCENT;
}

/** Number of classes the automaton distinguishes. */
export const CLASS_COUNT = 40;

/** Table value: nothing at all (combining accents, soft hyphen, zero-width). */
export const SKIP = 50;
/** Table values above SKIP and up to GAP_BASE: a sign that is a word of its own; value − SIGN_BASE is its class. */
export const SIGN_BASE = 15;
/** Table values from here on: one unit that reads as two letters (œ, ß). */
export const PAIR_BASE = 100;
/** Table values from here on: a gap whose punctuation matters; value − GAP_BASE is the bit. */
export const GAP_BASE = 60;

export type GapSign =
  | 'space'
  | 'newline'
  | 'blankLine'
  | 'period'
  | 'comma'
  | 'semicolon'
  | 'colon'
  | 'question'
  | 'open'
  | 'close'
  | 'hyphen'
  | 'slash'
  | 'plus'
  | 'arrow'
  | 'bullet'
  | 'exclamation'
  | 'equals'
  | 'quote'
  | 'other'
  | 'ampersand';

/** One bit for each sign a gap between words may hold. */
export const gapBit: Readonly<Record<GapSign, number>> = {
  space: 1 << 0,
  newline: 1 << 1,
  blankLine: 1 << 2,
  period: 1 << 3,
  comma: 1 << 4,
  semicolon: 1 << 5,
  colon: 1 << 6,
  question: 1 << 7,
  open: 1 << 8,
  close: 1 << 9,
  hyphen: 1 << 10,
  slash: 1 << 11,
  plus: 1 << 12,
  arrow: 1 << 13,
  bullet: 1 << 14,
  exclamation: 1 << 15,
  equals: 1 << 16,
  quote: 1 << 17,
  other: 1 << 18,
  ampersand: 1 << 19,
};

const gapSigns: readonly (readonly [bit: number, signs: string])[] = [
  [0, ' \t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000'],
  [1, '\n\r\u2028\u2029\f\v'],
  [3, '.\u2026'],
  [4, ','],
  [5, ';'],
  [6, ':'],
  [7, '?'],
  [8, '([{'],
  [9, ')]}'],
  [10, '-\u2010\u2011\u2012\u2013\u2014\u2212'],
  [11, '/\\|'],
  [12, '+'],
  [13, '>\u2192'],
  [14, '*\u2022\u00b7\u25aa\u25cf\u25e6\u2023'],
  [15, '!'],
  [16, '=~\u2248<\u00b1'],
  [17, '\'"\u2018\u2019\u201c\u201d\u00ab\u00bb`´'],
  [19, '&'],
];

const pairs: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl', ĳ: 'ij' };

/** The two classes of a unit that reads as two letters, by table value − PAIR_BASE. */
export const pairClasses: readonly (readonly [number, number])[] = Object.values(pairs).map((two) => [
  two.charCodeAt(0) - 96,
  two.charCodeAt(1) - 96,
]);

function baseLetter(unit: string): string {
  return unit
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(65_536).fill(GAP_BASE + 18);
  table.fill(OTHER_LETTER, 0x370, 0x2000).fill(OTHER_LETTER, 0x3040, 0xd800);
  for (let code = 0x30; code < 0x250; code++) {
    if (code <= 0x39) table[code] = FIRST_DIGIT + code - 0x30;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a))
      table[code] = (code | 0x20) - 0x60;
    else if (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) {
      const base = baseLetter(String.fromCharCode(code));
      const letter = base.charCodeAt(0) - 96;
      table[code] = base.length === 1 && letter >= 1 && letter <= 26 ? letter : OTHER_LETTER;
    }
  }
  table.fill(SKIP, 0x300, 0x370).fill(SKIP, 0x200b, 0x200e);
  table[0xad] = SKIP;
  table[0xfeff] = SKIP;
  for (const [bit, signs] of gapSigns) for (const sign of signs) table[sign.charCodeAt(0)] = GAP_BASE + bit;
  Object.keys(pairs).forEach((unit, index) => {
    table[unit.charCodeAt(0)] = PAIR_BASE + index;
    const upper = unit.toUpperCase();
    if (upper.length === 1 && upper !== unit) table[upper.charCodeAt(0)] = PAIR_BASE + index;
  });
  table['#'.charCodeAt(0)] = SIGN_BASE + HASH;
  table['%'.charCodeAt(0)] = SIGN_BASE + PERCENT;
  return table;
}

/** Class of each UTF-16 unit; see the constants above for what values mean. */
export const charClass: Uint8Array = buildTable();

/**
 * Writes the class sequence a vocabulary text is stored under: words joined by single gaps, no gap at the ends. Returns
 * its length; `classes` has room for three a unit.
 */
export function writeClasses(text: string, classes: Uint8Array): number {
  let length = 0;
  let pendingGap = false;
  for (let i = 0; i < text.length; i++) {
    const value = charClass[text.charCodeAt(i)] as number;
    if (value === SKIP) continue;
    if (value >= GAP_BASE && value < PAIR_BASE) {
      pendingGap = true;
      continue;
    }
    const sign = value > SKIP && value < GAP_BASE;
    if ((pendingGap || sign) && length > 0) classes[length++] = GAP;
    pendingGap = sign;
    if (sign) classes[length++] = value - SIGN_BASE;
    else if (value >= PAIR_BASE) {
      const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
      classes[length++] = first;
      classes[length++] = second;
    } else classes[length++] = value;
  }
  return length;
}

/** The same as a list. */
export function classesOf(text: string): number[] {
  const classes = new Uint8Array(3 * text.length);
  return [...classes.subarray(0, writeClasses(text, classes))];
}
