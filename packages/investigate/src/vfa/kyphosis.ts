// The Cobb angle of a kyphosis: between the upper endplate of the upper vertebra and the lower endplate of the lower.
// Decision: the angle comes with its direction, because a lordosis of 40 degrees is not a kyphosis; and the kyphosis of
// one broken vertebra is a field apart from that of the chest.

import { failure, type Result, success } from '@breekpunt/core';
import { between, dot, type PixelSize, type Point, scaled } from './point.ts';
import type { VfaRules } from './vfa-rules.ts';

export interface Endplate {
  readonly anterior: Point;
  readonly posterior: Point;
}

export interface KyphosisAngle {
  /** 0 to 180. */
  readonly degrees: number;
  /** Kyphosis when the endplates come together in front, lordosis when they part. */
  readonly direction: 'kyphosis' | 'lordosis' | 'straight';
  readonly reasons: readonly ['VF18'];
}

export interface NoAngle {
  readonly kind: 'endplate-without-length';
}

export function kyphosisAngle(
  upper: Endplate,
  lower: Endplate,
  size: PixelSize | null,
): Result<KyphosisAngle, NoAngle> {
  const [above, below] = [scaledPlate(upper, size), scaledPlate(lower, size)];
  const [u, v] = [direction(above), direction(below)];
  const lengths = Math.hypot(u.x, u.y) * Math.hypot(v.x, v.y);
  if (!(lengths > 0) || !Number.isFinite(lengths)) return failure({ kind: 'endplate-without-length' });
  // atan2 keeps small angles exact where acos would lose them.
  const degrees = (Math.atan2(Math.abs(u.x * v.y - u.y * v.x), dot(u, v)) * 180) / Math.PI;
  const down = between(middleOf(above), middleOf(below));
  // In a kyphosis the front of the upper endplate tilts down and that of the lower one up.
  const tilt = dot(u, down) / Math.hypot(u.x, u.y) - dot(v, down) / Math.hypot(v.x, v.y);
  const opening = degrees < 1e-9 ? 'straight' : tilt > 0 ? 'kyphosis' : 'lordosis';
  return success({ degrees, direction: opening, reasons: ['VF18'] });
}

/** Sources begin to speak of hyperkyphosis between two angles; between them the answer is "borderline". */
export function kyphosisClass(
  angle: KyphosisAngle,
  rules: VfaRules,
): 'not-raised' | 'borderline' | 'hyperkyphosis' {
  if (angle.direction !== 'kyphosis') return 'not-raised';
  const [some, all] = rules.hyperkyphosisFrom;
  // An angle comes out of arctangents: 40.00000000000001 is 40.
  const noise = 1e-9;
  if (angle.degrees > all + noise) return 'hyperkyphosis';
  return angle.degrees >= some - noise ? 'borderline' : 'not-raised';
}

function scaledPlate({ anterior, posterior }: Endplate, size: PixelSize | null): Endplate {
  return { anterior: scaled(anterior, size), posterior: scaled(posterior, size) };
}

function direction({ anterior, posterior }: Endplate): Point {
  return between(posterior, anterior);
}

function middleOf({ anterior, posterior }: Endplate): Point {
  return { x: (anterior.x + posterior.x) / 2, y: (anterior.y + posterior.y) / 2 };
}
