// The patients behind a figure, each with the reason, or those of a month and standing. Decision: the list comes from the last
// counting, by one stretch of an index; the reason is worked out anew from the record of each patient on the page, so that it says what
// stands there now.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { Indicator, IndicatorSet, Knowledge } from '@breekpunt/knowledge';
import { type Contribution, judgeCase, letters, type Standing } from '@breekpunt/quality';
import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import { careRecordsByCase } from './care-records.ts';
import { panelOf } from './panel-of.ts';
import type { Months } from './period.ts';

export interface PatientBehind {
  readonly case: number;
  readonly patient: Patient;
  readonly site: FractureSite;
  readonly fractureOn: CalendarDate | null;
  readonly foundOn: CalendarDate;
  readonly standing: Standing;
  readonly reason: Contribution['reason'];
  readonly empty: readonly string[];
  /** The record says something else now than when it was counted. */
  readonly changed: boolean;
}

/** Where a page ends: lists go month by month. */
export interface PlaceBehind {
  readonly month: CalendarDate;
  readonly case: number;
}

export interface PatientsBehind {
  readonly indicator: Indicator;
  /** Another figure by which the patients were chosen too. */
  readonly given: OtherFigure | null;
  readonly total: number;
  readonly rows: readonly PatientBehind[];
  /** Place after which the next page begins. */
  readonly next: PlaceBehind | null;
}

/** Only patients who were achieved in this figure, or only those who were not. */
export interface OtherFigure {
  readonly indicator: Indicator;
  readonly achieved: boolean;
}

export interface BehindQuestion {
  readonly knowledge: Knowledge;
  readonly set: IndicatorSet;
  readonly indicator: Indicator;
  readonly standings: readonly Standing[];
  readonly given: OtherFigure | null;
  readonly months: Months;
  /** Ids of all indicators, in the order in which they were counted. */
  readonly indicators: readonly string[];
  /** Null: from the first. */
  readonly after: PlaceBehind | null;
  readonly cut: CalendarDate;
}

const pageSize = 50;

export async function patientsBehind(tx: SiteTransaction, question: BehindQuestion): Promise<PatientsBehind> {
  const { set, indicator, knowledge, cut } = question;
  const found = await tx.db
    .selectFrom(placesBehind(tx, question).as('i'))
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.fls_case_id', '=', 'i.fls_case_id').on('c.site_id', '=', tx.site),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['i.fls_case_id', 'i.month', 'i.letter', ...patientColumns])
    .orderBy('i.month')
    .orderBy('i.fls_case_id')
    .execute();
  const total = await totalBehind(tx, question);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const panel = await panelOf(tx, { knowledge, cut });
  const rows: PatientBehind[] = [];
  const people = [...new Set(page.map((row) => row.person_id))];
  const byCase = await careRecordsByCase(tx, people, panel);
  for (const row of page) {
    const { record, siblings = [] } = byCase.get(row.fls_case_id) ?? {};
    const judged =
      record === undefined
        ? undefined
        : judgeCase(set, record, siblings, cut)[set.indicators.indexOf(indicator)];
    if (record === undefined || judged === undefined) continue;
    rows.push({
      case: row.fls_case_id,
      patient: patientFrom(row),
      site: record.site,
      fractureOn: record.fractureOn,
      foundOn: record.foundOn,
      standing: judged.standing,
      reason: judged.reason,
      empty: judged.empty,
      changed: letters[judged.standing] !== row.letter,
    });
  }
  return {
    indicator,
    given: question.given,
    total,
    rows,
    next:
      found.length > pageSize && last !== undefined ? { month: last.month, case: last.fls_case_id } : null,
  };
}

/** The letter of a figure in a kept row. */
function letterOf(indicators: readonly string[], indicator: Indicator): RawBuilder<string> {
  return sql<string>`substr(standings, ${indicators.indexOf(indicator.id) + 1}, 1)`;
}

/** Which kept rows are behind the figure: answered from the index of months alone. */
function isBehind(question: BehindQuestion): RawBuilder<boolean> {
  const { indicators, indicator, standings, months, given } = question;
  const wanted = standings.map((standing) => letters[standing]);
  const other =
    given === null
      ? sql`true`
      : given.achieved
        ? sql`${letterOf(indicators, given.indicator)} = ${letters.achieved}`
        : sql`${letterOf(indicators, given.indicator)} <> ${letters.achieved}`;
  return sql<boolean>`month >= ${months.from} and month <= ${months.to}
    and ${letterOf(indicators, indicator)} = any(${wanted}) and ${other}`;
}

/** One page of cases and one more. */
function placesBehind(tx: SiteTransaction, question: BehindQuestion) {
  const { indicators, indicator, after } = question;
  const chosen = tx.db
    .selectFrom('indicator_case')
    .select(['fls_case_id', 'month', letterOf(indicators, indicator).as('letter')])
    .where('site_id', '=', tx.site)
    .where(isBehind(question))
    .orderBy('month')
    .orderBy('fls_case_id')
    .limit(pageSize + 1);
  return after === null
    ? chosen
    : chosen.where(sql<boolean>`(month, fls_case_id) > (${after.month}::date, ${after.case}::bigint)`);
}

/** From the counts of the months where each patient counts once; fields and doses are no patients, so those are counted. */
async function totalBehind(tx: SiteTransaction, question: BehindQuestion): Promise<number> {
  const { indicator, set, standings, months, given } = question;
  const once = indicator.counts === 'share' || indicator.counts === 'caseload';
  if (!once || given !== null) {
    const { total } = await tx.db
      .selectFrom('indicator_case')
      .select(sql<number>`count(*)`.as('total'))
      .where('site_id', '=', tx.site)
      .where(isBehind(question))
      .executeTakeFirstOrThrow();
    return total;
  }
  const columns = sql.join(
    standings.map((standing) => sql.ref(standing.replaceAll('-', '_'))),
    sql` + `,
  );
  const { total } = await tx.db
    .selectFrom('indicator_month')
    .select(sql<number>`coalesce(sum(${columns}), 0)`.as('total'))
    .where('site_id', '=', tx.site)
    .where('set_id', '=', set.id)
    .where('indicator_id', '=', indicator.id)
    .where('month', '>=', months.from)
    .where('month', '<=', months.to)
    .executeTakeFirstOrThrow();
  return total;
}
