// How long ago: "3 weken geleden", "6 wkn na", "il y a 2 mois", "vor 5 Wochen", "3/12 post".
// A span that lies in the future ("controle over 6 weken") or tells a duration ("gedurende") is no age.

import type { Language } from '@breekpunt/core';
import type { UnitRow } from '@breekpunt/knowledge';
import { type Element, rowOf } from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';
import { before, following, future, numberWords } from './age-words.ts';
import { wordOf } from './word-of.ts';

export interface Age {
  /** Index of the element that holds the number. */
  readonly index: number;
  readonly days: number;
  readonly start: number;
  readonly end: number;
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
  // "44M s/p rollover": with a capital it is a man of that age.
  if (compact !== null && scan.text.charCodeAt(element.end - 1) !== CAPITAL_M) {
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

const POST_OP = /^post-? ?op/;
const OPERATED_DAY = /^(?:pod(?: ?#)?|post-? ?op(?:erative)? day)$/;

/** "POD 3", "Postop day 4", "dag 3 na": the day counted from the operation, before what was operated. */
function dayAfterOperation(scan: Scan, elements: readonly Element[], at: number): RawAge | null {
  const element = elements[at] as Element;
  if (element.end - element.start > 2) return null;
  const lead = elements[at - 1];
  if (lead === undefined || element.breakBefore > 1) return null;
  const [word, next] = [wordOf(scan, lead), elements[at + 1]];
  const behind = next === undefined ? '' : wordOf(scan, next);
  const [second, third] = [elements[at - 2], POST_OP.test(behind) ? elements[at + 2] : undefined];
  const day = word === 'dag' || word === 'day' || word === 'jour';
  const counted =
    OPERATED_DAY.test(word) ||
    (day && (behind === 'na' || POST_OP.test(behind))) ||
    (day && second !== undefined && POST_OP.test(wordOf(scan, second))) ||
    // "5. postoperativer Tag"
    (third !== undefined && wordOf(scan, third) === 'tag');
  const days = Number.parseInt(wordOf(scan, element), 10);
  return counted && !Number.isNaN(days) ? { days, from: at } : null;
}

/** "J5", "J+10": the day counted from the operation or injury, as French wards write it. */
function dayCounted(scan: Scan, elements: readonly Element[], at: number): RawAge | null {
  const element = elements[at] as Element;
  if (element.numeric) {
    const operated = dayAfterOperation(scan, elements, at);
    if (operated !== null) return operated;
  }
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
const CAPITAL_M = 77;

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
