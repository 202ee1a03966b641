// The six points of a vertebra as an outline of one size: its back is as high in every drawing, so that two drawings of one
// vertebra can be compared by eye whatever the scale of their images.

import type { Point } from './editor-state.ts';

export const outlineSize = { width: 96, height: 48 };
const back = 30;
/** Kept free at either side, so that the line is not cut. */
const margin = 3;

/** Points of a polygon, front to the left as they were set; null while one is missing or the back has no height. */
export function outlineOf(points: readonly (Point | null)[]): string | null {
  const set = points.flatMap((point) => (point === null ? [] : [point]));
  const [upperFront, upperMiddle, upperBack, lowerFront, lowerMiddle, lowerBack] = set;
  if (
    set.length < 6 ||
    upperFront === undefined ||
    upperMiddle === undefined ||
    upperBack === undefined ||
    lowerFront === undefined ||
    lowerMiddle === undefined ||
    lowerBack === undefined
  )
    return null;
  const height = Math.hypot(lowerBack.x - upperBack.x, lowerBack.y - upperBack.y);
  if (height === 0) return null;
  const across = Math.max(...set.map(({ x }) => x)) - Math.min(...set.map(({ x }) => x));
  const factor = Math.min(back / height, (outlineSize.width - 2 * margin) / Math.max(across, 1e-9));
  const middle = (of: (point: Point) => number): number =>
    (Math.min(...set.map(of)) + Math.max(...set.map(of))) / 2;
  const [x, y] = [middle((point) => point.x), middle((point) => point.y)];
  return [upperFront, upperMiddle, upperBack, lowerBack, lowerMiddle, lowerFront]
    .map((point) =>
      [(point.x - x) * factor + outlineSize.width / 2, (point.y - y) * factor + outlineSize.height / 2]
        .map((value) => value.toFixed(1))
        .join(','),
    )
    .join(' ');
}
