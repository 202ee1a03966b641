// Precision and recall of case finding as indicators, from the verdicts on cases and the sample of reports without a flag.
// Decision: counted when the rest is counted and kept with it: counting the reports of years takes seconds, reading a figure may not.

import type { IndicatorSet } from '@breekpunt/knowledge';
import { type FindingCounts, precisionOf, recallOf, type Share } from '@breekpunt/quality';
import { sql } from 'kysely';
import { findingQuality } from '../case/finding-quality.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';

export async function caseFindingCounts(tx: SiteTransaction): Promise<FindingCounts> {
  const { right, missedInSample, notFlagged } = await findingQuality(tx);
  const { flagged } = await tx.db
    .selectFrom('report')
    .select(sql<number>`count(*)`.as('flagged'))
    .where('site_id', '=', tx.site)
    .where('superseded', '=', false)
    .where('triage', '<>', 'none')
    .executeTakeFirstOrThrow();
  return {
    right: right.count,
    judged: right.of,
    sampled: missedInSample.of,
    missedInSample: missedInSample.count,
    unflagged: notFlagged,
    flagged,
  };
}

/** By indicator id; empty for a set that asks for neither. */
export function findingFigures(
  { indicators }: IndicatorSet,
  counts: FindingCounts | null,
): ReadonlyMap<string, Share> {
  if (counts === null) return new Map();
  return new Map(
    indicators.flatMap(({ id, counts: way }): [string, Share][] => {
      if (way === 'precision') return [[id, precisionOf(counts)]];
      return way === 'recall' ? [[id, recallOf(counts)]] : [];
    }),
  );
}
