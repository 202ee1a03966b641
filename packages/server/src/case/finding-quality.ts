// How well case finding works in this hospital, counted from what people said of it.
// Decision: two questions are kept apart. "Was the finding right?" asks the text; "was it for the service?" asks whether the
// case was worth a nurse's look. A case put off or not useful to work up answers the first with yes. What the case finder
// misses shows only in a sample of reports it did not flag, so that has its own count.

import { type Share, wilson } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { otherRejectReasons, wrongFindingReasons } from './give-verdict.ts';

export interface FindingQuality {
  /** Findings that people found right, of those they judged. */
  readonly right: Share;
  /** Cases taken on, of those they judged. */
  readonly forTheService: Share;
  readonly byPlace: readonly { readonly place: string; readonly right: Share }[];
  readonly byMonth: readonly { readonly month: string; readonly right: Share }[];
  readonly rejected: readonly { readonly reason: string; readonly count: number }[];
  /** Reports without a flag in which somebody found a fracture, of those looked at. */
  readonly missedInSample: Share;
  /** Reports that were not flagged at all. */
  readonly notFlagged: number;
  /** Marks in the text of a report: wrong findings and missed ones. */
  readonly marked: { readonly wrong: number; readonly missed: number };
}

interface Judged {
  readonly right: number;
  readonly taken: number;
  readonly all: number;
}

const judged = sql<number>`count(*)`;
const right = sql<number>`count(*) filter (where not (v.verdict = 'rejected' and v.reason = any(${[...wrongFindingReasons]})))`;
const taken = sql<number>`count(*) filter (where v.verdict in ('confirmed', 'corrected'))`;

export async function findingQuality(tx: SiteTransaction): Promise<FindingQuality> {
  const place = sql<string>`split_part(e.fracture_site, '.', 1)`;
  const month = sql<string>`to_char(v.given_at at time zone s.time_zone, 'YYYY-MM')`;
  const all = await lastVerdicts(tx)
    .select([judged.as('all'), right.as('right'), taken.as('taken')])
    .execute();
  const byPlace = await lastVerdicts(tx)
    .select([place.as('key'), judged.as('all'), right.as('right'), taken.as('taken')])
    .groupBy(place)
    .orderBy('all', 'desc')
    .orderBy('key')
    .execute();
  const byMonth = await lastVerdicts(tx)
    .select([month.as('key'), judged.as('all'), right.as('right'), taken.as('taken')])
    .groupBy(month)
    .orderBy('key')
    .execute();
  const rejected = await lastVerdicts(tx)
    .select(['v.reason', judged.as('count')])
    .where('v.verdict', '=', 'rejected')
    .groupBy('v.reason')
    .execute();
  const total: Judged = all[0] ?? { all: 0, right: 0, taken: 0 };
  const sample = await sampleCounts(tx);
  const known = [...wrongFindingReasons, ...otherRejectReasons];
  return {
    right: wilson(total.right, total.all),
    forTheService: wilson(total.taken, total.all),
    byPlace: byPlace.map((row) => ({ place: row.key, right: wilson(row.right, row.all) })),
    byMonth: byMonth.map((row) => ({ month: row.key, right: wilson(row.right, row.all) })),
    rejected: known.flatMap((reason) => {
      const count = rejected.find((row) => row.reason === reason)?.count ?? 0;
      return count === 0 ? [] : [{ reason, count }];
    }),
    missedInSample: wilson(sample.missed, sample.missed + sample.nothing),
    notFlagged: sample.notFlagged,
    marked: sample.marked,
  };
}

/** The newest verdict that stands on each case, those that put it off left out: they judge nothing. */
function lastVerdicts(tx: SiteTransaction) {
  return tx.db
    .selectFrom(
      tx.db
        .selectFrom('verdict')
        .distinctOn('fls_case_id')
        .select(['fls_case_id', 'fracture_episode_id', 'verdict', 'reason', 'given_at'])
        .where('site_id', '=', tx.site)
        .where('fls_case_id', 'is not', null)
        .where('verdict', 'in', ['confirmed', 'corrected', 'rejected', 'not-useful'])
        .where('undone_by_id', 'is', null)
        .orderBy('fls_case_id')
        .orderBy('verdict_id', 'desc')
        .as('v'),
    )
    .innerJoin('fracture_episode as e', (join) =>
      join.onRef('e.fracture_episode_id', '=', 'v.fracture_episode_id').on('e.site_id', '=', tx.site),
    )
    .innerJoin('site as s', (join) => join.on('s.site_id', '=', tx.site));
}

interface SampleCounts {
  readonly missed: number;
  readonly nothing: number;
  readonly notFlagged: number;
  readonly marked: { readonly wrong: number; readonly missed: number };
}

async function sampleCounts(tx: SiteTransaction): Promise<SampleCounts> {
  const verdicts = await tx.db
    .selectFrom('verdict as v')
    .leftJoin('report as r', (join) =>
      join.onRef('r.site_id', '=', 'v.site_id').onRef('r.report_id', '=', 'v.report_id'),
    )
    .select([
      sql<number>`count(distinct v.report_id) filter (where v.verdict = 'missed' and r.triage = 'none')`.as(
        'missed',
      ),
      sql<number>`count(distinct v.report_id) filter (where v.verdict = 'nothing-missed')`.as('nothing'),
      sql<number>`count(*) filter (where v.verdict = 'missed')`.as('marked_missed'),
      sql<number>`count(*) filter (where v.verdict = 'rejected' and v.finding_id is not null)`.as(
        'marked_wrong',
      ),
    ])
    .where('v.site_id', '=', tx.site)
    .where('v.undone_by_id', 'is', null)
    .executeTakeFirstOrThrow();
  const { count } = await tx.db
    .selectFrom('report')
    .select(sql<number>`count(*)`.as('count'))
    .where('site_id', '=', tx.site)
    .where('triage', '=', 'none')
    .where('superseded', '=', false)
    .executeTakeFirstOrThrow();
  return {
    missed: verdicts.missed,
    nothing: verdicts.nothing,
    notFlagged: count,
    marked: { wrong: verdicts.marked_wrong, missed: verdicts.marked_missed },
  };
}
