// The lines of some people counted: a row to be kept for each of their cases, and what they add to each month. Decision: in and out
// are plain texts and arrays, so that a thread can do it; the columns come back as the database takes arrays, so that a row is
// put together once.

import { type CalendarDate, isVertebral } from '@breekpunt/core';
import type { IndicatorSet } from '@breekpunt/knowledge';
import { addCase, type CareRecord, type CountedCase, countCase, noCounts } from '@breekpunt/quality';
import type { CareLines } from './care-lines.ts';
import { pathReader } from './path-of-care.ts';
import { recordsFromLines } from './records-from-lines.ts';
import { indicatorIds } from './shown-sets.ts';

export interface PortionQuestion {
  readonly lines: CareLines;
  readonly tests: number;
  readonly cut: CalendarDate;
}

/** Columns of indicator_case as texts of arrays, one element for each case. */
export interface PortionColumns {
  readonly cases: string;
  readonly months: string;
  readonly standings: string;
  readonly amounts: string;
  readonly kinds: string;
  readonly missing: string;
  readonly wakes: string;
}

export interface PortionCount {
  readonly size: number;
  readonly columns: PortionColumns;
  readonly months: ReadonlyMap<string, Int32Array>;
  /** month|kind → patients. */
  readonly mix: ReadonlyMap<string, number>;
  /** month|path → patients. */
  readonly paths: ReadonlyMap<string, number>;
}

export function countPortion(
  { lines, tests, cut }: PortionQuestion,
  sets: readonly IndicatorSet[],
): PortionCount {
  const ids = indicatorIds(sets);
  const pathOf = pathReader(ids);
  const columns: Record<keyof PortionColumns, string[]> = {
    cases: [],
    months: [],
    standings: [],
    amounts: [],
    kinds: [],
    missing: [],
    wakes: [],
  };
  const months = new Map<string, Int32Array>();
  const mix = new Map<string, number>();
  const paths = new Map<string, number>();
  const shares = sharesOf(sets);
  for (const siblings of recordsFromLines(lines, tests))
    for (const record of siblings) {
      const counted = countCase(sets, record, siblings, cut);
      const month = `${record.foundOn.slice(0, 7)}-01`;
      const kind = kindOf(record, counted);
      columns.cases.push(String(record.case));
      columns.months.push(month);
      columns.standings.push(counted.standings);
      columns.amounts.push(quoted(counted.amounts));
      columns.kinds.push(quoted(kind));
      columns.missing.push(String(missingIn(counted, shares)));
      columns.wakes.push(counted.wakesOn ?? 'NULL');
      let counts = months.get(month);
      if (counts === undefined) {
        counts = noCounts(ids.length);
        months.set(month, counts);
      }
      addCase(counts, counted);
      addOne(mix, month, kind);
      addOne(paths, month, pathOf(counted));
    }
  const arrays = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, `{${values.join(',')}}`]),
  ) as unknown as PortionColumns;
  return { size: columns.cases.length, columns: arrays, months, mix, paths };
}

/** One patient of a word in a month; of an empty word, nobody. */
export function addOne(counts: Map<string, number>, month: string, word: string, times: 1 | -1 = 1): void {
  if (word === '') return;
  const key = `${month}|${word}`;
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** Holds no quote, comma or brace of its own. */
function quoted(text: string): string {
  return text === '' ? '""' : text;
}

/** Places of the shares of the first set, in which a gap is somebody's to fill. */
function sharesOf(sets: readonly IndicatorSet[]): readonly number[] {
  return (sets[0]?.indicators ?? []).flatMap(({ counts }, place) => (counts === 'share' ? [place] : []));
}

function missingIn({ standings }: CountedCase, shares: readonly number[]): number {
  return shares.filter((place) => standings.charAt(place) === 'n').length;
}

/** Sex, age in the middle of five years, and place of the fracture, such as female-77-hip; empty outside the cohort of the first set. */
function kindOf({ birthDate, sex, site, foundOn }: CareRecord, { standings }: CountedCase): string {
  if (standings.charAt(0) === 'x' || birthDate === null || (sex !== 'female' && sex !== 'male')) return '';
  const years =
    Number(foundOn.slice(0, 4)) -
    Number(birthDate.slice(0, 4)) -
    (foundOn.slice(5) < birthDate.slice(5) ? 1 : 0);
  return `${sex}-${Math.min(97, Math.floor(years / 5) * 5 + 2)}-${groupOf(site)}`;
}

function groupOf(site: CareRecord['site']): string {
  if (site.startsWith('hip.')) return 'hip';
  if (isVertebral(site)) return 'vertebra';
  return site.startsWith('wrist.') ? 'wrist' : 'other';
}
