// What must hold for every result, whatever its numbers.

import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctedCalcium } from './corrected-calcium.ts';
import { creatinineClearance, filtrationRate } from './kidney-function.ts';
import { labFindings } from './lab-findings.ts';
import { panelAsked, panelStatus } from './lab-panel.ts';
import { labRulesOn, panelRulesOn } from './lab-rules.ts';
import { canonicalUnits, labTests, measuredTests } from './lab-test.ts';
import { knownUnits, parseResult } from './parse-result.ts';

const settings = { seed: 20261121, numRuns: 300 };
const today = knownDate('2026-11-21');
const knowledge = loadKnowledge();
const read = labRulesOn(knowledge, today);
const panel = panelRulesOn(knowledge, 'NL', today);
if (!read.ok || !panel.ok) throw new Error('no laboratory rules today');
const rules = read.value;
const dutch = panel.value;

const creatinine = fc.integer({ min: 15, max: 2000 });
const age = fc.integer({ min: 18, max: 115 });
const sex = fc.constantFrom('female' as const, 'male' as const);
const answers = fc.constantFrom('yes' as const, 'no' as const, 'not-recorded' as const);

test('[LB8] more creatinine or more years never filter better', () => {
  fc.assert(
    fc.property(creatinine, creatinine, age, age, sex, (c1, c2, a1, a2, who) => {
      const rate = (level: number, years: number) => {
        const found = filtrationRate({ creatinine: level, ageYears: years, sex: who }, rules);
        return found.ok ? found.value.value : Number.NaN;
      };
      expect(rate(Math.max(c1, c2), Math.max(a1, a2))).toBeLessThanOrEqual(
        rate(Math.min(c1, c2), Math.min(a1, a2)),
      );
    }),
    settings,
  );
});

test.each([
  ['female', 55, 0.9, 75.5],
  ['female', 50, 0.7, 105.3],
  ['male', 50, 0.9, 104.0],
  ['male', 70, 1.5, 49.8],
] as const)('[LB8] %s, %i years, %s mg/dL filters %s', (who, years, level, expected) => {
  const found = filtrationRate({ creatinine: level * 88.4, ageYears: years, sex: who }, rules);
  expect(found.ok && found.value.value.toFixed(1)).toBe(expected.toFixed(1));
});

test('[LB9, LB17] a rate of exactly the boundary belongs to the better stage and asks for no PTH', () => {
  const input = { creatinine: 100, ageYears: 70, sex: 'female' } as const;
  const rate = filtrationRate(input, rules);
  if (!rate.ok) throw new Error('this rate can be computed');
  const { value } = rate.value;
  const stage = (kidneyStagesFrom: readonly number[]) => {
    const found = filtrationRate(input, { ...rules, kidneyStagesFrom });
    return found.ok ? found.value.stage : null;
  };
  expect(stage([90, 60, value, 30, 15])).toBe('G3a');
  expect(stage([90, 60, value + 0.001, 30, 15])).toBe('G3b');
  const creatinine = { test: 'creatinine', value: 100, unit: 'µmol/L', date: today, range: null } as const;
  const context = { sex: 'female', ageYears: 70, recentFracture: 'no' } as const;
  const asked = (pthWhenEgfrBelow: number) =>
    labFindings([creatinine], null, context, { ...rules, pthWhenEgfrBelow }).findings.length;
  expect([asked(value), asked(value + 0.001)]).toEqual([0, 1]);
});

test('[LB23] a reference range upside down is refused', () => {
  const sent = { test: 'calcium', value: 2.3, unit: 'mmol/L', date: today } as const;
  expect(parseResult({ ...sent, range: { low: 2.6, high: 2.2 } }, rules)).toEqual({
    ok: false,
    error: { kind: 'range-upside-down', test: 'calcium' },
  });
  expect(parseResult({ ...sent, range: { low: 2.3, high: 2.3 } }, rules).ok).toBe(true);
});

test('[LB10] more creatinine or more years never clear better, more weight never worse', () => {
  const weight = fc.integer({ min: 25, max: 300 });
  fc.assert(
    fc.property(creatinine, creatinine, weight, weight, sex, (c1, c2, w1, w2, who) => {
      const clearance = (level: number, weightKg: number) => {
        const found = creatinineClearance({ creatinine: level, ageYears: 80, sex: who, weightKg }, rules);
        return found.ok ? found.value.value : Number.NaN;
      };
      expect(clearance(Math.max(c1, c2), Math.min(w1, w2))).toBeLessThanOrEqual(
        clearance(Math.min(c1, c2), Math.max(w1, w2)),
      );
    }),
    settings,
  );
});

test('[LB23] a weight of 5 kg, an age of 12 and a creatinine of 0 are refused with the range', () => {
  const input = { creatinine: 80, ageYears: 70, sex: 'female', weightKg: 60 } as const;
  const refused = [
    { ...input, weightKg: 5 },
    { ...input, ageYears: 12 },
    { ...input, creatinine: 0 },
  ].map((each) => creatinineClearance(each, rules));
  expect(refused.map((each) => (each.ok ? null : each.error.kind))).toEqual(Array(3).fill('out-of-range'));
});

test('[LB26] a result and its range keep their ratio in every unit that is taken', () => {
  const inRange = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...measuredTests), inRange, (name, share) => {
      const { least, most } = rules.plausible[name];
      const value = least + share * (most - least);
      for (const unit of knownUnits(name, rules)) {
        const factor = unit === canonicalUnits[name] ? 1 : (rules.factors[name] ?? Number.NaN);
        const sent = { value: value / factor, range: { low: value / factor, high: null }, unit };
        const found = parseResult({ test: name, date: today, ...sent }, rules);
        // The last digit may fall outside at the very end of the range.
        if (!found.ok) expect(Math.min(value - least, most - value)).toBeLessThan(1e-9);
        else {
          expect(found.value.unit).toBe(canonicalUnits[name]);
          expect(found.value.range?.low).toBeCloseTo(found.value.value, 9);
        }
      }
    }),
    settings,
  );
});

test('[LB22] the spellings of a unit that laboratories use are understood', () => {
  const units = ['µmol/L', 'μmol/l', 'umol/L', ' mcmol / L ', 'MG/DL'];
  const read = units.map((unit) =>
    parseResult({ test: 'creatinine', value: 60, unit, date: today, range: null }, rules),
  );
  expect(read.map((each) => each.ok)).toEqual([true, true, true, true, false]);
  expect(read.slice(0, 4).every((each) => each.ok && each.value.value === 60)).toBe(true);
});

test('[LB7] a calcium of today is not corrected with an albumin of last week', () => {
  const calcium = {
    test: 'calcium',
    value: 2.1,
    unit: 'mmol/L',
    date: today,
    range: null,
    adjustedForAlbumin: 'no',
  } as const;
  const albumin = {
    test: 'albumin',
    value: 30,
    unit: 'g/L',
    date: knownDate('2026-11-14'),
    range: null,
  } as const;
  expect(correctedCalcium(calcium, albumin, rules)).toMatchObject({ missing: ['albumin of the same day'] });
});

test('[LB1] learning more never overturns a settled answer, and "no" is never said of what is not recorded', () => {
  const t = fc.option(
    fc.integer({ min: -50, max: 20 }).map((tenths) => tenths / 10),
    { nil: null },
  );
  const question = fc.record({
    ageYears: fc.option(age, { nil: null }),
    recentFracture: answers,
    lowestTScore: t,
    osteoporosis: answers,
    drugIndicated: answers,
  });
  fc.assert(
    fc.property(question, (given) => {
      const found = panelAsked(given, dutch).outcome;
      const forgotten = [
        { ...given, ageYears: null },
        { ...given, lowestTScore: null },
        { ...given, drugIndicated: 'not-recorded' as const },
        { ...given, recentFracture: 'not-recorded' as const },
      ].map((each) => panelAsked(each, dutch).outcome);
      for (const less of forgotten) if (less !== 'cannot-tell') expect(less).toBe(found);
    }),
    settings,
  );
});

test('[LB3] one test more is never a test more missing, and a panel is complete exactly when none is', () => {
  fc.assert(
    fc.property(fc.subarray([...labTests]), fc.constantFrom(...labTests), (present, more) => {
      const context = { sex: 'male', ageYears: 60, recentFracture: 'no', extended: true } as const;
      const before = panelStatus(present, context, dutch);
      const after = panelStatus([...present, more], context, dutch);
      expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
      expect(before.outcome === 'complete').toBe(before.missing.length === 0);
    }),
    settings,
  );
});

test('[LB11] a test without any range is listed as not judged, never passed over', () => {
  const judged = measuredTests.map((name) => {
    const { least, most } = rules.plausible[name];
    const result = {
      test: name,
      value: (least + most) / 2,
      unit: canonicalUnits[name],
      date: today,
      range: null,
    } as const;
    const found = labFindings(
      [result],
      null,
      { sex: 'not-recorded', ageYears: null, recentFracture: 'no' },
      rules,
    );
    return [name, found.findings.length + found.notJudged.length] as const;
  });
  // Half of the plausible range is far above any normal range; only a high albumin or vitamin D means nothing here.
  expect(judged.filter(([, count]) => count === 0).map(([name]) => name)).toEqual(['albumin', 'vitamin-d']);
});
