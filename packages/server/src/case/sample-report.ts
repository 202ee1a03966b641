// A report from those in which the case finder found nothing, drawn at random, for somebody to look at.
// Decision: the draw follows a seed (the month), so that two colleagues get the same order and nobody can choose; one that
// was looked at is not drawn again.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface SampledReport {
  readonly id: number;
  readonly person: number;
  readonly kind: string | null;
  readonly reportedOn: CalendarDate | null;
  readonly body: string;
}

/** Null when every such report was looked at. */
export async function sampleReport(tx: SiteTransaction, seed: string): Promise<SampledReport | null> {
  const row = await tx.db
    .selectFrom('report as r')
    .select(['r.report_id', 'r.person_id', 'r.kind', 'r.reported_on', 'r.body'])
    .where('r.site_id', '=', tx.site)
    .where('r.triage', '=', 'none')
    .where('r.superseded', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('verdict as v')
            .select('v.verdict_id')
            .whereRef('v.site_id', '=', 'r.site_id')
            .whereRef('v.report_id', '=', 'r.report_id')
            .where('v.undone_by_id', 'is', null),
        ),
      ),
    )
    .orderBy(sql`hashint8extended(r.report_id, hashtextextended(${seed}, 0))`)
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.report_id,
    person: row.person_id,
    kind: row.kind,
    reportedOn: row.reported_on,
    body: row.body,
  };
}
