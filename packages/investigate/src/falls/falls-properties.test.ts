// What must hold for every history of falls, whatever was asked and answered.

import { type Answer, knownDate, parseCode } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FallHistory, historyRefusals } from './fall-history.ts';
import { fallRisk } from './fall-risk.ts';
import { fallRiskDrugs } from './fall-risk-drugs.ts';
import { fallRulesOn } from './fall-rules.ts';
import { orthostaticAnswer } from './orthostatic-test.ts';

const settings = { seed: 20261121, numRuns: 1000 };
const read = fallRulesOn(loadKnowledge(), knownDate('2026-11-21'));
if (!read.ok) throw new Error('no falls rules today');
const rules = read.value;

const anAnswer = fc.constantFrom<Answer>('yes', 'no', 'not-recorded');
const seconds = fc.constantFrom<FallHistory['chairStand']>(8, 12, 15, 16, 30, 'unable', 'not-recorded');
const history: fc.Arbitrary<FallHistory> = fc
  .record({
    ageYears: fc.constantFrom(null, 60, 80),
    fractureFromFall: anAnswer,
    fellInLastYear: anAnswer,
    numberOfFalls: fc.constantFrom(null, 0, 1, 2, 5),
    unsteady: anAnswer,
    worriedAboutFalling: anAnswer,
    injuryNeedingPhysician: anAnswer,
    emergencyDepartment: anAnswer,
    onFloorForAnHour: anAnswer,
    lostConsciousness: anAnswer,
    frail: anAnswer,
    gaitOrBalanceProblem: anAnswer,
    gaitSpeed: fc.constantFrom<FallHistory['gaitSpeed']>(0.4, 0.8, 0.81, 1.3, 'unable', 'not-recorded'),
    timedUpAndGo: seconds,
    chairStand: seconds,
  })
  .filter((each) => historyRefusals(each, rules).length === 0);
const country = fc.constantFrom('BE' as const, 'NL' as const);

test('[FA10] forgetting an answer never changes the class into another, only into "cannot tell"', () => {
  const forgettable = [
    'fractureFromFall',
    'fellInLastYear',
    'injuryNeedingPhysician',
    'emergencyDepartment',
    'onFloorForAnHour',
    'lostConsciousness',
    'frail',
  ] as const;
  const order = ['low', 'intermediate', 'high'];
  fc.assert(
    fc.property(history, country, fc.constantFrom(...forgettable), (given, land, question) => {
      const full = fallRisk(given, land, rules);
      const less = fallRisk({ ...given, [question]: 'not-recorded' }, land, rules);
      if (full.outcome === 'cannot-tell' || less.outcome === 'cannot-tell') return;
      expect(order.indexOf(less.outcome)).toBe(order.indexOf(full.outcome));
    }),
    settings,
  );
});

test('[FA10] "cannot tell" always comes with something to ask, and a class never with less than is already known', () => {
  fc.assert(
    fc.property(history, country, (given, land) => {
      const risk = fallRisk(given, land, rules);
      expect(risk.outcome === 'cannot-tell').toBe(risk.missing.length > 0);
      if (risk.outcome !== 'cannot-tell') expect(risk.atLeast).toBe(risk.outcome);
      for (const item of risk.missing) {
        const asked = given[item as keyof FallHistory];
        expect(asked === 'not-recorded' || asked === null, item).toBe(true);
      }
    }),
    settings,
  );
});

test('[FA1] a fracture by a fall is a high risk in both countries, whatever else is recorded', () => {
  fc.assert(
    fc.property(history, country, (given, land) => {
      const fractured = {
        ...given,
        fractureFromFall: 'yes',
        fellInLastYear: 'not-recorded',
        numberOfFalls: null,
      } as const;
      expect(fallRisk(fractured, land, rules).outcome).toBe('high');
    }),
    settings,
  );
});

test('a worse answer never lowers the class', () => {
  const order = { low: 0, 'cannot-tell': 0, intermediate: 1, high: 2 };
  const worse = fc.constantFrom<Partial<FallHistory>>(
    { injuryNeedingPhysician: 'yes' },
    { frail: 'yes' },
    { gaitSpeed: 'unable' },
    { timedUpAndGo: 'unable' },
    { chairStand: 'unable' },
    { gaitOrBalanceProblem: 'yes' },
  );
  fc.assert(
    fc.property(history, country, worse, (given, land, change) => {
      const [before, after] = [given, { ...given, ...change }].map((each) => fallRisk(each, land, rules));
      if (before === undefined || after === undefined) throw new Error('both are judged');
      expect(order[after.atLeast]).toBeGreaterThanOrEqual(order[before.atLeast]);
    }),
    settings,
  );
});

test('[FA11] one more reading never takes an orthostatic drop away', () => {
  const reading = fc.record({
    systolic: fc.integer({ min: 101, max: 200 }),
    diastolic: fc.integer({ min: 40, max: 100 }),
    minutes: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(reading, fc.array(reading, { maxLength: 4 }), reading, (lying, standing, more) => {
      const [before, after] = [standing, [...standing, more]].map((readings) =>
        orthostaticAnswer({ lying, standing: readings, unableToStand: false }, rules),
      );
      if (!before?.ok || !after?.ok) throw new Error('all pressures are plausible');
      if (before.value.hypotension === 'yes') expect(after.value.hypotension).toBe('yes');
      if (before.value.hypotension === 'no') expect(after.value.hypotension).not.toBe('not-recorded');
    }),
    settings,
  );
});

test('[FA16] an upper pressure below the lower one is refused', () => {
  const swapped = { lying: { systolic: 80, diastolic: 140 }, standing: [], unableToStand: false };
  expect(orthostaticAnswer(swapped, rules)).toEqual({ ok: false, error: { kind: 'lower-not-below-upper' } });
});

test('[FA12] every group of the list is an ATC code, and each is found by itself', () => {
  expect(rules.drugClasses.length).toBe(13);
  for (const { name, atc } of rules.drugClasses) {
    for (const group of atc) {
      const parsed = parseCode('atc', group);
      if (!parsed.ok) throw new Error(`${group} is not an ATC code`);
      expect(fallRiskDrugs([parsed.value], rules).found[0]?.classes, group).toContain(name);
    }
  }
});
