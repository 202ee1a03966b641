import { loadKnowledge } from '@breekpunt/knowledge';
import { assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { ofClasses } from './of-class.ts';
import { type OfScoreInput, ofScore, readOfTotal } from './of-score.ts';

const knowledge = loadKnowledge();

const mild: OfScoreInput = {
  ofClass: 'OF2',
  tScore: -2,
  hounsfieldUnits: 'not-recorded',
  deformityProgression: 'no',
  painUnderAnalgesia: 3,
  neurology: 'N0',
  mobilisation: 'possible',
  asaAbove3: 'no',
  frailtyIndexAbove2: 'no',
  anticoagulation: 'no',
};
const total = (change: Partial<OfScoreInput>): number =>
  answered(ofScore(knowledge, { ...mild, ...change })).total;

const yesNoUnknown = ['yes', 'no', 'unknown'] as const;
const everyCard = ofClasses.flatMap((ofClass) =>
  ([-3.5, -2, 'unknown'] as const).flatMap((tScore) =>
    yesNoUnknown.flatMap((deformityProgression) =>
      ([6, 3, 'unknown'] as const).flatMap((painUnderAnalgesia) =>
        (['N0', 'N1', 'N2', 'N3', 'N4', 'unknown'] as const).flatMap((neurology) =>
          (['impossible', 'possible', 'unknown'] as const).flatMap((mobilisation) =>
            [0, 1, 2, 3].map((ailments) => ({
              input: {
                ofClass,
                tScore,
                hounsfieldUnits: 'not-recorded',
                deformityProgression,
                painUnderAnalgesia,
                neurology,
                mobilisation,
                asaAbove3: ailments > 0 ? 'yes' : 'no',
                frailtyIndexAbove2: ailments > 1 ? 'yes' : 'no',
                anticoagulation: ailments > 2 ? 'yes' : 'no',
              } satisfies OfScoreInput,
              // The card, set down a second time.
              printed:
                2 * (1 + ofClasses.indexOf(ofClass)) +
                (tScore === -3.5 ? 1 : 0) +
                { yes: 1, no: -1, unknown: 0 }[deformityProgression] +
                (painUnderAnalgesia === 6 ? 1 : painUnderAnalgesia === 3 ? -1 : 0) +
                (['N2', 'N3', 'N4'].includes(neurology) ? 2 : 0) +
                { impossible: 1, possible: -1, unknown: 0 }[mobilisation] -
                Math.min(2, ailments),
            })),
          ),
        ),
      ),
    ),
  ),
);

describe('[of-score] the modified card', () => {
  test(`all ${everyCard.length} combinations of its boxes add up as printed and fall into its bands`, () => {
    expect(everyCard).toHaveLength(5 * 3 * 3 * 3 * 6 * 3 * 4);
    for (const { input, printed } of everyCard) {
      const value = answered(ofScore(knowledge, input));
      if (value.total !== printed) expect(value.total, JSON.stringify(input)).toBe(printed);
      const band = printed < 6 ? 'conservative' : printed === 6 ? 'either' : 'surgical';
      if (value.reading.means !== band) expect(value.reading.means, JSON.stringify(input)).toBe(band);
    }
  });

  test('a mild OF2 fracture: 4 points less progression, pain and mobility is 1: no surgery', () => {
    expect(answered(ofScore(knowledge, mild))).toMatchObject({
      total: 1,
      reading: { means: 'conservative' },
    });
  });

  test.each([
    ['T-score -3 is not below -3', { tScore: -3 }, 1],
    ['T-score -3.1 is', { tScore: -3.1 }, 2],
    ['90 HU counts', { tScore: 'not-recorded', hounsfieldUnits: 90 }, 2],
    ['91 HU does not', { tScore: 'not-recorded', hounsfieldUnits: 91 }, 1],
    ['either measurement suffices', { tScore: -2, hounsfieldUnits: 80 }, 2],
    ['pain 4.9 takes a point', { painUnderAnalgesia: 4.9 }, 1],
    ['pain 5 gives one', { painUnderAnalgesia: 5 }, 3],
    ['a nerve root (N2) gives two', { neurology: 'N2' }, 3],
    ['a deficit that has gone (N1) gives none', { neurology: 'N1' }, 1],
    [
      'three ailments take two points, not three',
      { asaAbove3: 'yes', frailtyIndexAbove2: 'yes', anticoagulation: 'yes' },
      -1,
    ],
  ] satisfies [string, Partial<OfScoreInput>, number][])('%s', (_, change, expected) => {
    expect(total(change)).toBe(expected);
  });

  test('"unknown" counts 0 as on the card, a blank is missing', () => {
    expect(total({ deformityProgression: 'unknown' })).toBe(2);
    expect(ofScore(knowledge, { ...mild, deformityProgression: 'not-recorded' })).toMatchObject({
      ok: true,
      value: {
        outcome: 'cannot-tell',
        missing: [{ input: 'deformity-progression' }],
        total: { least: 1, most: 3 },
        readings: [{ means: 'conservative' }],
      },
    });
  });

  test('a pain of 11 and a T-score of 9 are refused with their ranges', () => {
    expect(ofScore(knowledge, { ...mild, painUnderAnalgesia: 11, tScore: 9 })).toMatchObject({
      ok: false,
      error: {
        inputs: [
          { input: 'tScore', expected: 'from -8 to 6 SD' },
          { input: 'painUnderAnalgesia', expected: 'from 0 to 10 points' },
        ],
      },
    });
  });

  test('the total lies in the span that was given before the missing answer came', () => {
    const blanks = record({
      deformityProgression: constantFrom(...yesNoUnknown),
      mobilisation: constantFrom('possible', 'impossible', 'unknown'),
      asaAbove3: constantFrom(...yesNoUnknown),
      anticoagulation: constantFrom(...yesNoUnknown),
    });
    assert(
      property(blanks, constantFrom('deformityProgression', 'mobilisation', 'asaAbove3'), (given, blank) => {
        const full = { ...mild, ...given } as OfScoreInput;
        const before = ofScore(knowledge, { ...full, [blank]: 'not-recorded' });
        if (!before.ok || before.value.outcome !== 'cannot-tell') return expect.fail('expected a span');
        const after = answered(ofScore(knowledge, full));
        expect(after.total).toBeGreaterThanOrEqual(before.value.total.least);
        expect(after.total).toBeLessThanOrEqual(before.value.total.most);
        expect(before.value.readings).toContainEqual(after.reading);
      }),
      { seed: 2018, numRuns: 200 },
    );
  });
});

describe('[of-score] three versions are never mixed', () => {
  test('a total of 6 is "either" on the card and surgical in the version of 2026', () => {
    expect(readOfTotal(knowledge, 'of-card', 6)).toMatchObject({ value: { means: 'either' } });
    expect(readOfTotal(knowledge, 'of-optimised-2026', 6)).toMatchObject({ value: { means: 'surgical' } });
    expect(readOfTotal(knowledge, 'of-optimised-2026', 5)).toMatchObject({
      value: { means: 'conservative' },
    });
  });

  test('a total of the first version is not read, because its cut is not confirmed', () => {
    expect(readOfTotal(knowledge, 'of-2018', 6)).toEqual({
      ok: false,
      error: { kind: 'no-confirmed-cut', version: 'of-2018' },
    });
  });
});
