// Only the people of whom something changed, and those whose clock ran out, counted anew: what their cases added to the months is
// taken off, and what they add now is put there.

import type { CalendarDate } from '@breekpunt/core';
import type { IndicatorSet } from '@breekpunt/knowledge';
import { addCase, noCounts } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { careLines } from './care-lines.ts';
import { addOne, countPortion } from './count-portion.ts';
import { CountsTogether, keepCases, keepMonths, type MonthCounts } from './kept-counts.ts';
import { pathReader } from './path-of-care.ts';
import { indicatorIds } from './shown-sets.ts';

export interface ChangedCount {
  readonly sets: readonly IndicatorSet[];
  readonly panel: readonly string[];
  readonly cut: CalendarDate;
}

const peopleAtOnce = 500;

/** How many cases were looked at. */
export async function countChanged(
  tx: SiteTransaction,
  people: readonly number[],
  { sets, panel, cut }: ChangedCount,
): Promise<number> {
  const together = new CountsTogether();
  let cases = 0;
  for (let place = 0; place < people.length; place += peopleAtOnce) {
    const portion = people.slice(place, place + peopleAtOnce);
    together.add(await takenOff(tx, portion, sets));
    const lines = await careLines(tx, portion, panel);
    const count = countPortion({ lines, tests: panel.length, cut }, sets);
    await dropOthers(tx, portion, count.columns.cases);
    await keepCases(tx, count);
    together.add(count);
    cases += count.size;
  }
  await keepMonths(tx, together, sets, false);
  return cases;
}

interface KeptRow {
  readonly month: CalendarDate;
  readonly standings: string;
  readonly amounts: string;
  readonly kind: string;
}

/** What the cases of these people added when they were last counted, below zero. */
async function takenOff(
  tx: SiteTransaction,
  people: readonly number[],
  sets: readonly IndicatorSet[],
): Promise<MonthCounts> {
  const { rows } = await sql<KeptRow>`
    select i.month, i.standings, i.amounts, i.kind
      from fls_case c join indicator_case i on i.site_id = c.site_id and i.fls_case_id = c.fls_case_id
     where c.site_id = ${tx.site} and c.person_id = any (${[...people]}::bigint[])`.execute(tx.db);
  const ids = indicatorIds(sets);
  const pathOf = pathReader(ids);
  const months = new Map<string, Int32Array>();
  const mix = new Map<string, number>();
  const paths = new Map<string, number>();
  for (const row of rows) {
    const counts = months.get(row.month) ?? noCounts(ids.length);
    months.set(row.month, counts);
    addCase(counts, row, -1);
    addOne(mix, row.month, row.kind, -1);
    addOne(paths, row.month, pathOf(row), -1);
  }
  return { months, mix, paths };
}

async function dropOthers(tx: SiteTransaction, people: readonly number[], cases: string): Promise<void> {
  await sql`
    delete from indicator_case i using fls_case c
     where i.site_id = ${tx.site} and c.site_id = ${tx.site} and c.fls_case_id = i.fls_case_id
       and c.person_id = any (${[...people]}::bigint[]) and i.fls_case_id <> all (${cases}::bigint[])`.execute(
    tx.db,
  );
}
