// Calendar years and days that date a fracture: "2019", "in '98", "am 03.10.". The year of an earlier examination
// dates nothing.

import { type Element, hasRole, rowOf } from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';
import { wordOf } from './word-of.ts';

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

const FULL_YEAR = /^(?:19[3-9]\d|20[0-4]\d)$/;

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
    if (!FULL_YEAR.test(word)) continue;
    const lead = i > 0 ? wordOf(scan, elements[i - 1] as Element) : '';
    const joined =
      (element.gap & (gapBit.slash | gapBit.hyphen | gapBit.period)) !== 0 &&
      (element.gap & gapBit.space) === 0;
    if (joined && /^\d{1,2}$/.test(lead)) continue;
    if (MONTH.test(lead) && i > 1 && /^\d{1,2}$/.test(wordOf(scan, elements[i - 2] as Element))) continue;
    if (comparing.has(lead) && !sinceThen(elements, i, lead)) continue;
    if (compared(scan, elements, i)) continue;
    years.push({ index: i, year: Number(word), start: element.start, end: element.end });
  }
  return years;
}

const since = new Set(['from', 'since', 'depuis', 'sinds', 'sedert', 'seit']);

/** "wedge fractures from 2020": right behind the fracture or its bone the word dates it. */
function sinceThen(elements: readonly Element[], at: number, lead: string): boolean {
  if (!since.has(lead)) return false;
  const [before, word] = [elements[at - 2], elements[at - 1]];
  if (before === undefined || word === undefined || word.breakBefore > 0) return false;
  return (
    before.level !== null || hasRole(before, 'head') || hasRole(before, 'site') || hasRole(before, 'side')
  );
}

const COMPARED = /^(?:vergel|vgl|vergl|compar)/;
const EXAMINATION = /^(?:onderzoek|opname|foto|exam|clich|stud|film|scan|image|bild|aufnahme|untersuchung)/;

function isExamination(scan: Scan, element: Element): boolean {
  return hasRole(element, 'exam') || EXAMINATION.test(wordOf(scan, element));
}

/** No examination that showed a fracture is told farther behind it. */
const SHOWN_WITHIN = 20;

/** "T11, present on CT 2019": the year of an earlier examination that already showed the fracture before it. */
export function yearShown(scan: Scan, elements: readonly Element[], head: number): StatedYear | null {
  for (let i = head + 1; i < Math.min(elements.length, head + SHOWN_WITHIN); i++) {
    const element = elements[i] as Element;
    const named = rowOf(element, 'head');
    if (element.breakBefore >= 2 || (named !== null && named.kind !== 'vertebral-deformity')) return null;
    const lead = wordOf(scan, element);
    if (comparing.has(lead) || COMPARED.test(lead)) return null;
    if (!element.numeric || element.end - element.start !== 4) continue;
    const word = scan.text.slice(element.start, element.end);
    const beside = [elements[i - 1], elements[i - 2], elements[i + 1]];
    if (FULL_YEAR.test(word) && beside.some((other) => other !== undefined && isExamination(scan, other)))
      return { index: i, year: Number(word), start: element.start, end: element.end };
  }
  return null;
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
