import { addDays, daysBetween, knownDate } from '@breekpunt/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from './day-number.ts';

const first = knownDate('1970-01-01');

test('1 January 1970 is day 0, and the day after a leap day is one more', () => {
  expect(dayNumber(first)).toBe(0);
  expect(dayNumber(knownDate('2024-03-01')) - dayNumber(knownDate('2024-02-29'))).toBe(1);
});

test('every day has the number that the arithmetic of days gives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 80_000 }), (days) => {
      const day = addDays(first, days);
      expect(dayNumber(day)).toBe(daysBetween(first, day));
    }),
    { numRuns: 2000, seed: 3 },
  );
});
