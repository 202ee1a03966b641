// Cost per character at growing lengths of hostile text. A step that looks back shows as a figure that
// grows with the length; a text that would take longer than the limit is not read, and counts as failed.

import { median, rounded } from './measure.ts';
import { adversarialText, adversaries } from './texts/adversarial.ts';

export interface Linearity {
  readonly name: string;
  /** Nanoseconds a character, by length; null when the length before it already took too long. */
  readonly nsPerCharacter: Readonly<Record<string, number | null>>;
  /** Cost at the longest length over cost at the second shortest, which is long enough to time well; 1 is flat. */
  readonly growth: number | null;
}

const limitMs = 60_000;

export function measureLinearity(read: (text: string) => void, lengths: readonly number[]): Linearity[] {
  for (const adversary of adversaries) read(adversarialText(adversary, 10_000));
  return adversaries.map((adversary) => {
    const costs = new Map<number, number | null>();
    let expectedMs = 0;
    for (const length of lengths) {
      if (expectedMs > limitMs) {
        costs.set(length, null);
        continue;
      }
      const text = adversarialText(adversary, length);
      const ms = timeOf(read, text);
      costs.set(length, rounded((ms * 1e6) / length));
      expectedMs = ms * 100;
      if (length >= 1_000_000) expectedMs = ms * 12;
    }
    const first = costs.get(lengths[1] ?? lengths[0] ?? 0);
    const last = costs.get(lengths.at(-1) ?? 0);
    return {
      name: adversary.name,
      nsPerCharacter: Object.fromEntries(costs),
      growth: first == null || last == null ? null : rounded(last / first),
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
