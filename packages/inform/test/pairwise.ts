// Few rows that together hold every pair of values that any row holds. Decision: greedy and in a fixed order, so that the
// same rows come out each time: a failure can be looked at again.

/** Places of a row's values: [2, 0, 5] is the third value of the first thing, the first of the second. */
export type Factors = readonly number[];

export interface Chosen {
  readonly row: number;
  /** Values of the things that go with every row. */
  readonly others: Factors;
}

/** `rows` as they occur; `free` says how many values each further thing has, which goes with any row. */
export function everyPair(rows: readonly Factors[], free: readonly number[]): readonly Chosen[] {
  const candidates = rows.flatMap((factors, row) =>
    combinations(free).map((others) => ({ row, others, pairs: pairsOf([...factors, ...others]) })),
  );
  const open = new Set(candidates.flatMap(({ pairs }) => pairs));
  const chosen: Chosen[] = [];
  // Large strides through the list bring rows that have little in common one after the other.
  const stride = 7919;
  for (let wanted = (free.length + (rows[0]?.length ?? 0)) ** 2; wanted > 0; wanted--)
    for (let step = 0; step < candidates.length; step++) {
      const candidate = candidates[(step * stride) % candidates.length];
      if (candidate === undefined) continue;
      const news = candidate.pairs.filter((pair) => open.has(pair));
      if (news.length < wanted) continue;
      for (const pair of news) open.delete(pair);
      chosen.push({ row: candidate.row, others: candidate.others });
    }
  return chosen;
}

function combinations(free: readonly number[]): readonly Factors[] {
  return free.reduce<readonly Factors[]>(
    (known, count) => known.flatMap((each) => Array.from({ length: count }, (_, value) => [...each, value])),
    [[]],
  );
}

function pairsOf(values: Factors): readonly string[] {
  return values.flatMap((value, place) =>
    values.slice(place + 1).map((other, further) => `${place}=${value} ${place + 1 + further}=${other}`),
  );
}
