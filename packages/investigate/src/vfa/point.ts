// A point set on an image, in pixels, and how large a pixel is. Decision: an image without a scale still gives ratios
// and angles, never millimetres.

/** Pixels from the upper left corner; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Millimetres a pixel, across and down. */
export interface PixelSize {
  readonly across: number;
  readonly down: number;
}

/** Pixels of an image without a scale are taken as square. */
export function scaled({ x, y }: Point, size: PixelSize | null): Point {
  return size === null ? { x, y } : { x: x * size.across, y: y * size.down };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function between(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y };
}

export function dot(a: Point, b: Point): number {
  return a.x * b.x + a.y * b.y;
}
