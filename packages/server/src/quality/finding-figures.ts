// Precision and recall of case finding as indicators, from the verdicts on cases and the sample of reports without a flag.

import type { IndicatorSet } from '@breekpunt/knowledge';
import { precisionOf, recallOf, type Share } from '@breekpunt/quality';
import { sql } from 'kysely';
import { findingQuality } from '../case/finding-quality.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';

/** By indicator id; empty for a set that asks for neither. */
export async function findingFigures(
  tx: SiteTransaction,
  { indicators }: IndicatorSet,
): Promise<ReadonlyMap<string, Share>> {
  const asked = indicators.filter(({ counts }) => counts === 'precision' || counts === 'recall');
  if (asked.length === 0) return new Map();
  const { right, missedInSample, notFlagged } = await findingQuality(tx);
  const { flagged } = await tx.db
    .selectFrom('report')
    .select(sql<number>`count(*)`.as('flagged'))
    .where('site_id', '=', tx.site)
    .where('superseded', '=', false)
    .where('triage', '<>', 'none')
    .executeTakeFirstOrThrow();
  const counts = {
    right: right.count,
    judged: right.of,
    sampled: missedInSample.of,
    missedInSample: missedInSample.count,
    unflagged: notFlagged,
    flagged,
  };
  return new Map(
    asked.map(({ id, counts: way }) => [id, way === 'precision' ? precisionOf(counts) : recallOf(counts)]),
  );
}
