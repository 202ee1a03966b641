// What nobody wrote down although it is time: patients with, for each of them, what would change a figure. Decision: only what an
// indicator already asks for is called missing, so that the list can be worked through to its end. Newest first.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { IndicatorSet, Knowledge } from '@breekpunt/knowledge';
import { judgeCase, type Reason } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import { careRecordsByCase } from './care-records.ts';
import type { Months } from './period.ts';
import { panelOf } from './recount.ts';

export interface MissingRow {
  readonly case: number;
  readonly patient: Patient;
  readonly site: FractureSite;
  readonly fractureOn: CalendarDate | null;
  readonly missing: readonly { readonly number: string; readonly what: string }[];
}

export interface MissingData {
  /** Patients of whom something is missing, for each indicator. */
  readonly counts: readonly { readonly indicator: string; readonly number: string; readonly count: number }[];
  readonly total: number;
  readonly rows: readonly MissingRow[];
  readonly next: number | null;
}

export interface MissingQuestion {
  readonly knowledge: Knowledge;
  readonly set: IndicatorSet;
  readonly months: Months;
  readonly cut: CalendarDate;
  /** Case before which the page begins; null for the first. */
  readonly before: number | null;
}

const pageSize = 50;

export async function missingData(tx: SiteTransaction, question: MissingQuestion): Promise<MissingData> {
  const { set, months, before, knowledge, cut } = question;
  const shares = set.indicators.filter(({ counts }) => counts === 'share');
  const places = shares.map((indicator) => set.indicators.indexOf(indicator));
  const anyMissing = sql<boolean>`(${sql.join(
    places.map((place) => sql`substr(i.standings, ${place + 1}, 1) = 'n'`),
    sql` or `,
  )})`;
  const chosen = tx.db
    .selectFrom('indicator_case as i')
    .where('i.site_id', '=', tx.site)
    .where('i.set_id', '=', set.id)
    .where('i.month', '>=', months.from)
    .where('i.month', '<=', months.to)
    .where(anyMissing);
  const { total } = await chosen.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  let query = chosen
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['i.fls_case_id', ...patientColumns])
    .orderBy('i.fls_case_id', 'desc')
    .limit(pageSize + 1);
  if (before !== null) query = query.where('i.fls_case_id', '<', before);
  const found = await query.execute();
  const page = found.slice(0, pageSize);
  const panel = await panelOf(tx, { knowledge, cut });
  const rows: MissingRow[] = [];
  const people = [...new Set(page.map((row) => row.person_id))];
  const byCase = await careRecordsByCase(tx, people, panel);
  for (const row of page) {
    const { record, siblings = [] } = byCase.get(row.fls_case_id) ?? {};
    if (record === undefined) continue;
    const judged = judgeCase(set, record, siblings, cut);
    const missing = places.flatMap((place) => {
      const { standing, reason } = judged[place] ?? { standing: null, reason: null };
      return standing === 'not-recorded' && reason !== null
        ? [{ number: set.indicators[place]?.number ?? '', what: whatOf(reason) }]
        : [];
    });
    rows.push({
      case: row.fls_case_id,
      patient: patientFrom(row),
      site: record.site,
      fractureOn: record.fractureOn,
      missing,
    });
  }
  return {
    counts: await countsOf(tx, question, shares),
    total,
    rows,
    next: found.length > pageSize ? (page.at(-1)?.fls_case_id ?? null) : null,
  };
}

function whatOf(reason: Reason): string {
  return 'what' in reason ? reason.what : reason.kind;
}

async function countsOf(
  tx: SiteTransaction,
  { set, months }: MissingQuestion,
  shares: IndicatorSet['indicators'],
): Promise<MissingData['counts']> {
  const rows = await tx.db
    .selectFrom('indicator_month')
    .select(['indicator_id', sql<number>`sum(not_recorded)`.as('count')])
    .where('site_id', '=', tx.site)
    .where('set_id', '=', set.id)
    .where('month', '>=', months.from)
    .where('month', '<=', months.to)
    .groupBy('indicator_id')
    .execute();
  return shares.map(({ id, number }) => ({
    indicator: id,
    number,
    count: rows.find((row) => row.indicator_id === id)?.count ?? 0,
  }));
}
