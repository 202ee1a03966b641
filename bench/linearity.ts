// Cost per character at growing lengths of hostile text. A step that looks back shows as a figure that
// grows with the length; a text that would take longer than the limit is not read, and counts as failed.

import { median, rounded } from './measure.ts';
import { adversarialText, adversaries } from './texts/adversarial.ts';

export interface Linearity {
  readonly name: string;
  /** Nanoseconds a character, by length; null when the length before it already took too long. */
  readonly nsPerCharacter: Readonly<Record<string, number | null>>;
  /** Cost at the longest length over cost at a hundred thousand characters; 1 is flat, null is not linear. */
  readonly growth: number | null;
}

const limitMs = 60_000;

/** Long enough to time well. */
const referenceLength = 100_000;

export function measureLinearity(read: (text: string) => void, lengths: readonly number[]): Linearity[] {
  for (const adversary of adversaries) read(adversarialText(adversary, 1000));
  return adversaries.map((adversary) => {
    const costs = new Map<number, number | null>();
    let expectedMs = 0;
    for (const length of lengths) {
      if (expectedMs > limitMs) {
        costs.set(length, null);
        continue;
      }
      const ms = timeOf(read, adversarialText(adversary, length));
      costs.set(length, rounded((ms * 1e6) / length));
      // Ten times the length: a hundred times the work until the text has shown itself to be linear.
      expectedMs = ms * (length >= 1_000_000 ? 12 : 100);
    }
    const reference = costs.get(referenceLength) ?? costs.get(lengths[0] ?? 0);
    const last = costs.get(lengths.at(-1) ?? 0);
    return {
      name: adversary.name,
      nsPerCharacter: Object.fromEntries(costs),
      growth: reference == null || last == null ? null : rounded(last / reference),
    };
  });
}

/** Median of as many readings as fit in a quarter of a second, at least one, at most nine. */
function timeOf(read: (text: string) => void, text: string): number {
  const times: number[] = [];
  const began = performance.now();
  do {
    const started = performance.now();
    read(text);
    times.push(performance.now() - started);
  } while (times.length < 9 && performance.now() - began < 250);
  return median(times);
}
