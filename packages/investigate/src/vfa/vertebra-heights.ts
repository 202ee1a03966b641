// The three heights of one vertebral body on a side view, typed in or taken from six points. Decision: points that
// cannot be one body (upper endplate below the lower) are refused; a swapped pair would otherwise look like a collapse.

import { failure, type Result, success } from '@breekpunt/core';
import { type ImplausibleValue, type PlausibleRange, plausible } from '../plausible-value.ts';
import { between, distance, dot, type PixelSize, type Point, scaled } from './point.ts';

export interface VertebraHeights {
  readonly anterior: number;
  readonly middle: number;
  readonly posterior: number;
  /** Pixels when the image has no scale: ratios are right, millimetres unknown. */
  readonly unit: 'mm' | 'pixel';
}

export interface EndplatePoints {
  readonly anterior: Point;
  readonly middle: Point;
  readonly posterior: Point;
}

/** Where an endplate shows twice, each point lies midway between its two outlines. */
export interface SixPoints {
  readonly upper: EndplatePoints;
  readonly lower: EndplatePoints;
}

export type HeightsRefusal = ImplausibleValue | { readonly kind: 'points-not-one-body' };

export const heightPositions = ['anterior', 'middle', 'posterior'] as const;
export type HeightPosition = (typeof heightPositions)[number];

export function heightsFromPoints(
  points: SixPoints,
  size: PixelSize | null,
  range: PlausibleRange,
): Result<VertebraHeights, HeightsRefusal> {
  if (!isOneBody(points)) return failure({ kind: 'points-not-one-body' });
  const height = (at: HeightPosition): number =>
    distance(scaled(points.upper[at], size), scaled(points.lower[at], size));
  return parseHeights(
    {
      anterior: height('anterior'),
      middle: height('middle'),
      posterior: height('posterior'),
      unit: size === null ? 'pixel' : 'mm',
    },
    range,
  );
}

/** Millimetres within what a body can be; pixels above zero. */
export function parseHeights(
  heights: VertebraHeights,
  range: PlausibleRange,
): Result<VertebraHeights, ImplausibleValue> {
  const inPixels = { least: Number.MIN_VALUE, most: 100_000, unit: 'pixels' };
  for (const at of heightPositions) {
    const checked = plausible(`${at} height`, heights[at], heights.unit === 'mm' ? range : inPixels);
    if (!checked.ok) return checked;
  }
  return success(heights);
}

/** All three heights point the same way, across endplates that run the same way. */
function isOneBody({ upper, lower }: SixPoints): boolean {
  const all = [upper, lower].flatMap((plate) => heightPositions.map((at) => plate[at]));
  if (!all.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return false;
  const down = heightPositions.map((at) => between(upper[at], lower[at]));
  const sum = down.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  const plates = [between(upper.posterior, upper.anterior), between(lower.posterior, lower.anterior)];
  const [above, below] = plates;
  if (above === undefined || below === undefined || dot(above, below) <= 0) return false;
  return sum.y > 0 && down.every((each) => dot(each, sum) > 0);
}
