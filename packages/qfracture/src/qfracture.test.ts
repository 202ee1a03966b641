import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '@breekpunt/core';
import { array, assert, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclaimer } from './disclaimer.ts';
import { conditionsFor, type QFractureInput, ranges } from './input.ts';
import { type QFractureAnswer, qfracture } from './qfracture.ts';
import { alcoholIntakes, type Condition, conditions, ethnicGroups, smokingHabits } from './questions.ts';

type Row = Readonly<Record<string, string>>;
const allConditions = Object.keys(conditions) as Condition[];

function vectors(sex: 'female' | 'male'): Row[] {
  const file = join(import.meta.dirname, `../test/vectors/${sex}.csv`);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']));
  });
}

function number(row: Row, name: string): number {
  const text = row[name];
  if (text === undefined || text === '') throw new Error(`no ${name} in the row`);
  return Number(text);
}

/** A category the original does not know becomes a word we do not know, so that both must refuse it. */
function inputFrom(row: Row, sex: 'female' | 'male'): QFractureInput {
  const answerIn = (condition: Condition): Answer => {
    const value = number(row, conditions[condition]);
    return value === 1 ? 'yes' : value === 0 ? 'no' : (`${value}` as Answer);
  };
  return {
    sex,
    age: number(row, 'age'),
    bodyMassIndex: number(row, 'bmi'),
    alcohol: alcoholIntakes[number(row, 'alcohol_cat6')] ?? ('unknown word' as 'none'),
    smoking: smokingHabits[number(row, 'smoke_cat')] ?? ('unknown word' as 'never'),
    ethnicGroup: ethnicGroups[number(row, 'ethrisk') - 1] ?? ('unknown word' as 'other'),
    conditions: Object.fromEntries(allConditions.map((one) => [one, answerIn(one)])),
    years: number(row, 'surv'),
  };
}

function riskOf(input: QFractureInput): Extract<QFractureAnswer, { outcome: 'value' }> {
  const result = qfracture(input);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  if (result.value.outcome !== 'value') throw new Error(`missing: ${result.value.missing.join(', ')}`);
  return result.value;
}

function relativeDifference(ours: number, theirs: number): number {
  return Math.abs(ours - theirs) / Math.abs(theirs);
}

const woman: QFractureInput = {
  sex: 'female',
  age: 65,
  bodyMassIndex: 68 / 1.65 ** 2,
  alcohol: 'none',
  smoking: 'never',
  ethnicGroup: 'white-or-not-stated',
  conditions: Object.fromEntries(allConditions.map((one) => [one, 'no'])),
  years: 10,
};

describe.each(['female', 'male'] as const)('QFracture-2012 beside the original C program, %s', (sex) => {
  const rows = vectors(sex);
  const valid = rows.filter((row) => row['kind'] !== 'invalid');
  const invalid = rows.filter((row) => row['kind'] === 'invalid');

  test('both risks agree in every valid row to one part in ten thousand million', () => {
    expect(valid.length).toBeGreaterThanOrEqual(229);
    let worst = 0;
    for (const row of valid) {
      const ours = riskOf(inputFrom(row, sex));
      worst = Math.max(
        worst,
        relativeDifference(ours.osteoporoticPercent, number(row, 'risk_osteoporotic_pct')),
        relativeDifference(ours.hipPercent, number(row, 'risk_hip_pct')),
      );
    }
    expect(worst).toBeLessThan(1e-10);
  });

  test('what the original refuses is refused, naming the same input', () => {
    const names: Readonly<Record<string, string>> = {
      age: 'age',
      bmi: 'bodyMassIndex',
      ethrisk: 'ethnicGroup',
      surv: 'years',
      alcohol_cat6: 'alcohol',
      smoke_cat: 'smoking',
    };
    expect(invalid.length).toBeGreaterThanOrEqual(6);
    for (const row of invalid) {
      const result = qfracture(inputFrom(row, sex));
      if (result.ok) expect.fail(`row ${row['id']} was not refused`);
      const theirs = /error: (\w+) must be/.exec(row['err_text'] ?? '')?.[1] ?? '';
      expect(result.error.inputs.map(({ input }) => input)).toEqual([names[theirs] ?? theirs]);
    }
  });

  test('the hip risk lies above the risk of any fracture in some rows, and each of them says so', () => {
    let seen = 0;
    for (const row of valid) {
      const { hipPercent, osteoporoticPercent, warnings } = riskOf(inputFrom(row, sex));
      const above = hipPercent > osteoporoticPercent;
      expect(warnings.includes('hip-risk-above-any-fracture-risk')).toBe(above);
      if (above) seen += 1;
    }
    expect(seen).toBeGreaterThan(10);
  });
});

describe('QFracture-2012, published profile', () => {
  test('a woman of 65, 165 cm and 68 kg, no risk factors: 4.551261 % and 1.187594 % (original command line, 6 decimals)', () => {
    const { osteoporoticPercent, hipPercent } = riskOf(woman);
    expect(osteoporoticPercent.toFixed(6)).toBe('4.551261');
    expect(hipPercent.toFixed(6)).toBe('1.187594');
  });
});

describe('QFracture-2012, what it is told', () => {
  test('every computed risk carries the disclaimer, the population and the source', () => {
    const value = riskOf(woman);
    expect(value.disclaimer).toBe(disclaimer);
    expect(disclaimer).toContain('responsibility of the end user to check');
    expect(disclaimer).toContain('wrong patients being given the wrong treatment');
    expect(value.model.population).toContain('United Kingdom');
    expect(value.model.source).toContain('10.1136/bmj.e3427');
  });

  test('an answer nobody recorded is listed as missing and no risk is given', () => {
    const { falls: _, ...others } = woman.conditions;
    const result = qfracture({ ...woman, conditions: others, alcohol: 'not-recorded' });
    expect(result).toMatchObject({
      ok: true,
      value: { outcome: 'cannot-tell', missing: ['alcohol', 'falls'] },
    });
    expect(JSON.stringify(result)).not.toContain('Percent');
  });

  test('a sex not recorded is missing, another sex is refused with the range', () => {
    expect(qfracture({ ...woman, sex: 'not-recorded' })).toMatchObject({
      ok: true,
      value: { outcome: 'cannot-tell', missing: ['sex'] },
    });
    expect(qfracture({ ...woman, sex: 'other' })).toEqual({
      ok: false,
      error: { kind: 'outside-range', inputs: [{ input: 'sex', expected: 'female or male' }] },
    });
  });

  test('women are not asked about a care home, men not about endocrine disorders and oestrogen', () => {
    expect(conditionsFor('female')).not.toContain('care-home');
    expect(conditionsFor('male')).not.toContain('endocrine-disorder');
    expect(conditionsFor('male')).not.toContain('oestrogen-only-hrt');
    expect(conditionsFor('female')).toHaveLength(19);
    expect(conditionsFor('male')).toHaveLength(18);
  });

  test.each([
    ['age', 30, 29, 'a whole number of years from 30 to 100'],
    ['age', 100, 101, 'a whole number of years from 30 to 100'],
    ['age', 65, 65.5, 'a whole number of years from 30 to 100'],
    ['bodyMassIndex', 20, 19.999, 'from 20 to 40 kg/m²'],
    ['bodyMassIndex', 40, 40.001, 'from 20 to 40 kg/m²'],
    ['years', 1, 0, 'a whole number of years from 1 to 18'],
    ['years', 18, 19, 'a whole number of years from 1 to 18'],
    ['age', 65, Number.NaN, 'a whole number of years from 30 to 100'],
  ] as const)('%s %s is accepted, %s is refused with the range', (name, inside, outside, expected) => {
    expect(qfracture({ ...woman, [name]: inside }).ok).toBe(true);
    expect(qfracture({ ...woman, [name]: outside })).toEqual({
      ok: false,
      error: { kind: 'outside-range', inputs: [{ input: name, expected }] },
    });
  });

  test('a refusal does not repeat the value that came', () => {
    expect(JSON.stringify(qfracture({ ...woman, age: 123 }))).not.toContain('123');
  });

  test('both types of diabetes at once are computed, with a warning', () => {
    const both = { ...woman.conditions, 'type-1-diabetes': 'yes', 'type-2-diabetes': 'yes' } as const;
    expect(riskOf({ ...woman, conditions: both }).warnings).toContain('both-types-of-diabetes');
  });
});

describe('QFracture-2012, properties', () => {
  const inputs = record({
    sex: constantFrom('female', 'male'),
    age: integer({ min: ranges.age.least, max: ranges.age.most }),
    bodyMassIndex: double({ min: 20, max: 40, noNaN: true }),
    alcohol: constantFrom(...alcoholIntakes),
    smoking: constantFrom(...smokingHabits),
    ethnicGroup: constantFrom(...ethnicGroups),
    conditions: array(constantFrom<Answer>('yes', 'no'), { minLength: 20, maxLength: 20 }).map((given) =>
      Object.fromEntries(allConditions.map((one, place) => [one, given[place] ?? 'no'])),
    ),
    years: integer({ min: 1, max: 17 }),
  });

  test('a risk lies between 0 and 100 % and grows with the years looked ahead', () => {
    assert(
      property(inputs, (input) => {
        const now = riskOf(input);
        const later = riskOf({ ...input, years: input.years + 1 });
        for (const outcome of ['osteoporoticPercent', 'hipPercent'] as const) {
          expect(now[outcome]).toBeGreaterThan(0);
          expect(later[outcome]).toBeLessThanOrEqual(100);
          expect(later[outcome]).toBeGreaterThanOrEqual(now[outcome]);
        }
      }),
      { seed: 20121, numRuns: 300 },
    );
  });

  test('no condition but oestrogen-only HRT lowers a risk', () => {
    assert(
      property(inputs, constantFrom(...allConditions), (input, condition) => {
        const without = riskOf({ ...input, conditions: { ...input.conditions, [condition]: 'no' } });
        const withIt = riskOf({ ...input, conditions: { ...input.conditions, [condition]: 'yes' } });
        const sign = condition === 'oestrogen-only-hrt' ? -1 : 1;
        for (const outcome of ['osteoporoticPercent', 'hipPercent'] as const) {
          expect(sign * (withIt[outcome] - without[outcome])).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 20122, numRuns: 300 },
    );
  });
});
