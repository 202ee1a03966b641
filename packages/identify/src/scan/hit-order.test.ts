import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedHits } from './hit-order.ts';
import { Scan } from './scanner.ts';

type Span = readonly [start: number, length: number];

function scanOf(spans: readonly Span[]): Scan {
  const scan = new Scan();
  for (const [start, length] of spans) {
    if (scan.hitCount >= scan.hitStart.length) scan.growHits();
    scan.hitStart[scan.hitCount] = start;
    scan.hitEnd[scan.hitCount] = start + length;
    scan.hitCount++;
  }
  return scan;
}

test('hits are read by their start, the longer first, equals as found', () => {
  const spans = fc.array(fc.tuple(fc.nat(200), fc.nat(5)), { maxLength: 400 });
  fc.assert(
    fc.property(spans, (given) => {
      const numbers = given.map((_, hit) => hit);
      const expected = numbers.toSorted((one, other) => {
        const [start, length] = given[one] as Span;
        const [otherStart, otherLength] = given[other] as Span;
        return start - otherStart || otherLength - length || one - other;
      });
      expect([...sortedHits(scanOf(given))]).toEqual(expected);
    }),
    { seed: 32 },
  );
});
