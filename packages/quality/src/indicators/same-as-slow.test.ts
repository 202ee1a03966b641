// The engine against an independent, slow counting over the raw events of random hospitals.

import { addDays } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RawHospital, randomHospital } from '../../test/raw-event.ts';
import { firstDay, recordsFrom } from '../../test/records-from.ts';
import { slowCounting } from '../../test/slow-counting.ts';
import { judgeCase } from './judge-case.ts';
import { addTallies, emptyTally, type Tally } from './tally.ts';

const counted = ['iof-2020', 'flsdb-2023', 'own-2026'].flatMap((id) => {
  const set = loadKnowledge().indicators[id];
  return set === undefined ? [] : [set];
});

/** What the slow counting counts too: shares and doses. */
function engineCounts(hospital: RawHospital, now: number): Map<string, Tally> {
  const cut = addDays(firstDay, now);
  const tallies = new Map<string, Tally>();
  for (const siblings of recordsFrom(hospital))
    for (const record of siblings)
      for (const set of counted)
        for (const [place, { tally }] of judgeCase(set, record, siblings, cut).entries()) {
          const indicator = set.indicators[place];
          if (indicator === undefined || !['share', 'injections'].includes(indicator.counts)) continue;
          tallies.set(indicator.id, addTallies(tallies.get(indicator.id) ?? emptyTally, tally));
        }
  return tallies;
}

test('every figure is what a slow counting of the raw events gives', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(randomHospital, fc.integer({ min: 300, max: 1900 }), (hospital, now) => {
      const slow = slowCounting(hospital, now);
      for (const [indicator, tally] of engineCounts(hospital, now)) {
        const expected = slow.get(indicator) ?? { achieved: 0, missed: 0, unknown: 0 };
        seen.set(indicator, (seen.get(indicator) ?? 0) + expected.achieved + expected.missed);
        expect([indicator, tally.achieved, tally.missed, tally['not-recorded']]).toEqual([
          indicator,
          expected.achieved,
          expected.missed,
          expected.unknown,
        ]);
      }
    }),
    { numRuns: 900, seed: 20261122 },
  );
  // The hospitals were rich enough to tell: every figure had dozens of patients of whom something was known.
  expect([...seen.entries()].filter(([, known]) => known < 40)).toEqual([]);
  expect(seen.size).toBeGreaterThanOrEqual(18);
});

test('the order in which things were recorded changes nothing', () => {
  fc.assert(
    fc.property(randomHospital, (hospital) => {
      const turned = { ...hospital, fractures: hospital.fractures.toReversed() };
      expect(engineCounts(turned, 1500)).toEqual(engineCounts(hospital, 1500));
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('nobody is lost: every case stands in exactly one place of every share', () => {
  fc.assert(
    fc.property(randomHospital, (hospital) => {
      const cases = hospital.fractures.length;
      for (const [indicator, tally] of engineCounts(hospital, 1200)) {
        if (indicator === 'own.denosumab') continue;
        expect(Object.values(tally).reduce((sum, one) => sum + one, 0)).toBe(cases);
      }
    }),
    { numRuns: 200, seed: 8 },
  );
});
