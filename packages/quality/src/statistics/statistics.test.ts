// Against published and independently computed numbers.

import { describe, expect, test } from 'vitest';
import { recallOf } from '../indicators/case-finding-figures.ts';
import { ratioOf } from '../indicators/expected-caseload.ts';
import { colourOf } from '../indicators/tally.ts';
import { binomialChance, binomialQuantile, binomialUpTo } from './binomial.ts';
import { funnelLimits, funnelOf } from './funnel.ts';
import { runChart } from './run-chart.ts';
import { wilson } from './wilson.ts';

describe('Wilson', () => {
  // Newcombe, Statistics in Medicine 1998;17:857-72, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies from %f to %f', (count, of, low, high) => {
    const share = wilson(count, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });
  test('nothing of nothing is no share', () => {
    expect(wilson(0, 0).share).toBeNull();
  });
});

describe('binomial', () => {
  test('8 of 10 at one half', () => {
    expect(binomialUpTo(8, 10, 0.5)).toBeCloseTo(1013 / 1024, 12);
  });
  test('many trials add up to one', () => {
    expect(binomialUpTo(1000, 1000, 0.3)).toBeCloseTo(1, 10);
    expect(binomialUpTo(1999, 4000, 0.5)).toBeCloseTo(0.4937, 3);
  });
});

describe('run chart', () => {
  // The rule of Anhøj and Olesen, PLoS One 2014;9:e113825; quantiles summed over whole numbers, apart from this code.
  test.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [40, 8, 14],
    [60, 9, 23],
  ])('%i points: a run above %i or fewer crossings than %i', (n, run, crossings) => {
    expect(Math.round(Math.log2(n) + 3)).toBe(run);
    expect(binomialQuantile(0.05, n - 1, 0.5)).toBe(crossings);
  });
  test('going up and down by chance is chance', () => {
    expect(runChart([5, 7, 4, 8, 5, 9, 3, 7, 6, 8, 2, 9]).signal).toBe('chance');
  });
  test('nine months above after nine below is better', () => {
    expect(runChart([3, 2, 3, 1, 2, 3, 2, 1, 3, 7, 8, 7, 9, 8, 7, 8, 9, 7])).toMatchObject({
      signal: 'better',
      longestRun: 9,
      crossings: 1,
    });
  });
  test('the other way round is worse', () => {
    expect(runChart([7, 8, 7, 9, 8, 7, 8, 9, 7, 3, 2, 3, 1, 2, 3, 2, 1, 3]).signal).toBe('worse');
  });
  test('eleven months say nothing', () => {
    expect(runChart([3, 2, 3, 1, 2, 7, 8, 7, 9, 8, 7]).signal).toBe('too-few-months');
  });
  test('months on the median are not counted', () => {
    expect(runChart([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9]).useful).toBe(1);
  });
});

describe('funnel', () => {
  test('exact limits lie near those of the normal curve when many were counted', () => {
    const { low95, high95, low998, high998 } = funnelLimits(0.5, 10_000);
    expect([low95, high95].map((one) => Math.abs(one - 0.5))).toEqual([
      expect.closeTo(0.0098, 3),
      expect.closeTo(0.0098, 3),
    ]);
    expect([low998, high998].map((one) => Math.abs(one - 0.5))).toEqual([
      expect.closeTo(0.01545, 3),
      expect.closeTo(0.01545, 3),
    ]);
  });
  test('limits never leave 0 to 1', () => {
    const limits = funnelLimits(0.02, 5);
    expect(limits.low998).toBe(0);
    expect(limits.high998).toBeLessThanOrEqual(1);
  });
  test('hospitals that differ more than chance are overdispersed', () => {
    const apart = [
      { count: 10, of: 100 },
      { count: 50, of: 100 },
      { count: 90, of: 100 },
    ];
    expect(funnelOf(apart)).toMatchObject({ centre: 0.5 });
    expect(funnelOf(apart).overdispersion).toBeCloseTo((64 + 0 + 64) / 3, 6);
  });
});

describe('expected and found', () => {
  test('8 found of 10 expected, with the interval of a count', () => {
    // Breslow and Day 1987: 95 % limits of a count of 8 are 3.45 and 15.76; Byar comes within 0.03.
    const ratio = ratioOf(8, 10);
    expect(ratio.share).toBe(0.8);
    expect(ratio.low).toBeCloseTo(0.345, 2);
    expect(ratio.high).toBeCloseTo(1.576, 2);
  });
});

test('recall carries the sample through: 1 % missed of 9,000 unflagged beside 810 found is 90 %', () => {
  const counts = { right: 90, judged: 100, flagged: 900, unflagged: 9000, sampled: 100, missedInSample: 1 };
  expect(recallOf(counts).share).toBeCloseTo(0.9, 6);
  expect(recallOf({ ...counts, sampled: 0, missedInSample: 0 }).share).toBeNull();
});

test('exactly 80 % is green from 80 and amber above 80; exactly half is not above half', () => {
  expect(colourOf(0.8, { green: 80, greenIs: 'from', amber: 50 })).toBe('green');
  expect(colourOf(0.8, { green: 80, greenIs: 'above', amber: 50 })).toBe('amber');
  expect(colourOf(0.5, { green: 50, greenIs: 'above' })).toBe('red');
  expect(colourOf(58 / 200, { green: 29, greenIs: 'from' })).toBe('green');
});

test('of thousands of patients the limits are those of adding up every number from none', () => {
  const slow = (q: number, n: number, p: number): number => {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      sum += binomialChance(k, n, p);
      if (sum >= q * (1 - 64 * Number.EPSILON)) return k;
    }
    return n;
  };
  for (const n of [50, 400, 3000, 9000])
    for (const p of [0.001, 0.02, 0.3, 0.65, 0.98, 0.999])
      for (const q of [0.001, 0.025, 0.5, 0.975, 0.999]) {
        const found = binomialQuantile(q, n, p);
        expect([n, p, q, found]).toEqual([n, p, q, slow(q, n, p)]);
        let sum = 0;
        for (let k = 0; k <= found; k++) sum += binomialChance(k, n, p);
        expect(binomialUpTo(found, n, p)).toBeCloseTo(Math.min(1, sum), 10);
      }
});
