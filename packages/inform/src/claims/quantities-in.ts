// Numbers with their unit: "15 tot 20 jaar", "60 %", "6 van de 10", "vijf keer". A share of a hundred or a thousand is both a
// percentage and a natural frequency, the form that the register asks for.

import type { QuantityUnit } from '@breekpunt/knowledge';
import type { Word } from './words-in.ts';

export interface Quantity {
  readonly unit: QuantityUnit;
  readonly least: number;
  readonly most: number;
  /** Words from..to, the end not included. */
  readonly from: number;
  readonly to: number;
}

const numberWords = new Map<string, number>(
  Object.entries({
    ...counted('twee drie vier vijf zes zeven acht negen tien elf twaalf', 2),
    ...counted('deux trois quatre cinq six sept huit neuf dix onze douze', 2),
    ...counted('two three four five six seven eight nine ten eleven twelve', 2),
    een: 1,
    un: 1,
    une: 1,
    one: 1,
    dizaine: 10,
    tiental: 10,
    vijftien: 15,
    vijftiental: 15,
    quinzaine: 15,
    twintigtal: 20,
    vingtaine: 20,
    quinze: 15,
    fifteen: 15,
    twintig: 20,
    vingt: 20,
    twenty: 20,
    vijfentwintig: 25,
    dertig: 30,
    trente: 30,
    thirty: 30,
    veertig: 40,
    quarante: 40,
    forty: 40,
    vijftig: 50,
    cinquante: 50,
    fifty: 50,
    zestig: 60,
    soixante: 60,
    sixty: 60,
    zeventig: 70,
    seventy: 70,
    tachtig: 80,
    eighty: 80,
    negentig: 90,
    ninety: 90,
    honderd: 100,
    cent: 100,
    hundred: 100,
    duizend: 1000,
    mille: 1000,
    thousand: 1000,
  }),
);

const units: readonly (readonly [RegExp, QuantityUnit])[] = [
  [/^(?:%|procent|pourcent|percent)$/, 'percent'],
  [/^(?:jaar|jaren|ans?|annees?|years?)$/, 'years'],
  [/^(?:maand|maanden|mois|months?)$/, 'months'],
  [/^(?:week|weken|semaines?|weeks?)$/, 'weeks'],
  [/^(?:uur|uren|heures?|hours?)$/, 'hours'],
  [/^(?:keer|maal|x|fois|times)$/, 'times'],
];

const upTo = new Set(['tot', 'a', 'to', 'of', 'et', 'en', 'and']);
const outOf = new Set([
  'op',
  'van',
  'de',
  'elke',
  'sur',
  'in',
  'of',
  'out',
  'every',
  'per',
  'mensen',
  'patienten',
  'personnes',
  'patients',
  'people',
  'les',
  'the',
]);
const wholes = new Set([3, 4, 5, 10, 20, 100, 1000, 10_000]);

export function quantitiesIn(words: readonly Word[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const rough = roughAt(words, at);
    if (rough !== undefined) {
      found.push(rough);
      at = rough.to - 1;
      continue;
    }
    const first = numberAt(words, at);
    if (first === undefined) continue;
    const range = rangeFrom(words, at, first);
    const share = shareAt(words, range.to, range.most);
    if (share !== undefined) {
      const percent = {
        unit: 'percent',
        least: (range.least / share.whole) * 100,
        most: (range.most / share.whole) * 100,
      } as const;
      found.push({ ...percent, from: at, to: share.to });
      found.push({ unit: 'natural', least: range.least, most: range.most, from: at, to: share.to });
      at = share.to - 1;
      continue;
    }
    const unit = unitAt(words, range.to);
    if (unit !== undefined)
      found.push({ unit: unit.unit, least: range.least, most: range.most, from: at, to: unit.to });
    at = range.to - 1;
  }
  return found;
}

function counted(words: string, from: number): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, from + index]));
}

function numberAt(words: readonly Word[], at: number): number | undefined {
  const text = words[at]?.text;
  if (text === undefined) return undefined;
  return /^\d/.test(text) ? Number(text) : numberWords.get(text);
}

function rangeFrom(
  words: readonly Word[],
  at: number,
  first: number,
): { least: number; most: number; to: number } {
  const linked = upTo.has(words[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const second = numberAt(words, linked);
  if (second === undefined || second <= first || (linked === at + 1 && !touch(words, at)))
    return { least: first, most: first, to: at + 1 };
  return { least: first, most: second, to: linked + 1 };
}

/** "15-20": nothing but a dash lies between. */
function touch(words: readonly Word[], at: number): boolean {
  const [left, right] = [words[at], words[at + 1]];
  return left !== undefined && right !== undefined && right.start - left.end <= 3;
}

function shareAt(
  words: readonly Word[],
  at: number,
  part: number,
): { whole: number; to: number } | undefined {
  let to = at;
  while (to < at + 4 && outOf.has(words[to]?.text ?? '')) to += 1;
  const whole = to === at ? undefined : numberAt(words, to);
  return whole !== undefined && wholes.has(whole) && whole > part ? { whole, to: to + 1 } : undefined;
}

/** "een jaar of vijftien", "een week of zes": Dutch puts a rough number behind its unit. */
function roughAt(words: readonly Word[], at: number): Quantity | undefined {
  const [unit, or] = [words[at]?.text ?? '', words[at + 1]?.text];
  const number = or === 'of' ? numberAt(words, at + 2) : undefined;
  const kind = units.find(([pattern]) => pattern.test(unit))?.[1];
  return number === undefined || kind === undefined
    ? undefined
    : { unit: kind, least: number, most: number, from: at, to: at + 3 };
}

function unitAt(words: readonly Word[], at: number): { unit: QuantityUnit; to: number } | undefined {
  for (let to = at; to < at + 2; to += 1) {
    const text = words[to]?.text ?? '';
    if (text === 'pour' && words[to + 1]?.text === 'cent') return { unit: 'percent', to: to + 2 };
    const unit = units.find(([pattern]) => pattern.test(text))?.[1];
    if (unit !== undefined) return { unit, to: to + 1 };
  }
  return undefined;
}
