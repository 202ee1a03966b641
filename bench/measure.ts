// Timing that can be trusted on a machine shared with others: every candidate is warmed up, rounds of all
// candidates alternate, medians are kept, and the spread between rounds is reported as the noise.

export interface Candidate {
  readonly name: string;
  /** Works through all texts once and returns something that depends on them, so nothing is optimised away. */
  readonly run: (texts: readonly string[]) => number;
}

export interface Timing {
  readonly name: string;
  readonly rounds: number;
  readonly medianMs: number;
  /** Half the distance between the quartiles, as a share of the median. */
  readonly noise: number;
  readonly checksum: number;
}

export interface RoundPlan {
  readonly rounds: number;
  readonly warmUps: number;
  /** A candidate slower than this a round gets three rounds only. */
  readonly slowRoundMs: number;
}

export function timeAll(
  candidates: readonly Candidate[],
  texts: readonly string[],
  plan: RoundPlan,
): Timing[] {
  const checksums = candidates.map((candidate) => {
    let checksum = 0;
    const started = performance.now();
    for (let i = 0; i < plan.warmUps; i++) {
      checksum = candidate.run(texts);
      if (performance.now() - started > 4 * plan.slowRoundMs) break;
    }
    return checksum;
  });
  const times: number[][] = candidates.map(() => []);
  for (let round = 0; round < plan.rounds; round++) {
    candidates.forEach((candidate, index) => {
      const own = times[index] as number[];
      if (own.length >= 3 && median(own) > plan.slowRoundMs) return;
      const started = performance.now();
      candidate.run(texts);
      own.push(performance.now() - started);
    });
  }
  return candidates.map(({ name }, index) => {
    const own = times[index] as number[];
    return {
      name,
      rounds: own.length,
      medianMs: median(own),
      noise: spread(own),
      checksum: checksums[index] as number,
    };
  });
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const aboveIt = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (aboveIt - below) * (at - Math.floor(at));
}

export function spread(values: readonly number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);
}

/** Keeps three figures, so that results can be compared by eye. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
