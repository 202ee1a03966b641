import { describe, expect, test } from 'vitest';
import { heightChange } from './compared-heights.ts';
import type { MeasuredVertebra } from './measured-vertebra.ts';
import { measureVertebra } from './measured-vertebra.ts';
import type { VertebraHeights } from './vertebra-heights.ts';
import type { Grading } from './vfa-rules.ts';

const grading: Grading = {
  name: 'nhg',
  from: [20, 25, 40],
  atBoundary: ['higher', 'higher', 'higher'],
  disputed: [25, 40],
};
const heights = (anterior: number, middle: number, unit: 'mm' | 'pixel' = 'mm'): VertebraHeights => ({
  anterior,
  middle,
  posterior: 30,
  unit,
});
const measured = (of: VertebraHeights, neighbours: readonly VertebraHeights[] = []): MeasuredVertebra =>
  measureVertebra(of, neighbours, grading);

describe('the change of height of one vertebra', () => {
  test('is taken at the border that lost most now, in percent and millimetres', () => {
    expect(heightChange(measured(heights(27, 28)), measured(heights(21, 27)))).toMatchObject({
      position: 'anterior',
      against: 'own-posterior',
      before: 10,
      after: 30,
      points: 20,
      mm: 6,
    });
  });

  test('has no millimetres unless both images have a scale', () => {
    const change = heightChange(measured(heights(27, 28, 'pixel')), measured(heights(21, 27)));
    expect(change?.mm).toBeNull();
  });

  test('never sets a loss against neighbours off against one without them', () => {
    const beside = [heights(30, 30)];
    const change = heightChange(measured(heights(21, 27)), measured(heights(21, 27), beside));
    expect([change?.against, change?.points]).toEqual(['own-posterior', 0]);
  });
});
