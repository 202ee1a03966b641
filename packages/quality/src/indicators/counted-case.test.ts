// What counting keeps of a case is enough to add it to its month and to take it off again, and to know when to look again.

import { addDays } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomHospital } from '../../test/raw-event.ts';
import { firstDay, recordsFrom } from '../../test/records-from.ts';
import { addCase, countCase, noCounts, tallyIn } from './counted-case.ts';
import { judgeCase } from './judge-case.ts';
import { addTallies, emptyTally, type Tally } from './tally.ts';

const sets = Object.values(loadKnowledge().indicators);
const indicators = sets.flatMap((set) => set.indicators);

test('the kept counts are those of judging each case, and taking every case off leaves nothing', () => {
  fc.assert(
    fc.property(randomHospital, fc.integer({ min: 300, max: 1900 }), (hospital, now) => {
      const cut = addDays(firstDay, now);
      const counts = noCounts(indicators.length);
      const tallies = indicators.map((): Tally => emptyTally);
      const kept = recordsFrom(hospital).flatMap((siblings) =>
        siblings.map((record) => {
          let place = 0;
          for (const set of sets)
            for (const { tally } of judgeCase(set, record, siblings, cut)) {
              tallies[place] = addTallies(tallies[place] ?? emptyTally, tally);
              place++;
            }
          const one = countCase(sets, record, siblings, cut);
          addCase(counts, one);
          return one;
        }),
      );
      expect(indicators.map((_, place) => tallyIn(counts, place))).toEqual(tallies);
      for (const one of kept) addCase(counts, one, -1);
      expect(counts.every((count) => count === 0)).toBe(true);
    }),
    { numRuns: 150, seed: 21 },
  );
});

test('until the day it wakes on, time alone changes nothing of a case', () => {
  let woken = 0;
  fc.assert(
    fc.property(randomHospital, fc.integer({ min: 100, max: 1900 }), (hospital, now) => {
      const cut = addDays(firstDay, now);
      for (const siblings of recordsFrom(hospital))
        for (const record of siblings) {
          const first = countCase(sets, record, siblings, cut);
          const wakes = first.wakesOn;
          const before = wakes === null ? addDays(cut, 3000) : addDays(wakes, -1);
          expect({ ...countCase(sets, record, siblings, before), wakesOn: wakes }).toEqual(first);
          if (wakes === null) continue;
          expect(wakes > cut).toBe(true);
          woken++;
          expect(countCase(sets, record, siblings, wakes)).not.toEqual(first);
        }
    }),
    { numRuns: 150, seed: 22 },
  );
  expect(woken).toBeGreaterThan(300);
});
