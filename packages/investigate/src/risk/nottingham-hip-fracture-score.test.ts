import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { numberIn, readVectors } from '../../test/read-vectors.ts';
import {
  type NottinghamInput,
  nottinghamHipFractureScore,
  nottinghamMortalityPercent,
} from './nottingham-hip-fracture-score.ts';

const knowledge = loadKnowledge();
const young: NottinghamInput = {
  age: 60,
  sex: 'female',
  haemoglobin: { value: 13, unit: 'g/dL' },
  mentalTestScore: 10,
  fromInstitution: 'no',
  comorbidities: 0,
  malignancy: 'no',
};
const score = (change: Partial<NottinghamInput>): number =>
  answered(nottinghamHipFractureScore(knowledge, { ...young, ...change })).total;

describe('[nottingham-hip-fracture-score]', () => {
  test.each([
    ['age 65', { age: 65 }, 0],
    ['age 66', { age: 66 }, 3],
    ['age 85', { age: 85 }, 3],
    ['age 86', { age: 86 }, 4],
    ['a man', { sex: 'male' }, 1],
    ['haemoglobin 10 g/dL', { haemoglobin: { value: 10, unit: 'g/dL' } }, 1],
    ['haemoglobin 10.1 g/dL', { haemoglobin: { value: 10.1, unit: 'g/dL' } }, 0],
    ['haemoglobin 6.2 mmol/L', { haemoglobin: { value: 6.2, unit: 'mmol/L' } }, 1],
    ['haemoglobin 6.3 mmol/L', { haemoglobin: { value: 6.3, unit: 'mmol/L' } }, 0],
    ['mental test 6', { mentalTestScore: 6 }, 1],
    ['mental test 7', { mentalTestScore: 7 }, 0],
    ['one comorbidity', { comorbidities: 1 }, 0],
    ['two comorbidities', { comorbidities: 2 }, 1],
    ['from an institution', { fromInstitution: 'yes' }, 1],
    ['malignancy', { malignancy: 'yes' }, 1],
  ] satisfies [string, Partial<NottinghamInput>, number][])('%s gives %o points', (_, change, points) => {
    expect(score(change)).toBe(points);
  });

  test('everything at once is 10 points and 44.97 % within 30 days', () => {
    const worst: NottinghamInput = {
      age: 90,
      sex: 'male',
      haemoglobin: { value: 9, unit: 'g/dL' },
      mentalTestScore: 0,
      fromInstitution: 'yes',
      comorbidities: 5,
      malignancy: 'yes',
    };
    const value = answered(nottinghamHipFractureScore(knowledge, worst));
    expect(value.total).toBe(10);
    expect(value.deathWithin30DaysPercent).toBeCloseTo(44.967101904112035, 12);
    expect(value.reading.means).toBe('higher');
  });

  test('both equations reproduce the reference values to the last digit they give', () => {
    const rows = readVectors('nhfs-probability.csv');
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      const points = numberIn(row, 'nhfs');
      for (const [equation, column] of [
        ['moppett-2012', 'mort30_pct_moppett2012'],
        ['maxwell-2008', 'mort30_pct_maxwell2008'],
      ] as const) {
        const theirs = numberIn(row, column);
        const ours = nottinghamMortalityPercent(knowledge, points, equation);
        expect(Math.abs(ours - theirs) / theirs).toBeLessThan(1e-14);
      }
    }
  });

  test('the risk rises with every point, and the first equation over-estimates high scores', () => {
    for (let points = 0; points < 10; points++) {
      const at = (more: number): number =>
        nottinghamMortalityPercent(knowledge, points + more, 'moppett-2012');
      expect(at(1)).toBeGreaterThan(at(0));
    }
    expect(nottinghamMortalityPercent(knowledge, 10, 'maxwell-2008')).toBeGreaterThan(57);
  });

  test('without a haemoglobin and a mental test the risk is a span, and both are asked for', () => {
    const result = nottinghamHipFractureScore(knowledge, {
      ...young,
      age: 80,
      haemoglobin: 'not-recorded',
      mentalTestScore: 'not-recorded',
    });
    if (!result.ok || result.value.outcome !== 'cannot-tell') return expect.fail('expected a span');
    expect(result.value.missing.map(({ input }) => input)).toEqual(['haemoglobin-g-dl', 'mental-test-score']);
    expect(result.value.total).toEqual({ least: 3, most: 5 });
    expect(result.value.deathWithin30DaysPercent.least).toBeCloseTo(2.74, 2);
    expect(result.value.deathWithin30DaysPercent.most).toBeCloseTo(6.87, 2);
  });

  test('13 mmol/L is possible, 13 g/L written as g/dL (130) is refused with the range', () => {
    expect(score({ haemoglobin: { value: 13, unit: 'mmol/L' } })).toBe(0);
    expect(
      nottinghamHipFractureScore(knowledge, { ...young, haemoglobin: { value: 130, unit: 'g/dL' } }),
    ).toMatchObject({ ok: false, error: { inputs: [{ expected: 'from 2 to 25 g/dL' }] } });
  });

  test('a sex that is neither is refused; one not recorded is asked for', () => {
    expect(nottinghamHipFractureScore(knowledge, { ...young, sex: 'other' })).toMatchObject({
      ok: false,
      error: { inputs: [{ input: 'sex', expected: 'one of female, male' }] },
    });
    expect(nottinghamHipFractureScore(knowledge, { ...young, sex: 'not-recorded' })).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'sex' }] },
    });
  });
});
