// What nobody wrote down although it is time: patients with, for each of them, what would change a figure. Decision: only what an
// indicator already asks for is called missing, so that the list can be worked through to its end. Newest month first; what was
// filled in since the counting stays on the page as done, so that nobody wonders where a patient went.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { IndicatorSet, Knowledge } from '@breekpunt/knowledge';
import { judgeCase, letters, type Reason } from '@breekpunt/quality';
import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import { careRecordsByCase } from './care-records.ts';
import { panelOf } from './panel-of.ts';
import type { PlaceBehind } from './patients-behind.ts';
import type { Months } from './period.ts';

export interface MissingRow {
  readonly case: number;
  readonly patient: Patient;
  readonly site: FractureSite;
  readonly fractureOn: CalendarDate | null;
  /** Empty: filled in since the counting. */
  readonly missing: readonly { readonly number: string; readonly what: string }[];
  /** Something was filled in since the counting. */
  readonly filled: boolean;
  /** The case is closed: its verdict has to be taken back before anything can be filled in. */
  readonly ended: boolean;
  readonly owner: string | null;
}

export interface MissingData {
  /** Patients of whom something is missing, for each indicator. */
  readonly counts: readonly { readonly indicator: string; readonly number: string; readonly count: number }[];
  readonly total: number;
  readonly rows: readonly MissingRow[];
  readonly next: PlaceBehind | null;
}

export interface MissingQuestion {
  readonly knowledge: Knowledge;
  readonly set: IndicatorSet;
  readonly months: Months;
  readonly cut: CalendarDate;
  /** Ids of all indicators, in the order in which they were counted. */
  readonly indicators: readonly string[];
  /** Only patients of whom this one is missing; null: any. */
  readonly indicator: string | null;
  /** Only cases of this person; null: everybody's. */
  readonly owner: number | null;
  /** Place before which the page begins; null for the first. */
  readonly before: PlaceBehind | null;
}

const pageSize = 50;

export async function missingData(tx: SiteTransaction, question: MissingQuestion): Promise<MissingData> {
  const { set, knowledge, cut } = question;
  const shares = set.indicators.filter(({ counts }) => counts === 'share');
  const found = await pageOf(tx, question);
  const page = found.slice(0, pageSize);
  const panel = await panelOf(tx, { knowledge, cut });
  const people = [...new Set(page.map((row) => row.person_id))];
  const byCase = await careRecordsByCase(tx, people, panel);
  const rows: MissingRow[] = [];
  for (const row of page) {
    const { record, siblings = [] } = byCase.get(row.fls_case_id) ?? {};
    if (record === undefined) continue;
    const judged = judgeCase(set, record, siblings, cut);
    let filled = false;
    const missing = shares.flatMap((indicator) => {
      const { standing, reason } = judged[set.indicators.indexOf(indicator)] ?? {
        standing: null,
        reason: null,
      };
      const kept = row.standings.charAt(question.indicators.indexOf(indicator.id));
      filled ||= kept === letters['not-recorded'] && standing !== 'not-recorded';
      return standing === 'not-recorded' && reason !== null
        ? [{ number: indicator.number, what: whatOf(reason) }]
        : [];
    });
    rows.push({
      case: row.fls_case_id,
      patient: patientFrom(row),
      site: record.site,
      fractureOn: record.fractureOn,
      missing,
      filled,
      ended: row.list === 'ended',
      owner: row.owner_name,
    });
  }
  const last = page.at(-1);
  return {
    counts: await countsOf(tx, question, shares),
    total: await totalOf(tx, question),
    rows,
    next:
      found.length > pageSize && last !== undefined ? { month: last.month, case: last.fls_case_id } : null,
  };
}

function whatOf(reason: Reason): string {
  return 'what' in reason ? reason.what : reason.kind;
}

/** Of the rows in the index of months. */
function isMissing({ indicator, indicators, months }: MissingQuestion): RawBuilder<boolean> {
  const which =
    indicator === null
      ? sql`i.missing > 0`
      : sql`substr(i.standings, ${indicators.indexOf(indicator) + 1}, 1) = 'n'`;
  return sql<boolean>`i.month >= ${months.from} and i.month <= ${months.to} and ${which}`;
}

function pageOf(tx: SiteTransaction, question: MissingQuestion) {
  const { owner, before } = question;
  let query = tx.db
    .selectFrom('indicator_case as i')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'c.site_id').onRef('u.app_user_id', '=', 'c.owner_id'),
    )
    .select([
      'i.fls_case_id',
      'i.month',
      'i.standings',
      'c.list',
      'u.display_name as owner_name',
      ...patientColumns,
    ])
    .where('i.site_id', '=', tx.site)
    .where(isMissing(question))
    .orderBy('i.month', 'desc')
    .orderBy('i.fls_case_id', 'desc')
    .limit(pageSize + 1);
  if (owner !== null) query = query.where('c.owner_id', '=', owner);
  if (before !== null)
    query = query.where(
      sql<boolean>`(i.month, i.fls_case_id) < (${before.month}::date, ${before.case}::bigint)`,
    );
  return query.execute();
}

async function totalOf(tx: SiteTransaction, question: MissingQuestion): Promise<number> {
  let query = tx.db
    .selectFrom('indicator_case as i')
    .select(sql<number>`count(*)`.as('total'))
    .where('i.site_id', '=', tx.site)
    .where(isMissing(question));
  if (question.owner !== null)
    query = query.where(
      sql<boolean>`exists (select from fls_case c where c.site_id = i.site_id and c.fls_case_id = i.fls_case_id
        and c.owner_id = ${question.owner})`,
    );
  return (await query.executeTakeFirstOrThrow()).total;
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
