import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './score-labels.ts';
import { placeScores, type TScore } from './t-score-places.ts';

const score = (tScore: number, age: number, region: string, on: string): TScore =>
  ({ tScore, age, region, side: null, on }) as unknown as TScore;

test('only the newest score of a place has words beside it', () => {
  const { placed } = placeScores([
    score(-1.9, 78, 'femoral-neck', '2019-11-19'),
    score(-2.7, 85, 'femoral-neck', '2026-11-17'),
    score(-1.7, 82, 'lumbar-spine', '2024-03-10'),
  ]);
  const told = placeLabels(placed, 0.06).map(({ of: { score: each } }) => each.tScore);
  expect(told.toSorted((one, other) => one - other)).toEqual([-2.7, -1.7]);
});

test('words of scores of one day are moved apart and stay inside the figure, in the order of their scores', () => {
  const scores = fc.array(fc.double({ min: -6, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(scores, (values) => {
      const day = values.map((value, at) => score(value, 70, `region ${at}`, '2026-11-20'));
      const labels = placeLabels(placeScores(day).placed, 0.06);
      expect(labels).toHaveLength(values.length);
      for (const [at, { y, of }] of labels.entries()) {
        const above = labels[at - 1];
        expect(y).toBeGreaterThanOrEqual(-1e-9);
        expect(y).toBeLessThanOrEqual(1 + 1e-9);
        if (above === undefined) continue;
        expect(y - above.y).toBeGreaterThanOrEqual(0.06 - 1e-9);
        expect(of.y).toBeGreaterThanOrEqual(above.of.y);
      }
    }),
    { seed: 20_261_122 },
  );
});

test('words that have room stand at the height of their point', () => {
  const { placed } = placeScores([
    score(-1, 70, 'total-hip', '2026-11-20'),
    score(-3, 70, 'lumbar-spine', '2026-11-20'),
  ]);
  expect(placeLabels(placed, 0.06).every(({ y, of }) => y === of.y)).toBe(true);
});
