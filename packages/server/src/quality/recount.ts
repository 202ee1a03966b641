// Counts every indicator of every set anew from the records of a hospital. Decision: people in order of their numbers, some
// thousands at a time, so that memory does not grow with the hospital; what was counted before is replaced in the same
// transaction, and only one counting of a hospital runs at a time.

import type { CalendarDate } from '@breekpunt/core';
import { type IndicatorSet, type Knowledge, listOn } from '@breekpunt/knowledge';
import { addTallies, emptyTally, judgeCase, type Standing, type Tally } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { careRecords } from './care-records.ts';

export const letters: Readonly<Record<Standing, string>> = {
  achieved: 'a',
  missed: 'm',
  'not-recorded': 'n',
  'too-early': 't',
  outside: 'o',
  'left-out': 'x',
};

export interface Counting {
  readonly knowledge: Knowledge;
  /** The last day of which everything is known: the day itself. */
  readonly cut: CalendarDate;
  readonly at: Date;
}

const peopleAtOnce = 4000;

/** The tests that a complete panel holds in the hospital's country; none when knowledge has no list. */
export async function panelOf(
  tx: SiteTransaction,
  { knowledge, cut }: Pick<Counting, 'knowledge' | 'cut'>,
): Promise<readonly string[]> {
  const { country } = await tx.db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const found = listOn(knowledge, `labs.${country.toLowerCase()}-panel`, cut);
  return found.ok ? found.value.map(String) : [];
}

export async function recount(tx: SiteTransaction, counting: Counting): Promise<{ readonly cases: number }> {
  const { knowledge, cut, at } = counting;
  await sql`select pg_advisory_xact_lock(hashtext('breekpunt quality'), hashtext(${tx.site}))`.execute(tx.db);
  const panel = await panelOf(tx, counting);
  const sets = Object.values(knowledge.indicators);
  await tx.db.deleteFrom('indicator_case').where('site_id', '=', tx.site).execute();
  await tx.db.deleteFrom('indicator_month').where('site_id', '=', tx.site).execute();
  const months = new Map<string, Tally>();
  let cases = 0;
  for (let from = await nextPerson(tx, 0); from !== null; ) {
    const to = await lastOfPortion(tx, from);
    const found = await careRecords(tx, { from, to }, panel);
    const rows: CaseRow[] = [];
    for (const siblings of found)
      for (const record of siblings) {
        cases++;
        const month = `${record.foundOn.slice(0, 7)}-01`;
        for (const set of sets) {
          const judged = judgeCase(set, record, siblings, cut);
          rows.push({
            s: set.id,
            c: record.case,
            m: month,
            l: judged.map(({ standing }) => letters[standing]).join(''),
          });
          for (const [place, { tally }] of judged.entries())
            addTo(months, `${set.id}|${month}|${set.indicators[place]?.id}`, tally);
        }
      }
    await saveCases(tx, rows);
    from = await nextPerson(tx, to);
  }
  await saveMonths(tx, months);
  await saveRun(tx, { cut, version: knowledge.version, cases, at });
  return { cases };
}

interface CaseRow {
  readonly s: string;
  readonly c: number;
  readonly m: string;
  readonly l: string;
}

function addTo(months: Map<string, Tally>, key: string, tally: Tally): void {
  months.set(key, addTallies(months.get(key) ?? emptyTally, tally));
}

async function nextPerson(tx: SiteTransaction, after: number): Promise<number | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(1)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

async function lastOfPortion(tx: SiteTransaction, from: number): Promise<number> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('person_id', '>=', from)
    .orderBy('person_id')
    .offset(peopleAtOnce)
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined) return row.person_id;
  const { last } = await tx.db
    .selectFrom('fls_case')
    .select(({ fn }) => fn.max('person_id').as('last'))
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  return last;
}

async function saveCases(tx: SiteTransaction, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into indicator_case (site_id, set_id, fls_case_id, month, standings)
    select ${tx.site}, r.s, r.c, r.m, r.l
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(s text, c bigint, m date, l text)`.execute(
    tx.db,
  );
}

async function saveMonths(tx: SiteTransaction, months: ReadonlyMap<string, Tally>): Promise<void> {
  if (months.size === 0) return;
  const rows = [...months].map(([key, tally]) => {
    const [set, month, indicator] = key.split('|');
    return { set, month, indicator, ...tally };
  });
  await sql`
    insert into indicator_month
      (site_id, set_id, month, indicator_id, achieved, missed, not_recorded, too_early, outside, left_out)
    select ${tx.site}, r."set", r.month, r.indicator, r.achieved, r.missed, r."not-recorded", r."too-early",
           r.outside, r."left-out"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("set" text, month date, indicator text,
           achieved int, missed int, "not-recorded" int, "too-early" int, outside int, "left-out" int)`.execute(
    tx.db,
  );
}

async function saveRun(
  tx: SiteTransaction,
  { cut, version, cases, at }: { cut: CalendarDate; version: string; cases: number; at: Date },
): Promise<void> {
  const { waiting } = await tx.db
    .selectFrom('fls_case')
    .select(sql<number>`count(*)`.as('waiting'))
    .where('site_id', '=', tx.site)
    .where('list', 'in', ['to-review', 'snoozed'])
    .executeTakeFirstOrThrow();
  const values = { cut_on: cut, knowledge_version: version, cases, waiting, counted_at: at };
  await tx.db
    .insertInto('indicator_run')
    .values({ site_id: tx.site, ...values })
    .onConflict((conflict) => conflict.column('site_id').doUpdateSet(values))
    .execute();
}

/** Sets in the order in which they are shown. */
export function shownSets(knowledge: Knowledge): readonly IndicatorSet[] {
  const order = ['iof-2020', 'flsdb-2023', 'hip-fracture', 'own-2026', 'best-practice-2013'];
  return order.flatMap((id) => knowledge.indicators[id] ?? []);
}
