import { describe, expect, test } from 'vitest';
import { levelRange, vertebralLevels, vertebralRegion } from './vertebral-level.ts';

describe('vertebral levels', () => {
  test('T11 to L1 crosses the junction: T11, T12, L1, whichever is named first', () => {
    expect(levelRange('T11', 'L1')).toEqual(['T11', 'T12', 'L1']);
    expect(levelRange('L1', 'T11')).toEqual(['T11', 'T12', 'L1']);
    expect(levelRange('L3', 'L3')).toEqual(['L3']);
  });

  test('there are 7 cervical, 12 thoracic and 5 lumbar vertebrae', () => {
    const count = (region: string): number =>
      vertebralLevels.filter((l) => vertebralRegion(l) === region).length;
    expect([count('cervical'), count('thoracic'), count('lumbar')]).toEqual([7, 12, 5]);
  });
});
