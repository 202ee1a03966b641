import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accuracyFrom, f1Rate, rate } from './rates.ts';

describe('a proportion and its interval', () => {
  test('81 of 263 has the interval of Newcombe 1998, table I: 0.2553 to 0.3662', () => {
    const found = rate(81, 263);
    expect(found.low).toBeCloseTo(0.2553, 4);
    expect(found.high).toBeCloseTo(0.3662, 4);
  });

  test('20 of 20 is not certainty: the lower limit is 0.839', () => {
    expect(rate(20, 20)).toMatchObject({ value: 1, high: 1 });
    expect(rate(20, 20).low).toBeCloseTo(0.8389, 4);
  });

  test('nothing counted has no value, not zero', () => {
    expect(rate(0, 0)).toEqual({ value: null, low: null, high: null, hits: 0, of: 0 });
  });

  test('the value always lies within its limits and the limits within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        fc.pre(hits + misses > 0);
        const { value, low, high } = rate(hits, hits + misses);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value as number);
        expect(high).toBeGreaterThanOrEqual(value as number);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

describe('accuracy', () => {
  test('F1 equals the harmonic mean of sensitivity and positive predictive value', () => {
    const { sensitivity, ppv, f1 } = accuracyFrom({ tp: 90, fp: 5, fn: 10, tn: 95 });
    const s = sensitivity.value as number;
    const p = ppv.value as number;
    expect(f1.value).toBeCloseTo((2 * s * p) / (s + p), 12);
    expect(f1.low).toBeLessThan(f1.value as number);
    expect(f1.high).toBeGreaterThan(f1.value as number);
  });

  test('specificity is 95 of 100 when five of a hundred unbroken reports are flagged', () => {
    expect(accuracyFrom({ tp: 1, fp: 5, fn: 0, tn: 95 }).specificity).toMatchObject({ hits: 95, of: 100 });
  });

  test('where nothing was expected and nothing found there is no F1', () => {
    expect(f1Rate({ tp: 0, fp: 0, fn: 0 }).value).toBeNull();
  });
});
