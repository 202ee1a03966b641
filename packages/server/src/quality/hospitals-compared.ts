// One figure of all hospitals of this installation that show theirs. Decision: each hospital's counts are read within its own
// transaction, so no query crosses hospitals; fewer than ten patients are never shown, and other hospitals have no name here.

import type { CalendarDate } from '@breekpunt/core';
import type { Indicator, IndicatorSet } from '@breekpunt/knowledge';
import { type Funnel, type FunnelLimits, funnelLimits, funnelOf, leastShown } from '@breekpunt/quality';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { listSites } from '../records/site-directory.ts';
import { lastMature, twelveMonths } from './period.ts';
import { lastRun } from './quality-figures.ts';

export interface ComparedHospital {
  readonly own: boolean;
  readonly count: number;
  readonly of: number;
}

export interface HospitalsCompared {
  readonly hospitals: readonly ComparedHospital[];
  /** Hospitals that show their figures but have too few patients. */
  readonly tooSmall: number;
  readonly funnel: Funnel;
  readonly limits: readonly FunnelLimits[];
}

export async function hospitalsCompared(
  db: Kysely<Tables>,
  own: string,
  set: IndicatorSet,
  indicator: Indicator,
): Promise<HospitalsCompared> {
  const counted: ComparedHospital[] = [];
  for (const { id } of await listSites(db)) {
    const counts = await countsOf(db, id, { own, set, indicator });
    if (counts !== null) counted.push({ own: id === own, ...counts });
  }
  const hospitals = counted.filter(({ of }) => of >= leastShown);
  const funnel = funnelOf(hospitals);
  const { centre } = funnel;
  const most = Math.max(20, ...hospitals.map(({ of }) => of));
  const sizes = Array.from({ length: 40 }, (_, step) =>
    Math.max(5, Math.round((most * 1.1 * (step + 1)) / 40)),
  );
  return {
    hospitals: hospitals.toSorted((a, b) => a.of - b.of),
    tooSmall: counted.length - hospitals.length,
    funnel,
    limits: centre === null ? [] : [...new Set(sizes)].map((of) => funnelLimits(centre, of)),
  };
}

/** Null when the hospital does not show its figures, or has none. */
function countsOf(
  db: Kysely<Tables>,
  site: string,
  {
    own,
    set,
    indicator,
  }: { readonly own: string; readonly set: IndicatorSet; readonly indicator: Indicator },
): Promise<{ readonly count: number; readonly of: number } | null> {
  return inSite(db, site, async (tx) => {
    const choice = await tx.db
      .selectFrom('quality_choice')
      .select('share_figures')
      .where('site_id', '=', site)
      .executeTakeFirst();
    const run = await lastRun(tx);
    if (run === null || (site !== own && choice?.share_figures !== true)) return null;
    const months = twelveMonths(lastMature(run.cut, indicator.matures));
    return totals(tx, { set: set.id, indicator: indicator.id, ...months });
  });
}

async function totals(
  { db, site }: SiteTransaction,
  asked: {
    readonly set: string;
    readonly indicator: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
  },
): Promise<{ readonly count: number; readonly of: number }> {
  const row = await db
    .selectFrom('indicator_month')
    .select([
      sql<number>`coalesce(sum(achieved), 0)`.as('count'),
      sql<number>`coalesce(sum(achieved + missed + not_recorded), 0)`.as('of'),
    ])
    .where('site_id', '=', site)
    .where('set_id', '=', asked.set)
    .where('indicator_id', '=', asked.indicator)
    .where('month', '>=', asked.from)
    .where('month', '<=', asked.to)
    .executeTakeFirstOrThrow();
  return { count: row.count, of: row.of };
}
