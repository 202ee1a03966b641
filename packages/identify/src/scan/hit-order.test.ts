import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lexicon } from '../lexicon.ts';
import { sortedHits } from './hit-order.ts';
import { Scan } from './scan.ts';

type Span = readonly [start: number, length: number];

const set = new Lexicon([]).setOf('nl');

/** The hits as found by so many vocabularies, one after the other. */
function scanOf(spans: readonly Span[], runs: number): Scan {
  const scan = new Scan();
  const size = Math.ceil(spans.length / runs);
  for (let from = 0; from < spans.length; from += size)
    scan.runs.push({ set, from, to: Math.min(from + size, spans.length) });
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
    fc.property(spans, fc.integer({ min: 1, max: 4 }), (given, runs) => {
      const numbers = given.map((_, hit) => hit);
      const expected = numbers.toSorted((one, other) => {
        const [start, length] = given[one] as Span;
        const [otherStart, otherLength] = given[other] as Span;
        return start - otherStart || otherLength - length || one - other;
      });
      expect([...sortedHits(scanOf(given, runs))]).toEqual(expected);
    }),
    { seed: 32 },
  );
});
