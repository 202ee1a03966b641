import { expect, test } from 'vitest';
import { median, quantile, rounded, spread, timeAll } from './measure.ts';

test('the median of an even number of rounds lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
});

test('rounds that all took the same time have no noise', () => {
  expect(spread([5, 5, 5, 5])).toBe(0);
});

test('figures are kept to three places that count', () => {
  expect([rounded(123_456), rounded(0.012345)]).toEqual([123_000, 0.0123]);
});

test('every candidate reads every text, in the warm-up and in each round', () => {
  const read: string[] = [];
  const candidates = ['a', 'b'].map((name) => ({
    name,
    run: (texts: readonly string[]): number => {
      read.push(name);
      return texts.length;
    },
  }));
  const timings = timeAll(candidates, ['x', 'y'], {
    rounds: 4,
    warmUps: 2,
    slowRoundMs: Number.POSITIVE_INFINITY,
  });
  expect(read.filter((name) => name === 'a')).toHaveLength(6);
  expect(timings.map(({ rounds, checksum }) => [rounds, checksum])).toEqual([
    [4, 2],
    [4, 2],
  ]);
});
