// The patients behind a figure, each with the reason, or those of a month and standing. Decision: the list comes from the last
// counting, by one index range; the reason is worked out anew from the record of each patient on the page, so that it says what
// stands there now.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { Indicator, IndicatorSet, Knowledge } from '@breekpunt/knowledge';
import { type Contribution, judgeCase, type Standing } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import { careRecordsByCase } from './care-records.ts';
import type { Months } from './period.ts';
import { letters, panelOf } from './recount.ts';

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

export interface PatientsBehind {
  readonly indicator: Indicator;
  readonly total: number;
  readonly rows: readonly PatientBehind[];
  /** Case after which the next page begins. */
  readonly next: number | null;
}

export interface BehindQuestion {
  readonly knowledge: Knowledge;
  readonly set: IndicatorSet;
  readonly indicator: Indicator;
  readonly standings: readonly Standing[];
  readonly months: Months;
  readonly after: number;
  readonly cut: CalendarDate;
}

const pageSize = 50;

export async function patientsBehind(tx: SiteTransaction, question: BehindQuestion): Promise<PatientsBehind> {
  const { set, indicator, standings, months, after, knowledge, cut } = question;
  const place = set.indicators.indexOf(indicator) + 1;
  const wanted = standings.map((standing) => letters[standing]);
  const chosen = tx.db
    .selectFrom('indicator_case as i')
    .where('i.site_id', '=', tx.site)
    .where('i.set_id', '=', set.id)
    .where('i.month', '>=', months.from)
    .where('i.month', '<=', months.to)
    .where(sql<boolean>`substr(i.standings, ${place}, 1) = any(${wanted})`);
  const { total } = await chosen.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const found = await chosen
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['i.fls_case_id', ...patientColumns])
    .select(sql<string>`substr(i.standings, ${place}, 1)`.as('letter'))
    .where('i.fls_case_id', '>', after)
    .orderBy('i.fls_case_id')
    .limit(pageSize + 1)
    .execute();
  const page = found.slice(0, pageSize);
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
    total,
    rows,
    next: found.length > pageSize ? (page.at(-1)?.fls_case_id ?? null) : null,
  };
}
