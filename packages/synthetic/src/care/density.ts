// The bone density scan of an invented patient: one score for the neck of the femur by age, sex and chance, the other
// regions around it, and the density that belongs to each score.

import type { DxaRules } from '@breekpunt/investigate';
import { tScoreClass } from '@breekpunt/investigate';
import { normal, rounded } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { ScannedRegion } from './care-path.ts';

export interface Scanned {
  readonly regions: readonly ScannedRegion[];
  /** By the lowest of the three regions. */
  readonly reading: 'osteoporosis' | 'low-bone-density' | 'normal';
}

/** Mean and standard deviation of young women, g/cm2, for each region. */
export interface DensityScales {
  readonly 'femoral-neck': readonly number[];
  readonly 'total-hip': readonly number[];
  readonly 'lumbar-spine': readonly number[];
}

const usualAge = 70;
const [lowest, highest] = [-5.5, 3];

export function drawDensity(
  random: Random,
  rates: Rates,
  { scales, rules }: { readonly scales: DensityScales; readonly rules: DxaRules },
  { age, sex }: { readonly age: number; readonly sex: 'female' | 'male' },
): Scanned {
  const spread = (place: number): number => rates.number('t-score-spread', place);
  const regions = (place: number): number => rates.number('t-score-regions', place);
  const forSex = sex === 'male' ? rates.number('t-score-men') : 0;
  const neck = normal(random, spread(0) + spread(2) * (age - usualAge) + forSex, spread(1));
  const side = random.chance(0.5) ? 'left' : 'right';
  const region = (name: ScannedRegion['region'], score: number): ScannedRegion => {
    const tScore = rounded(Math.min(Math.max(score, lowest), highest), 1);
    const [mean = 0, deviation = 0] = scales[name];
    const vertebraeUsed = name === 'lumbar-spine' ? (['L1', 'L2', 'L3', 'L4'] as const) : null;
    return {
      region: name,
      side: name === 'lumbar-spine' ? null : side,
      bmd: rounded(mean + tScore * deviation, 3),
      tScore,
      vertebraeUsed,
    };
  };
  const measured = [
    region('lumbar-spine', neck + normal(random, regions(2), regions(3))),
    region('femoral-neck', neck),
    region('total-hip', neck + normal(random, regions(0), regions(1))),
  ];
  const reading = tScoreClass(Math.min(...measured.map(({ tScore }) => tScore)), rules);
  return { regions: measured, reading };
}
