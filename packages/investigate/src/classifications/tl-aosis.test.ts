import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { readVectors } from '../../test/read-vectors.ts';
import { aoSpineMorphologies, aoSpineNeurologies, type TlAosisInput, tlAosis } from './tl-aosis.ts';

const knowledge = loadKnowledge();

const all: TlAosisInput[] = aoSpineMorphologies.flatMap((morphology) =>
  aoSpineNeurologies.flatMap((neurology) =>
    (['no', 'yes'] as const).flatMap((indeterminateLigaments) =>
      (['no', 'yes'] as const).map((relevantComorbidity) => ({
        morphology,
        neurology,
        indeterminateLigaments,
        relevantComorbidity,
      })),
    ),
  ),
);

/** The published points, set down a second time and apart from the knowledge. */
const printed: Readonly<Record<string, number>> = {
  A0: 0,
  A1: 1,
  A2: 2,
  A3: 3,
  A4: 5,
  B1: 5,
  B2: 6,
  B3: 7,
  C: 8,
  N0: 0,
  N1: 1,
  N2: 2,
  N3: 4,
  N4: 4,
  NX: 3,
};
const unconfirmed = ['A0', 'B2', 'B3', 'C', 'N4', 'NX'];

describe('[tl-aosis] all 216 combinations', () => {
  test.each(all)('$morphology $neurology, M1 $indeterminateLigaments, M2 $relevantComorbidity', (input) => {
    const total =
      (printed[input.morphology] ?? Number.NaN) +
      (printed[input.neurology] ?? Number.NaN) +
      (input.indeterminateLigaments === 'yes' ? 1 : 0);
    const value = answered(tlAosis(knowledge, input));
    expect(value.total).toBe(total);
    expect(value.reading.means).toBe(total <= 3 ? 'conservative' : total <= 5 ? 'either' : 'surgical');
    const isDraft =
      unconfirmed.includes(input.morphology) ||
      unconfirmed.includes(input.neurology) ||
      input.relevantComorbidity === 'yes';
    expect(value.model.status).toBe(isDraft ? 'draft' : 'confirmed');
  });

  test('are 216', () => {
    expect(all).toHaveLength(216);
  });
});

test('[tl-aosis] the reference vectors are reproduced row by row', () => {
  const rows = readVectors('tlaosis.csv');
  expect(rows).toHaveLength(130);
  for (const row of rows) {
    const input = {
      morphology: row['morphology'],
      neurology: row['neuro'],
      indeterminateLigaments: row['m1'] === '1' ? 'yes' : 'no',
      relevantComorbidity: row['m2'] === '1' ? 'yes' : 'no',
    } as TlAosisInput;
    const value = answered(tlAosis(knowledge, input));
    expect({ total: String(value.total), band: value.reading.means }).toEqual({
      total: row['tl_aosis'],
      band: row['band_vaccaro2016'],
    });
  }
});

test('[tl-aosis] a blank neurology is missing and never N0; NX is an answer with its own points', () => {
  const burst = {
    morphology: 'A4',
    indeterminateLigaments: 'no',
    relevantComorbidity: 'no',
  } as const;
  expect(tlAosis(knowledge, { ...burst, neurology: 'not-recorded' })).toMatchObject({
    ok: true,
    value: { outcome: 'cannot-tell', missing: [{ input: 'neurology' }], total: { least: 5, most: 9 } },
  });
  expect(answered(tlAosis(knowledge, { ...burst, neurology: 'NX' })).total).toBe(8);
});
