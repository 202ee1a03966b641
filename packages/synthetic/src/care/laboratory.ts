// Blood results of an invented patient: the panel that is asked, each value inside its reference range or, for some,
// beyond it on the side where disease puts it.

import type { MeasuredTest } from '@breekpunt/investigate';
import { canonicalUnits } from '@breekpunt/investigate';
import { type Day, dateOf } from '../calendar.ts';
import { normal, rounded } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { LabValue } from './care-path.ts';

/** Low and high end of the reference range, in the test's canonical unit. */
export type LabRanges = Readonly<Partial<Record<MeasuredTest, readonly [number, number]>>>;

/** Where disease puts the value, and how many decimals a laboratory prints. */
const tests: readonly {
  readonly test: MeasuredTest;
  readonly deviates: 'low' | 'high';
  readonly digits: number;
}[] = [
  { test: 'calcium', deviates: 'high', digits: 2 },
  { test: 'albumin', deviates: 'low', digits: 0 },
  { test: 'phosphate', deviates: 'low', digits: 2 },
  { test: 'creatinine', deviates: 'high', digits: 0 },
  { test: 'alkaline-phosphatase', deviates: 'high', digits: 0 },
  { test: 'esr', deviates: 'high', digits: 0 },
  { test: 'vitamin-d', deviates: 'low', digits: 0 },
  { test: 'tsh', deviates: 'low', digits: 2 },
];

export function drawLabs(random: Random, rates: Rates, ranges: LabRanges, day: Day): LabValue[] {
  return tests.flatMap(({ test, deviates, digits }) => {
    const range = ranges[test];
    if (range === undefined || random.chance(rates.share('not-asked-share'))) return [];
    const [low, high] = range;
    const value = random.chance(rates.share(rateOf(test)))
      ? beyond(random, range, deviates)
      : inside(random, range);
    return [{ on: dateOf(day), test, value: rounded(value, digits), unit: canonicalUnits[test], low, high }];
  });
}

function rateOf(test: MeasuredTest): 'low-vitamin-d' | 'deviating-tsh' | 'deviating-other' {
  if (test === 'vitamin-d') return 'low-vitamin-d';
  return test === 'tsh' ? 'deviating-tsh' : 'deviating-other';
}

/** Ranges hold 19 of 20 healthy people: a bell between their ends, nearer to the lower where the upper lies far off. */
function inside(random: Random, [low, high]: readonly [number, number]): number {
  const width = high - low;
  const middle = low + width * (high > 3 * low ? 0.25 : 0.5);
  const drawn = normal(random, middle, width / 6);
  return Math.min(Math.max(drawn, low + width * 0.02), high - width * 0.02);
}

function beyond(random: Random, [low, high]: readonly [number, number], side: 'low' | 'high'): number {
  return side === 'low' ? low * (0.3 + 0.65 * random.next()) : high * (1.05 + 0.6 * random.next() ** 2);
}
