// The time one report takes, report by report: the tail matters to whoever waits for it.

import { median, quantile, rounded } from './measure.ts';

export interface Latency {
  readonly reports: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly slowestMs: number;
}

/** Medians over the passes of each pass's quantile; the first pass only warms up. */
export function measureLatency(
  read: (text: string) => void,
  texts: readonly string[],
  passes: number,
): Latency {
  for (const text of texts) read(text);
  const told = Array.from({ length: passes }, () => {
    const times = texts.map((text) => {
      const started = performance.now();
      read(text);
      return performance.now() - started;
    });
    return [quantile(times, 0.5), quantile(times, 0.99), quantile(times, 0.999), Math.max(...times)] as const;
  });
  const middle = (index: 0 | 1 | 2 | 3): number => rounded(median(told.map((figures) => figures[index])));
  return {
    reports: texts.length,
    p50Ms: middle(0),
    p99Ms: middle(1),
    p999Ms: middle(2),
    slowestMs: middle(3),
  };
}
