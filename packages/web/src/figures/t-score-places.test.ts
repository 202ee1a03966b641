import { expect, test } from 'vitest';
import { heightOf, placeScores, type TScore } from './t-score-places.ts';

const score = (tScore: number, age: number | null): TScore => ({ tScore, age }) as unknown as TScore;

test('the axis runs from +2 at the top to −5 at the bottom, with both lines between', () => {
  expect([heightOf(2), heightOf(-5)]).toEqual([0, 1]);
  expect(heightOf(-1)).toBeLessThan(heightOf(-2.5));
});

test('a score beyond the axis stands at its edge and is marked', () => {
  const { placed } = placeScores([score(-6.2, 70), score(-2.5, 70)]);
  expect(placed.map(({ y, beyond }) => [y < 1, beyond])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('older stands to the right, inside the figure, also when all scans are of one year', () => {
  const { placed } = placeScores([score(-1, 61), score(-2, 79)]);
  const [first = 0, second = 0] = placed.map(({ x }) => x);
  expect(0 < first && first < second && second < 1).toBe(true);
  const [alone] = placeScores([score(-1, 70)]).placed;
  expect(alone !== undefined && alone.x > 0.2 && alone.x < 0.8).toBe(true);
});

test('a score at an unknown age is not drawn, and is named', () => {
  const { placed, withoutAge } = placeScores([score(-2, null)]);
  expect([placed.length, withoutAge.length]).toEqual([0, 1]);
});

test('the newest score stands on the right, with room for its words on the left, at whatever age', () => {
  for (const age of [50, 63, 77, 84, 85, 96]) {
    const [newest] = placeScores([score(-2, age)]).placed;
    expect(newest?.x).toBeGreaterThanOrEqual(0.65);
    expect(newest?.x).toBeLessThan(1);
  }
});
