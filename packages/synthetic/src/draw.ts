// Draws that a life needs beside those of `Random`: bell curves, days around a usual day, choices by listed shares.

import type { Random } from './random.ts';

/** From a bell curve. */
export function normal(random: Random, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random.next());
}

/** A whole number between the ends of a list of two. */
export function within(random: Random, [from, to]: readonly number[]): number {
  return random.int(from ?? 0, to ?? from ?? 0);
}

/** A whole number from a triangle: least, most frequent, most. */
export function around(random: Random, [least, usual, most]: readonly number[]): number {
  const [low, peak, high] = [least ?? 0, usual ?? 0, most ?? 0];
  const place = random.next();
  const rise = (peak - low) / (high - low);
  const value =
    place < rise
      ? low + Math.sqrt(place * (high - low) * (peak - low))
      : high - Math.sqrt((1 - place) * (high - low) * (high - peak));
  return Math.round(value);
}

/** One of the items, by the share at the same place. */
export function byShare<T>(random: Random, items: readonly T[], shares: readonly number[]): T {
  return random.weighted(items.map((item, place) => [item, shares[place] ?? 0] as const));
}

export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
