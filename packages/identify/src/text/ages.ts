// How long ago: "3 weken geleden", "6 wkn na", "il y a 2 mois", "vor 5 Wochen", "3/12 post", and bare years.
// A span that lies in the future ("controle over 6 weken") or tells a duration ("gedurende") is no age.

import type { Language } from '@breekpunt/core';
import type { UnitRow } from '@breekpunt/knowledge';
import { type Element, rowOf } from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scanner.ts';

export interface Age {
  /** Index of the element that holds the number. */
  readonly index: number;
  readonly days: number;
  readonly start: number;
  readonly end: number;
}

const before = new Set([
  'na',
  'post',
  'sinds',
  'sedert',
  'after',
  'since',
  'nach',
  'seit',
  'vor',
  'depuis',
  'voici',
  'voilà',
  'voila',
  'a',
  'à',
  'ya',
  'apres',
  'après',
  'po',
  'dag',
  'day',
  'tag',
  'jour',
  'some',
  'circa',
  'ca',
  'al',
  'reeds',
  'ongeveer',
  'about',
  'etwa',
  'environ',
  'last',
  'past',
  'vorige',
  'paar',
]);
const following = new Set([
  'geleden',
  'ago',
  'terug',
  'oud',
  'oude',
  'old',
  'na',
  'post',
  'po',
  'postop',
  'postoperatief',
  'later',
  'nach',
  'after',
  'd',
  'alt',
  'alte',
  'since',
  'following',
  'earlier',
  'out',
  'status',
  'review',
  'vor',
  'prior',
  'après',
  'apres',
  's/p',
  'status post',
  'post-op',
  'post op',
  'st.n.',
  'st.n',
]);
const future = new Set([
  'over',
  'binnen',
  'gedurende',
  'dans',
  'pendant',
  'für',
  'for',
  'within',
  'every',
  'om',
  'elke',
  'tijdens',
  'next',
  'in',
  'na',
  'durant',
  'während',
  'nog',
  'encore',
  'noch',
  'tot',
  'max',
  'komende',
]);

const numberWords: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  enkele: 3,
  anderhalf: 1.5,
  anderhalve: 1.5,
  half: 0.5,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  quelques: 3,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  neun: 9,
  zehn: 10,
  einigen: 3,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  few: 3,
  several: 3,
};

function wordOf(scan: Scan, element: Element): string {
  return scan.text.slice(element.start, element.end).toLowerCase();
}

/** Ages in a sentence; only spans that a relating word places in the past. */
export function agesIn(scan: Scan, elements: readonly Element[], language: Language): Age[] {
  const ages: Age[] = [];
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i] as Element;
    const counted = dayCounted(scan, elements, i);
    if (counted !== null) {
      const first = elements[counted.from] as Element;
      ages.push({ index: counted.from, days: counted.days, start: first.start, end: element.end });
      continue;
    }
    const unit = rowOf(element, 'unit');
    const read = unit === null ? compactAge(scan, elements, i, language) : ageBefore(scan, elements, i, unit);
    if (read === null) continue;
    if (!relates(scan, elements, read.from, i) || isPersonAge(scan, elements, read.days, i)) continue;
    const first = elements[read.from] as Element;
    ages.push({ index: read.from, days: read.days, start: first.start, end: element.end });
  }
  return ages;
}

/** "82 year old woman": a person's age, not a fracture's. */
function isPersonAge(scan: Scan, elements: readonly Element[], days: number, at: number): boolean {
  const next = elements[at + 1];
  return days > 18 * 365 && next !== undefined && /^(?:old|oud|oude|alt|alte)$/.test(wordOf(scan, next));
}

interface RawAge {
  readonly days: number;
  readonly from: number;
}

function ageBefore(scan: Scan, elements: readonly Element[], at: number, unit: UnitRow): RawAge | null {
  const previous = elements[at - 1];
  if (previous === undefined) return null;
  const word = wordOf(scan, previous);
  const value = /^\d{1,3}$/.test(word) ? Number(word) : numberWords[word];
  if (value === undefined) return null;
  // "1,5 jaar" and "3-4 weken": take the first number of the pair.
  const joined = elements[at - 2];
  const isPair =
    joined !== undefined &&
    (previous.gap & (gapBit.hyphen | gapBit.comma | gapBit.period)) !== 0 &&
    (previous.gap & gapBit.space) === 0 &&
    /^\d{1,3}$/.test(wordOf(scan, joined));
  // "à 14 h", "om 7 u": a clock time.
  const lead = elements[at - 2];
  if (unit.days < 0.5 && lead !== undefined && /^(?:à|a|vers|om|um|at|tegen)$/.test(wordOf(scan, lead)))
    return null;
  return { days: value * unit.days, from: isPair ? at - 2 : at - 1 };
}

/** "3wkn", "6/52", "3/12". */
function compactAge(scan: Scan, elements: readonly Element[], at: number, language: Language): RawAge | null {
  const element = elements[at] as Element;
  if (!element.numeric) return null;
  const word = wordOf(scan, element);
  const compact = /^(\d{1,3})(d|w|wk|wkn|m|mnd|j|jr|sem|y)$/.exec(word);
  if (compact !== null) {
    const days = { d: 1, w: 7, wk: 7, wkn: 7, m: 30.4, mnd: 30.4, j: 365, jr: 365, sem: 7, y: 365 }[
      compact[2] as 'd'
    ];
    // "10j" is ten days in French and ten years in Dutch and German.
    const each = language === 'fr' && compact[2] === 'j' ? 1 : days;
    return { days: Number(compact[1]) * each, from: at };
  }
  const previous = elements[at - 1];
  if (
    (word === '52' || word === '12' || word === '7') &&
    previous !== undefined &&
    (element.gap & gapBit.slash) !== 0
  ) {
    const count = wordOf(scan, previous);
    if (/^\d{1,2}$/.test(count))
      return { days: Number(count) * (word === '52' ? 7 : word === '12' ? 30.4 : 1), from: at - 1 };
  }
  return null;
}

const datesBack = /^(?:dat(?:e|ant)|vieux|vieilles?|remont(?:e|ent|ant)) /;

/** "J5", "J+10": the day counted from the operation or injury, as French wards write it. */
function dayCounted(scan: Scan, elements: readonly Element[], at: number): RawAge | null {
  const element = elements[at] as Element;
  if (element.level !== null || element.end - element.start > 4) return null;
  if (isJ(scan, element.start)) {
    const counted = /^j(\d{1,3})$/.exec(wordOf(scan, element));
    return counted === null ? null : { days: Number(counted[1]), from: at };
  }
  const previous = elements[at - 1];
  if (!element.numeric || previous === undefined || scan.text.charCodeAt(element.start - 1) !== PLUS)
    return null;
  if (previous.end - previous.start !== 1 || !isJ(scan, previous.start)) return null;
  const word = wordOf(scan, element);
  return /^\d{1,3}$/.test(word) ? { days: Number(word), from: at - 1 } : null;
}

const PLUS = 43;

function isJ(scan: Scan, at: number): boolean {
  return (scan.text.charCodeAt(at) | 0x20) === 0x6a;
}

function relates(scan: Scan, elements: readonly Element[], from: number, to: number): boolean {
  const after = elements[to + 1];
  const lead = elements[from - 1];
  const next = after === undefined || after.breakBefore >= 2 ? '' : wordOf(scan, after);
  const prior =
    lead === undefined || (elements[from] as Element).breakBefore >= 1
      ? ''
      : (wordOf(scan, lead).split(/\s+/).at(-1) ?? '');
  if (following.has(next) && !(future.has(prior) && next === 'na')) return true;
  if (next === 'plus' && to + 2 < elements.length && wordOf(scan, elements[to + 2] as Element) === 'tôt')
    return true;
  if (next === 'vorher' || next === 'zuvor' || next === 'auparavant') return true;
  // "datant de 4 mois": one word of the vocabulary, known by its beginning.
  if (lead !== undefined && datesBack.test(wordOf(scan, lead))) return true;
  return before.has(prior) && !(future.has(prior) && prior !== 'na');
}

const DAY_AND_MONTH = /\d{1,2}\.\s?\d{1,2}\.(?!\s?\d)/y;
/** No such day stands farther behind its fracture. */
const DAY_WITHIN = 14;

/** "Z.n. Osteosynthese am 03.10.": a day written without its year lies in the last twelve months. */
export function dayWithoutYear(scan: Scan, elements: readonly Element[], head: number): Element | null {
  for (let i = head + 1; i < Math.min(elements.length, head + DAY_WITHIN); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore === 3) return null;
    if (!element.numeric || element.end - element.start > 2) continue;
    DAY_AND_MONTH.lastIndex = element.start;
    if (DAY_AND_MONTH.test(scan.text)) return element;
  }
  return null;
}

export interface StatedYear {
  readonly index: number;
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

const MONTH =
  /^(?:jan|feb|f[ée]v|ma[aä]?r|apr|avr|me?i|mai|may|jun|jui|jul|aug|ao[uû]|sep|okt|oct|nov|dec|d[ée]c)/;
const comparing = new Set([
  'tov',
  'o',
  'vergelijking',
  'vs',
  'versus',
  'from',
  'zu',
  'zum',
  'since',
  'depuis',
  'sinds',
  'seit',
  'than',
  'dan',
  'compared',
  'sedert',
]);

/** Bare years that may date something; a year inside a full date or after a comparing word does not. */
export function yearsIn(scan: Scan, elements: readonly Element[]): StatedYear[] {
  const years: StatedYear[] = [];
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i] as Element;
    if (!element.numeric) continue;
    const short = shortYear(scan, element);
    if (short !== null) years.push({ index: i, year: short, start: element.start, end: element.end });
    if (element.end - element.start !== 4) continue;
    const word = scan.text.slice(element.start, element.end);
    if (!/^(?:19[3-9]\d|20[0-4]\d)$/.test(word)) continue;
    const lead = i > 0 ? wordOf(scan, elements[i - 1] as Element) : '';
    const joined =
      (element.gap & (gapBit.slash | gapBit.hyphen | gapBit.period)) !== 0 &&
      (element.gap & gapBit.space) === 0;
    if (joined && /^\d{1,2}$/.test(lead)) continue;
    if (MONTH.test(lead) && i > 1 && /^\d{1,2}$/.test(wordOf(scan, elements[i - 2] as Element))) continue;
    if (comparing.has(lead) || compared(scan, elements, i)) continue;
    years.push({ index: i, year: Number(word), start: element.start, end: element.end });
  }
  return years;
}

/** "in '98": two digits behind an apostrophe; from 50 on they are of the last century. */
function shortYear(scan: Scan, element: Element): number | null {
  if (element.end - element.start !== 2 || (element.gap & gapBit.quote) === 0) return null;
  const mark = scan.text.charAt(element.start - 1);
  if (mark !== "'" && mark !== '\u2019') return null;
  const year = Number(scan.text.slice(element.start, element.end));
  return Number.isNaN(year) ? null : year + (year < 50 ? 2000 : 1900);
}

const comparisons =
  /^(?:vergel|vgl|vergl|compar|previous|prior|vor(?:unter|auf|bild)|onderzoek|opname|examen|clich|study|film|voorgaand|vorig)/;

/** "vergeleken met 2020", "op CT van 2022": the year of an earlier examination, not of a fracture. */
function compared(scan: Scan, elements: readonly Element[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const element = elements[i] as Element;
    // "niet aanwezig op CT (2019)": the bracket that holds only the year parts it from nothing.
    const next = elements[i + 1] as Element;
    if (next.breakBefore >= 1 && !(i === at - 1 && (next.gap & gapBit.open) !== 0)) return false;
    if (element.rows.some((row) => row.role === 'head')) return false;
    if (element.rows.some((row) => row.role === 'exam') || comparisons.test(wordOf(scan, element)))
      return true;
  }
  return false;
}
