// Which level an organisation reaches on each standard, and what is missing for the next. Decision: a level counts only when
// every level below it is met; what nobody answered or counted is missing, and the level is then said to be unknown, not low.

import type { Answer } from '@breekpunt/core';
import { type Standard, type StandardDemand, type StandardLevel, standardLevels } from '@breekpunt/knowledge';

export interface StandardReached {
  readonly standard: Standard;
  /** Null: black, no level is reached or shown. */
  readonly level: StandardLevel | null;
  /** Null at gold. */
  readonly next: StandardLevel | null;
  readonly missing: readonly DemandMissing[];
}

export interface DemandMissing {
  readonly demand: StandardDemand;
  /** no: known not to be met; not-recorded: nobody answered, or too few patients. */
  readonly met: 'no' | 'not-recorded';
  readonly share: number | null;
}

export interface Organisation {
  /** Share per indicator id; null when nothing could be counted. */
  readonly shares: Readonly<Record<string, number | null>>;
  readonly answers: Readonly<Record<string, Answer>>;
}

export function standardReached(standard: Standard, organisation: Organisation): StandardReached {
  let level: StandardLevel | null = null;
  for (const next of standardLevels) {
    const missing = standard.levels[next].flatMap((demand) => missingOf(demand, organisation));
    if (missing.length > 0) return { standard, level, next, missing };
    level = next;
  }
  return { standard, level, next: null, missing: [] };
}

function missingOf(demand: StandardDemand, { shares, answers }: Organisation): DemandMissing[] {
  if (demand.kind === 'organisation') {
    const given = answers[demand.question] ?? 'not-recorded';
    return given === 'yes' ? [] : [{ demand, met: given, share: null }];
  }
  const share = shares[demand.indicator] ?? null;
  if (share === null) return [{ demand, met: 'not-recorded', share }];
  return share >= demand.from / 100 ? [] : [{ demand, met: 'no', share }];
}
