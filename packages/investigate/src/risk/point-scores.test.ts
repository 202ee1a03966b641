import type { Answer } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { numberIn, readVectors } from '../../test/read-vectors.ts';
import { type FractureIndexInput, fractureIndex } from './fracture-index.ts';
import { type NhgScoreInput, nhgScore, nhgScoreInCopd } from './nhg-score.ts';
import { orai } from './orai.ts';
import { ost } from './ost.ts';
import { mobilities, parkerMobilityScore } from './parker-mobility-score.ts';

const knowledge = loadKnowledge();

describe('[ost] [orai] beside the reference grid', () => {
  const rows = readVectors('ost-orai-grid.csv');

  test('all 905 rows: index, cut, points and referral agree', () => {
    expect(rows).toHaveLength(905);
    for (const row of rows) {
      const body = { age: numberIn(row, 'age'), weightKg: numberIn(row, 'weight_kg') };
      const first = answered(ost(knowledge, body, 'caucasian'));
      const takesOestrogen = row['estrogen'] === '1' ? 'yes' : 'no';
      const second = answered(orai(knowledge, { ...body, takesOestrogen }));
      expect({
        ost: String(first.index),
        refer: String(first.reading.means === 'refer'),
        orai: String(second.total),
        oraiRefer: String(second.reading.means === 'refer'),
      }).toEqual({
        ost: row['ost_index'],
        refer: row['ost_increased_risk_lt2'],
        orai: row['orai'],
        oraiRefer: row['orai_refer_ge9'],
      });
    }
  });
});

describe('[ost]', () => {
  test.each([
    [60, 70, 2, 'no-referral'],
    [60, 69.9, 1, 'refer'],
    [60, 57, 0, 'refer'],
    [60, 63, 0, 'refer'],
    [80, 52, -5, 'refer'],
  ] as const)('a woman of %d and %d kg has an index of %d: %s', (age, weightKg, index, means) => {
    const value = answered(ost(knowledge, { age, weightKg }, 'caucasian'));
    expect(value.index).toBe(index);
    expect(value.reading.means).toBe(means);
  });

  test.each([
    [60, 60, 'low'],
    [60, 55, 'moderate'],
    [80, 60, 'moderate'],
    [80, 55, 'high'],
  ] as const)('for Asian women of %d and %d kg: %s', (age, weightKg, means) => {
    expect(answered(ost(knowledge, { age, weightKg }, 'asian')).reading.means).toBe(means);
  });

  test('age 44 and 12 kg are refused, each with its range; a missing weight is asked for', () => {
    expect(ost(knowledge, { age: 44, weightKg: 12 }, 'caucasian')).toMatchObject({
      ok: false,
      error: {
        inputs: [
          { input: 'age', expected: 'a whole number from 45 to 110 years' },
          { input: 'weight', expected: 'from 25 to 250 kg' },
        ],
      },
    });
    expect(ost(knowledge, { age: 70, weightKg: 'not-recorded' }, 'caucasian')).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'weight' }] },
    });
  });
});

const noRisk: FractureIndexInput = {
  age: 64,
  fractureAfter50: 'no',
  motherHipFracture: 'no',
  weightKg: 70,
  smokesNow: 'no',
  needsArmsToRise: 'no',
  tScore: 0,
};
const indexOf = (change: Partial<FractureIndexInput>, form = 'with-bone-density' as const): number =>
  answered(fractureIndex(knowledge, { ...noRisk, ...change }, form)).total;

describe('[fracture-index]', () => {
  test.each([
    ['nothing', {}, 0],
    ['age 65', { age: 65 }, 1],
    ['age 69', { age: 69 }, 1],
    ['age 70', { age: 70 }, 2],
    ['age 75', { age: 75 }, 3],
    ['age 80', { age: 80 }, 4],
    ['age 84', { age: 84 }, 4],
    ['age 85', { age: 85 }, 5],
    ['57 kg', { weightKg: 57 }, 0],
    ['56.9 kg', { weightKg: 56.9 }, 1],
    ['arms to rise', { needsArmsToRise: 'yes' }, 2],
    ['T-score -1', { tScore: -1 }, 0],
    ['T-score -1.1', { tScore: -1.1 }, 1],
    ['T-score -2.1', { tScore: -2.1 }, 2],
    ['T-score -2.6', { tScore: -2.6 }, 3],
    ['T-score -3.1', { tScore: -3.1 }, 4],
  ] satisfies [string, Partial<FractureIndexInput>, number][])('%s gives %o points', (_, change, points) => {
    expect(indexOf(change)).toBe(points);
  });

  test('three points lie below the cut without bone density, four reach it', () => {
    const form = 'without-bone-density';
    const at = (change: Partial<FractureIndexInput>): string =>
      answered(fractureIndex(knowledge, { ...noRisk, ...change }, form)).reading.means;
    expect(at({ age: 75 })).toBe('below-cut');
    expect(at({ age: 80 })).toBe('at-or-above-cut');
  });

  test('with bone density five points lie below the cut, six reach it', () => {
    const at = (change: Partial<FractureIndexInput>): string =>
      answered(fractureIndex(knowledge, { ...noRisk, ...change }, 'with-bone-density')).reading.means;
    expect(at({ age: 80, tScore: -1.5 })).toBe('below-cut');
    expect(at({ age: 80, tScore: -2.2 })).toBe('at-or-above-cut');
  });

  test('without bone density the T-score is not asked; with it, a missing one is', () => {
    const blank = { ...noRisk, tScore: 'not-recorded' } as const;
    expect(answered(fractureIndex(knowledge, blank, 'without-bone-density')).parts).toHaveLength(6);
    expect(fractureIndex(knowledge, blank, 'with-bone-density')).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 't-score' }], total: { least: 0, most: 4 } },
    });
  });

  test('it is a draft, and shows its population and source', () => {
    const { model } = answered(fractureIndex(knowledge, noRisk, 'with-bone-density'));
    expect(model).toMatchObject({ status: 'draft', edition: 'Black 2001', horizon: '5 years' });
    expect(model.population).toContain('Women of 65 and older');
    expect(model.sources[0]?.id).toBe('black-2001');
  });

  test('a T-score of +9 and a weight of 900 kg are refused with their ranges', () => {
    expect(
      fractureIndex(knowledge, { ...noRisk, tScore: 9, weightKg: 900 }, 'with-bone-density'),
    ).toMatchObject({
      ok: false,
      error: { inputs: [{ expected: 'from 25 to 250 kg' }, { expected: 'from -6 to 6 SD' }] },
    });
  });

  test('older, lighter, thinner-boned or one more risk factor never lowers the index', () => {
    const answer = constantFrom<Answer>('yes', 'no');
    const women = record({
      age: integer({ min: 50, max: 109 }),
      fractureAfter50: answer,
      motherHipFracture: answer,
      weightKg: integer({ min: 26, max: 200 }),
      smokesNow: answer,
      needsArmsToRise: answer,
      tScore: integer({ min: -50, max: 50 }).map((tenths) => tenths / 10),
    });
    assert(
      property(women, (woman) => {
        const base = indexOf(woman);
        const graver: Partial<FractureIndexInput>[] = [
          { age: woman.age + 1 },
          { weightKg: woman.weightKg - 1 },
          { tScore: woman.tScore - 0.5 },
          { fractureAfter50: 'yes' },
          { motherHipFracture: 'yes' },
          { smokesNow: 'yes' },
          { needsArmsToRise: 'yes' },
        ];
        for (const change of graver) expect(indexOf({ ...woman, ...change })).toBeGreaterThanOrEqual(base);
      }),
      { seed: 2001, numRuns: 200 },
    );
  });
});

const healthy: NhgScoreInput = {
  age: 60,
  weightKg: 70,
  heightCm: 165,
  fractureAfter50: 'no',
  parentHipFracture: 'no',
  reducedMobility: 'no',
  rheumatoidArthritis: 'no',
  secondaryCondition: 'no',
  glucocorticoids: 'no',
};

describe('[nhg-score-2012]', () => {
  test.each([
    ['age 60', {}, 0],
    ['age 61', { age: 61 }, 1],
    ['age 70', { age: 70 }, 1],
    ['age 71', { age: 71 }, 2],
    ['a fracture after 50', { fractureAfter50: 'yes' }, 1],
    ['glucocorticoids', { glucocorticoids: 'yes' }, 4],
    ['1.65 m and 54 kg, index 19.8', { weightKg: 54 }, 1],
    ['1.65 m and 55 kg, index 20.2: below 1.73 m the index decides, not the 60 kg', { weightKg: 55 }, 0],
    ['1.73 m and 59.9 kg', { heightCm: 173, weightKg: 59.9 }, 1],
    ['1.73 m and 60 kg, index 20.05', { heightCm: 173, weightKg: 60 }, 0],
    ['1.85 m and 65 kg, index 19.0', { heightCm: 185, weightKg: 65 }, 1],
  ] satisfies [string, Partial<NhgScoreInput>, number][])('%s gives %o points', (_, change, points) => {
    expect(answered(nhgScore(knowledge, { ...healthy, ...change })).total).toBe(points);
  });

  test('three points are below the cut, four lead to bone densitometry with VFA', () => {
    const three = { ...healthy, age: 71, fractureAfter50: 'yes' } as const;
    expect(answered(nhgScore(knowledge, three)).reading.means).toBe('below-cut');
    const four = { ...three, parentHipFracture: 'yes' } as const;
    expect(answered(nhgScore(knowledge, four)).reading.means).toBe('investigate');
  });

  test('glucocorticoids alone settle it, though the rest is blank', () => {
    const blank = Object.fromEntries(
      Object.keys(healthy).map((name) => [name, 'not-recorded']),
    ) as unknown as NhgScoreInput;
    expect(nhgScore(knowledge, { ...blank, glucocorticoids: 'yes' })).toMatchObject({
      value: { outcome: 'cannot-tell', total: { least: 4, most: 12 }, readings: [{ means: 'investigate' }] },
    });
  });

  test('without a height the weight item is open, and the height is what is asked for', () => {
    expect(nhgScore(knowledge, { ...healthy, weightKg: 50, heightCm: 'not-recorded' })).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'height' }], total: { least: 0, most: 1 } },
    });
  });

  test('a height of 1.7 (metres typed for centimetres) is refused with the range', () => {
    expect(nhgScore(knowledge, { ...healthy, heightCm: 1.7 })).toMatchObject({
      ok: false,
      error: { inputs: [{ input: 'height', expected: 'from 120 to 220 cm' }] },
    });
  });

  test('[nhg-score-copd-2015] falls, alcohol and severe obstruction count one each in COPD', () => {
    const more = { moreThanOneFall: 'yes', alcohol3Units: 'yes', fev1BelowHalf: 'yes' } as const;
    expect(answered(nhgScoreInCopd(knowledge, { ...healthy, ...more })).total).toBe(3);
  });
});

describe('[parker-mobility-score]', () => {
  test('all 64 combinations add up, and 5 is the cut', () => {
    let seen = 0;
    mobilities.forEach((indoors, first) => {
      mobilities.forEach((outdoors, second) => {
        mobilities.forEach((shopping, third) => {
          const value = answered(parkerMobilityScore(knowledge, { indoors, outdoors, shopping }));
          expect(value.total).toBe(first + second + third);
          expect(value.reading.means).toBe(first + second + third <= 5 ? 'low' : 'high');
          seen += 1;
        });
      });
    });
    expect(seen).toBe(64);
  });

  test('a blank item leaves a span', () => {
    expect(
      parkerMobilityScore(knowledge, {
        indoors: 'no-difficulty',
        outdoors: 'no-difficulty',
        shopping: 'not-recorded',
      }),
    ).toMatchObject({
      value: { outcome: 'cannot-tell', total: { least: 6, most: 9 }, readings: [{ means: 'high' }] },
    });
  });
});
