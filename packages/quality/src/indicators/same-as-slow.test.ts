// The engine against an independent, slow counting over the raw events of random hospitals: every indicator of every set, but
// precision and recall, which count no records of care.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type Indicator, loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hipRecordsFrom } from '../../test/hip-records-from.ts';
import { type RawHospital, randomHospital } from '../../test/raw-event.ts';
import { randomHips } from '../../test/raw-hip.ts';
import { firstDay, recordsFrom } from '../../test/records-from.ts';
import { type SlowCount, slowCounting } from '../../test/slow-counting.ts';
import { slowHipCounting } from '../../test/slow-hip-counting.ts';
import type { CareRecord } from '../record/care-record.ts';
import { judgeCase } from './judge-case.ts';
import { addTallies, emptyTally, type Tally } from './tally.ts';

const sets = Object.values(loadKnowledge().indicators);
const ofCare = sets.filter(({ id }) => id !== 'hip-fracture');
const ofHips = sets.filter(({ id }) => id === 'hip-fracture');
/** What the slow countings count too. */
const isCounted = ({ counts }: Indicator): boolean => counts !== 'precision' && counts !== 'recall';

function engineCounts(
  counted: typeof sets,
  people: readonly (readonly CareRecord[])[],
  cut: CalendarDate,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const siblings of people)
    for (const record of siblings)
      for (const set of counted)
        for (const [place, { tally }] of judgeCase(set, record, siblings, cut).entries()) {
          const indicator = set.indicators[place];
          if (indicator === undefined || !isCounted(indicator)) continue;
          tallies.set(indicator.id, addTallies(tallies.get(indicator.id) ?? emptyTally, tally));
        }
  return tallies;
}

const careCounts = (hospital: RawHospital, now: number): Map<string, Tally> =>
  engineCounts(ofCare, recordsFrom(hospital), addDays(firstDay, now));

/** How many of whom something was known each figure has been compared on. */
const seen = new Map<string, number>();

function expectSame(engine: ReadonlyMap<string, Tally>, slow: ReadonlyMap<string, SlowCount>): void {
  for (const [indicator, tally] of engine) {
    const expected = slow.get(indicator) ?? { achieved: 0, missed: 0, unknown: 0 };
    seen.set(indicator, (seen.get(indicator) ?? 0) + expected.achieved + expected.missed);
    expect([indicator, tally.achieved, tally.missed, tally['not-recorded']]).toEqual([
      indicator,
      expected.achieved,
      expected.missed,
      expected.unknown,
    ]);
  }
}

test('every figure of care is what a slow counting of the raw events gives', () => {
  fc.assert(
    fc.property(randomHospital, fc.integer({ min: 300, max: 1900 }), (hospital, now) => {
      expectSame(careCounts(hospital, now), slowCounting(hospital, now));
    }),
    { numRuns: 900, seed: 20261122 },
  );
});

test('every figure of a broken hip is what a slow counting of the notes of the ward gives', () => {
  fc.assert(
    fc.property(randomHips, fc.integer({ min: 100, max: 1600 }), (hips, now) => {
      const people = hipRecordsFrom(hips).map((record) => [record]);
      expectSame(engineCounts(ofHips, people, addDays(firstDay, now)), slowHipCounting(hips, now));
    }),
    { numRuns: 900, seed: 20261123 },
  );
});

test('the random hospitals were rich enough to tell: no figure is left out, and each had dozens of patients', () => {
  const all = sets.flatMap(({ indicators }) => indicators.filter(isCounted).map(({ id }) => id));
  expect([...seen.keys()].toSorted()).toEqual(all.toSorted());
  expect([...seen.entries()].filter(([, known]) => known < 40)).toEqual([]);
});

test('the order in which things were recorded changes nothing', () => {
  fc.assert(
    fc.property(randomHospital, (hospital) => {
      const turned = { ...hospital, fractures: hospital.fractures.toReversed() };
      expect(careCounts(turned, 1500)).toEqual(careCounts(hospital, 1500));
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('nobody is lost: every case stands in exactly one place of every share', () => {
  const shares = new Set(
    ofCare.flatMap(({ indicators }) =>
      indicators.filter(({ counts }) => counts === 'share').map(({ id }) => id),
    ),
  );
  fc.assert(
    fc.property(randomHospital, (hospital) => {
      const cases = hospital.fractures.length;
      for (const [indicator, tally] of careCounts(hospital, 1200))
        if (shares.has(indicator))
          expect([indicator, Object.values(tally).reduce((sum, one) => sum + one, 0)]).toEqual([
            indicator,
            cases,
          ]);
    }),
    { numRuns: 100, seed: 8 },
  );
});
