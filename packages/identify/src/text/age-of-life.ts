// At what age of life a bone broke: "wrist fracture aged 62", "op 62 jaar", "à 62 ans", "mit 62". Told so, the fracture
// lies in the past; the age of a patient ("bei 82-jähriger Patientin") stands in other words and is none of these.

import { type Element, rowOf } from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';
import { wordOf } from './word-of.ts';

const leads: ReadonlySet<string> = new Set([
  'at',
  'aged',
  'age',
  'age of',
  'op',
  'mit',
  'alter von',
  'im alter von',
  'im alter',
]);
/** Words that may stand between: "op haar 62e", "at the age of 62", "im Alter von 62". */
const small: ReadonlySet<string> = new Set(['the', 'of', 'haar', 'zijn', 'im', 'von', 'alter', 'in', 'om']);
const YEAR = 365;
const YOUNGEST = 6;

/** The number that tells it, right behind the words of the fracture, or null. */
export function ageOfLife(scan: Scan, elements: readonly Element[], phraseTo: number): Element | null {
  let led = false;
  for (let i = phraseTo + 1; i <= phraseTo + 4 && i < elements.length; i++) {
    const element = elements[i] as Element;
    const opens = (element.gap & gapBit.open) !== 0;
    if (element.breakBefore > 0 && !(opens && i === phraseTo + 1)) return null;
    if (element.numeric) return (led || opens) && tellsYears(scan, elements, i, led) ? element : null;
    const word = wordOf(scan, element);
    if (leads.has(word) || leads.has(word.split(' ')[0] ?? '')) led = true;
    else if (!small.has(word)) return null;
  }
  return null;
}

/** Two digits that no other unit follows: "62", "62 jaar", "62e", "62. LJ". */
function tellsYears(scan: Scan, elements: readonly Element[], at: number, led: boolean): boolean {
  const word = wordOf(scan, elements[at] as Element);
  if (!/^\d{1,2}(?:e|ste|th)?$/.test(word) || Number.parseInt(word, 10) < YOUNGEST) return false;
  const next = elements[at + 1];
  if (next === undefined || next.breakBefore > 0) return led;
  const unit = rowOf(next, 'unit');
  if (unit !== null) return led && unit.days === YEAR;
  return wordOf(scan, next) === 'lj';
}
