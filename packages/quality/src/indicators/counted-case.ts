// One case as counting keeps it: a letter for each indicator, what is counted beside patients, and the day on which it must be looked
// at again. Decision: compact and complete, so that what a case added to its month can be taken off again without reading its record,
// and a counting of a day looks only at the cases that changed.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import type { IndicatorSet } from '@breekpunt/knowledge';
import type { CareRecord } from '../record/care-record.ts';
import { type Contribution, judgeCase, onePatient } from './judge-case.ts';
import { type Standing, standings } from './judge-patient.ts';
import type { Tally } from './tally.ts';

export const letters: Readonly<Record<Standing, string>> = {
  achieved: 'a',
  missed: 'm',
  'not-recorded': 'n',
  'too-early': 't',
  outside: 'o',
  'left-out': 'x',
};
/** Place of a standing, by the code of its letter. */
const placeOfCode = new Int8Array(128);
for (const [place, standing] of standings.entries()) placeOfCode[letters[standing].charCodeAt(0)] = place;

export interface CountedCase {
  /** One for each indicator of each set, in the order of the sets. */
  readonly standings: string;
  /** Indicators that count something else than this patient: place:a.m.n.t.o.x, with semicolons between. */
  readonly amounts: string;
  /** The first day on which time alone changes something; null when none does. */
  readonly wakesOn: CalendarDate | null;
}

const epoch = knownDate('1970-01-01');

export function countCase(
  sets: readonly IndicatorSet[],
  record: CareRecord,
  siblings: readonly CareRecord[],
  cut: CalendarDate,
): CountedCase {
  let [line, amounts, place]: [string, string, number] = ['', '', 0];
  let wakes: number | null = null;
  for (const set of sets) {
    const judged = judgeCase(set, record, siblings, cut);
    for (let at = 0; at < judged.length; at++) {
      const { standing, tally, wakes: wakesAt } = judged[at] as Contribution;
      line += letters[standing];
      if (!countsOnePatient(standing, tally))
        amounts += `${amounts === '' ? '' : ';'}${place}:${written(tally)}`;
      if (wakesAt !== null && (wakes === null || wakesAt < wakes)) wakes = wakesAt;
      place++;
    }
  }
  return { standings: line, amounts, wakesOn: wakes === null ? null : addDays(epoch, wakes) };
}

function countsOnePatient(standing: Standing, tally: Tally): boolean {
  if (tally === onePatient[standing]) return true;
  return standings.every((one) => tally[one] === (one === standing ? 1 : 0));
}

function written(tally: Tally): string {
  return standings.map((standing) => tally[standing]).join('.');
}

/** Counts of some cases: a row of six for each indicator, in the order of `standings`. */
export type Counts = Int32Array;

export function noCounts(indicators: number): Counts {
  return new Int32Array(indicators * standings.length);
}

/** Adds what a case counts; `times` -1 takes it off again. */
export function addCase(
  counts: Counts,
  { standings: line, amounts }: Pick<CountedCase, 'standings' | 'amounts'>,
  times: 1 | -1 = 1,
): void {
  const width = standings.length;
  for (let place = 0; place < line.length; place++) {
    const at = place * width + (placeOfCode[line.charCodeAt(place)] as number);
    counts[at] = (counts[at] as number) + times;
  }
  if (amounts === '') return;
  for (const amount of amounts.split(';')) {
    const [at = '0', tally = ''] = amount.split(':');
    const place = Number(at);
    add(counts, place * width + (placeOfCode[line.charCodeAt(place)] ?? 0), -times);
    for (const [standing, count] of tally.split('.').entries())
      add(counts, place * width + standing, times * Number(count));
  }
}

function add(counts: Counts, at: number, amount: number): void {
  counts[at] = (counts[at] ?? 0) + amount;
}

export function tallyIn(counts: Counts, place: number): Tally {
  const width = standings.length;
  return Object.fromEntries(
    standings.map((standing, at) => [standing, counts[place * width + at] ?? 0]),
  ) as Record<Standing, number>;
}
