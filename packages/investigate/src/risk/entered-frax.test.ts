import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { adjustFraxForGlucocorticoids, checkEnteredFrax, type EnteredFrax } from './entered-frax.ts';

const knowledge = loadKnowledge();
const entered: EnteredFrax = {
  majorPercent: 20,
  hipPercent: 10,
  countryModel: 'Belgium',
  withBoneDensity: 'yes',
  obtainedOn: knownDate('2026-11-21'),
  glucocorticoidsTicked: 'yes',
  doseAdjusted: 'no',
};

describe('[frax-glucocorticoid] an entered FRAX value, adjusted for the dose', () => {
  test.each([
    [2.4, 'low', 16, 6.5],
    [2.5, 'medium', 20, 10],
    [7.4, 'medium', 20, 10],
    [7.5, 'high', 23, 12],
    [40, 'high', 23, 12],
  ] as const)(
    '%d mg a day is a %s dose: major 20 %% becomes %d, hip 10 %% becomes %d',
    (mg, dose, major, hip) => {
      const value = answered(adjustFraxForGlucocorticoids(knowledge, entered, mg));
      expect(value.dose).toBe(dose);
      expect(value.majorPercent).toBeCloseTo(major, 12);
      expect(value.hipPercent).toBeCloseTo(hip, 12);
      expect(value.model.limits.join(' ')).toContain('FRAX is never computed here');
    },
  );

  test('a higher dose never gives a lower risk', () => {
    let before = 0;
    for (let mg = 0; mg <= 200; mg += 0.5) {
      const { hipPercent } = answered(adjustFraxForGlucocorticoids(knowledge, entered, mg));
      expect(hipPercent).toBeGreaterThanOrEqual(before);
      before = hipPercent;
    }
  });

  test('a value made without glucocorticoids, or adjusted before, is not adjusted', () => {
    expect(
      adjustFraxForGlucocorticoids(knowledge, { ...entered, glucocorticoidsTicked: 'no' }, 10),
    ).toMatchObject({ ok: false, error: { kind: 'not-made-for', reason: 'glucocorticoids-not-ticked' } });
    expect(adjustFraxForGlucocorticoids(knowledge, { ...entered, doseAdjusted: 'yes' }, 10)).toMatchObject({
      ok: false,
      error: { kind: 'not-made-for', reason: 'already-adjusted' },
    });
  });

  test('what is not known is asked for: the dose, and how the value was made', () => {
    const blank = {
      ...entered,
      glucocorticoidsTicked: 'not-recorded',
      doseAdjusted: 'not-recorded',
    } as const;
    expect(adjustFraxForGlucocorticoids(knowledge, blank, 'not-recorded')).toMatchObject({
      value: {
        outcome: 'cannot-tell',
        missing: [{ input: 'dose' }, { input: 'glucocorticoids-ticked' }, { input: 'dose-adjusted' }],
      },
    });
  });

  test('a risk that would exceed 100 % is refused rather than cut off', () => {
    expect(adjustFraxForGlucocorticoids(knowledge, { ...entered, hipPercent: 90 }, 10)).toEqual({
      ok: false,
      error: { kind: 'above-100-percent', risk: 'hip' },
    });
  });

  test('an entered risk of 120 % is refused with the range', () => {
    expect(checkEnteredFrax(knowledge, { ...entered, majorPercent: 120 })).toMatchObject({
      ok: false,
      error: { inputs: [{ input: 'major', expected: 'from 0 to 100 percent' }] },
    });
    expect(checkEnteredFrax(knowledge, entered)).toEqual({ ok: true, value: entered });
  });
});
