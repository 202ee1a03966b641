import { fractureSites } from '@breekpunt/core';
import { loadKnowledge, modelNumber, modelOf } from '@breekpunt/knowledge';
import { assert, constantFrom, double, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import {
  type CurvePoint,
  curveYears,
  imminentRefracture,
  type RefractureInput,
  type RefractureSite,
  refractureSiteOf,
} from './imminent-refracture.ts';
import { percentOf, relativeExposure, scaleFor } from './refracture-hazard.ts';

const knowledge = loadKnowledge();
const model = modelOf(knowledge, 'imminent-refracture');
const woman: RefractureInput = { age: 74, sex: 'female', site: 'any', yearsSinceFracture: 0 };
const curveOf = (change: Partial<RefractureInput>): readonly CurvePoint[] =>
  answered(imminentRefracture(knowledge, { ...woman, ...change })).curve;
const within = (years: number, change: Partial<RefractureInput> = {}): CurvePoint['untilThen'] =>
  curveOf(change).find(({ inYears }) => inYears === years)?.untilThen ?? expect.fail('no such year');

describe('[imminent-refracture] beside the published figures', () => {
  test('women of 74: 7.1 % within 12 months exactly, 12.0 % within 24 months to 0.15 (Banefelt 2019)', () => {
    expect(within(1).percent).toBeCloseTo(7.1, 10);
    expect(Math.abs(within(2).percent - 12)).toBeLessThan(0.15);
  });

  test('within 10 years 28 to 38 % (Kanis 2018)', () => {
    const value = (name: string): number => modelNumber(model, name).value;
    const course = {
      first: value('first-ratio-any'),
      late: value('late-ratio'),
      fading: value('fading-years'),
      perYearOfAge: value('per-year-of-age'),
    };
    const ten = percentOf(scaleFor(course, 7.1, 1) * relativeExposure(course, 0, 10));
    const { low, high } = modelNumber(model, 'recurrence-10-years');
    expect(ten).toBeGreaterThan(low ?? Number.NaN);
    expect(ten).toBeLessThan(high ?? Number.NaN);
  });

  test('within 5 years more than the 20.7 % of major fractures alone (Söreskog 2020)', () => {
    expect(within(5).percent).toBeGreaterThan(20.7);
  });

  test('right after a fracture the hazard stands to the late one as 4 to 1.4, and it has fallen to it after years', () => {
    const course = { first: 4, late: 1.4, fading: 1.5, perYearOfAge: 1 };
    const instant = 1e-6;
    expect(relativeExposure(course, 0, instant) / instant).toBeCloseTo(4, 4);
    expect(relativeExposure(course, 30, 31)).toBeCloseTo(1.4, 6);
  });

  test('the closed integral equals a sum of thin slices', () => {
    const course = { first: 5.3, late: 1.4, fading: 1.5, perYearOfAge: 1.04 };
    const slices = 200_000;
    let sum = 0;
    for (let slice = 0; slice < slices; slice++) {
      const years = 0.5 + (3 * (slice + 0.5)) / slices;
      sum += (1.4 + 3.9 * Math.exp(-years / 1.5)) * 1.04 ** years * (3 / slices);
    }
    expect(relativeExposure(course, 0.5, 3.5)).toBeCloseTo(sum, 8);
  });
});

describe('[imminent-refracture] the curve', () => {
  test('has the moments now, 1, 2 and 5 years, and begins at nothing', () => {
    const curve = curveOf({});
    expect(curve.map(({ inYears }) => inYears)).toEqual([0, 1, 2, 5]);
    expect(curveYears).toEqual([0, 1, 2, 5]);
    expect(curve[0]?.untilThen).toEqual({ percent: 0, low: 0, high: 0 });
    expect(curve[0]?.yearFromThen).toEqual(curve[1]?.untilThen);
  });

  test('men have the hazard of women divided by 1.41', () => {
    const hazard = (percent: number): number => -Math.log(1 - percent / 100);
    expect(hazard(within(1).percent) / hazard(within(1, { sex: 'male' }).percent)).toBeCloseTo(1.41, 10);
  });

  test('it carries its population, its limits and that it is a draft', () => {
    const { model: stamp } = answered(imminentRefracture(knowledge, woman));
    expect(stamp.status).toBe('draft');
    expect(stamp.population).toContain('Swedish women');
    expect(stamp.limits.join(' ')).toMatch(/never validated on Belgian or Dutch patients/);
    expect(stamp.limits.join(' ')).toMatch(/death before the next fracture is not subtracted/);
  });

  const people = record({
    age: double({ min: 50, max: 89, noNaN: true }),
    sex: constantFrom('female', 'male'),
    site: constantFrom<RefractureSite>('vertebra', 'hip', 'humerus', 'forearm', 'any'),
    yearsSinceFracture: double({ min: 0, max: 4, noNaN: true }),
  });

  test('risks lie in their intervals, grow with the years ahead, and treatment never raises them', () => {
    assert(
      property(people, (person) => {
        let before = -1;
        for (const point of curveOf(person)) {
          for (const estimate of [
            point.untilThen,
            point.untilThenTreated,
            point.yearFromThen,
            point.yearFromThenTreated,
          ]) {
            expect(estimate.low).toBeGreaterThanOrEqual(0);
            expect(estimate.low).toBeLessThanOrEqual(estimate.percent);
            expect(estimate.percent).toBeLessThanOrEqual(estimate.high);
            expect(estimate.high).toBeLessThan(100);
          }
          for (const end of ['percent', 'low', 'high'] as const) {
            expect(point.untilThenTreated[end]).toBeLessThanOrEqual(point.untilThen[end]);
            expect(point.yearFromThenTreated[end]).toBeLessThan(point.yearFromThen[end]);
          }
          expect(point.untilThen.percent).toBeGreaterThan(before);
          before = point.untilThen.percent;
        }
      }),
      { seed: 53, numRuns: 200 },
    );
  });

  test('an older person has a higher risk, and the same person a lower one when the fracture is longer ago', () => {
    assert(
      property(people, (person) => {
        const at = (change: Partial<RefractureInput>): number => within(1, { ...person, ...change }).percent;
        expect(at({ age: person.age + 1 })).toBeGreaterThan(at({}));
        expect(at({ yearsSinceFracture: person.yearsSinceFracture + 1 })).toBeLessThan(at({}));
      }),
      { seed: 54, numRuns: 200 },
    );
  });

  test('sites keep the published order: vertebra, hip, humerus, forearm', () => {
    const risks = (['vertebra', 'hip', 'humerus', 'forearm'] as const).map(
      (site) => within(1, { site }).percent,
    );
    expect(risks).toEqual(risks.toSorted((a, b) => b - a));
    expect(new Set(risks).size).toBe(4);
  });
});

describe('[imminent-refracture] what it is told', () => {
  test.each([
    ['age', 50, 49.9, 'from 50 to 90 years'],
    ['age', 90, 90.1, 'from 50 to 90 years'],
    ['yearsSinceFracture', 0, -0.1, 'from 0 to 5 years'],
    ['yearsSinceFracture', 5, 5.1, 'from 0 to 5 years'],
  ] as const)('%s %d is accepted, %d is refused with the range', (name, inside, outside, expected) => {
    expect(imminentRefracture(knowledge, { ...woman, [name]: inside }).ok).toBe(true);
    expect(imminentRefracture(knowledge, { ...woman, [name]: outside })).toMatchObject({
      ok: false,
      error: { kind: 'outside-range', inputs: [{ expected }] },
    });
  });

  test('what nobody recorded is asked for, and no curve is drawn', () => {
    const result = imminentRefracture(knowledge, {
      age: 'not-recorded',
      sex: 'not-recorded',
      site: 'not-recorded',
      yearsSinceFracture: 'not-recorded',
    });
    expect(result).toMatchObject({ ok: true, value: { outcome: 'cannot-tell' } });
    if (!result.ok || result.value.outcome !== 'cannot-tell') return;
    expect(result.value.missing.map(({ input }) => input).toSorted()).toEqual([
      'age',
      'sex',
      'site',
      'years-since-fracture',
    ]);
  });

  test('a site without a value of its own takes the average; an unspecified one is not recorded', () => {
    expect(refractureSiteOf('vertebra.lumbar')).toBe('vertebra');
    expect(refractureSiteOf('hip.trochanteric')).toBe('hip');
    expect(refractureSiteOf('humerus.proximal')).toBe('humerus');
    expect(refractureSiteOf('wrist.distal-radius')).toBe('forearm');
    expect(refractureSiteOf('pelvis.pubic-ramus')).toBe('any');
    expect(refractureSiteOf('unspecified')).toBe('not-recorded');
    for (const site of fractureSites) expect(refractureSiteOf(site)).toBeTruthy();
  });
});
