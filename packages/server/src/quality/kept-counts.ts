// What a counting keeps, written in few statements: rows of cases from arrays, and counts of months. Decision: a row that says the
// same as before is not written again, so that counting a million cases every night leaves the table as small as it was.

import type { CalendarDate } from '@breekpunt/core';
import type { IndicatorSet } from '@breekpunt/knowledge';
import { tallyIn } from '@breekpunt/quality';
import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { PortionCount } from './count-portion.ts';

export async function keepCases(tx: SiteTransaction, { size, columns }: PortionCount): Promise<void> {
  if (size === 0) return;
  await sql`
    insert into indicator_case as kept (site_id, fls_case_id, month, standings, amounts, kind, missing, wakes_on)
    select ${tx.site}, r.*
      from unnest(${columns.cases}::bigint[], ${columns.months}::date[], ${columns.standings}::text[], ${columns.amounts}::text[],
                  ${columns.kinds}::text[], ${columns.missing}::int[], ${columns.wakes}::date[]) as r
        on conflict (site_id, fls_case_id) do update
       set month = excluded.month, standings = excluded.standings, amounts = excluded.amounts, kind = excluded.kind,
           missing = excluded.missing, wakes_on = excluded.wakes_on
     where (kept.month, kept.standings, kept.amounts, kept.kind, kept.missing, kept.wakes_on)
           is distinct from (excluded.month, excluded.standings, excluded.amounts, excluded.kind, excluded.missing, excluded.wakes_on)`.execute(
    tx.db,
  );
}

/** Cases that are confirmed no longer. */
export async function dropUnconfirmed(tx: SiteTransaction): Promise<void> {
  await sql`
    delete from indicator_case i
     where i.site_id = ${tx.site} and not exists
       (select from fls_case c where c.site_id = ${tx.site} and c.fls_case_id = i.fls_case_id
           and c.list not in ('to-review', 'snoozed') and c.state <> 'rejected')`.execute(tx.db);
}

export interface MonthCounts {
  readonly months: ReadonlyMap<string, Int32Array>;
  readonly mix: ReadonlyMap<string, number>;
  readonly paths: ReadonlyMap<string, number>;
}

/** Counts added to each other. */
export class CountsTogether implements MonthCounts {
  readonly months: Map<string, Int32Array> = new Map();
  readonly mix: Map<string, number> = new Map();
  readonly paths: Map<string, number> = new Map();

  add({ months, mix, paths }: MonthCounts): void {
    for (const [month, counts] of months) {
      const known = this.months.get(month);
      if (known === undefined) this.months.set(month, Int32Array.from(counts));
      else for (const [at, count] of counts.entries()) known[at] = (known[at] ?? 0) + count;
    }
    for (const [key, count] of mix) this.mix.set(key, (this.mix.get(key) ?? 0) + count);
    for (const [key, count] of paths) this.paths.set(key, (this.paths.get(key) ?? 0) + count);
  }
}

/** Whole: what was kept before is replaced. Otherwise these counts are added to it. */
export async function keepMonths(
  tx: SiteTransaction,
  { months, mix, paths }: MonthCounts,
  sets: readonly IndicatorSet[],
  whole: boolean,
): Promise<void> {
  const { site } = tx;
  if (whole) {
    await tx.db.deleteFrom('indicator_month').where('site_id', '=', site).execute();
    await tx.db.deleteFrom('indicator_mix').where('site_id', '=', site).execute();
    await tx.db.deleteFrom('indicator_path').where('site_id', '=', site).execute();
  }
  const rows = [...months].flatMap(([month, counts]) => rowsOf(month, counts, sets));
  if (rows.length > 0)
    await sql`
      insert into indicator_month as kept
        (site_id, set_id, month, indicator_id, achieved, missed, not_recorded, too_early, outside, left_out)
      select ${site}, r."set", r.month, r.indicator, r.achieved, r.missed, r."not-recorded", r."too-early", r.outside, r."left-out"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("set" text, month date, indicator text,
             achieved int, missed int, "not-recorded" int, "too-early" int, outside int, "left-out" int)
          on conflict (site_id, set_id, month, indicator_id) do update
         set achieved = kept.achieved + excluded.achieved, missed = kept.missed + excluded.missed,
             not_recorded = kept.not_recorded + excluded.not_recorded, too_early = kept.too_early + excluded.too_early,
             outside = kept.outside + excluded.outside, left_out = kept.left_out + excluded.left_out`.execute(
      tx.db,
    );
  await addPatients(tx, sql`indicator_mix`, sql`kind`, mix);
  await addPatients(tx, sql`indicator_path`, sql`path`, paths);
}

/** month|word → patients, added to what the table has. */
async function addPatients(
  tx: SiteTransaction,
  table: RawBuilder<unknown>,
  column: RawBuilder<unknown>,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const cells = [...counts].map(([key, patients]) => {
    const [month, word] = key.split('|');
    return { month, word, patients };
  });
  if (cells.length === 0) return;
  await sql`
    insert into ${table} as kept (site_id, month, ${column}, patients)
    select ${tx.site}, r.month, r.word, r.patients
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as r(month date, word text, patients int)
        on conflict (site_id, month, ${column}) do update set patients = kept.patients + excluded.patients`.execute(
    tx.db,
  );
}

function rowsOf(month: string, counts: Int32Array, sets: readonly IndicatorSet[]) {
  let place = 0;
  return sets.flatMap((set) =>
    set.indicators.flatMap(({ id }) => {
      const tally = tallyIn(counts, place++);
      const row = { set: set.id, month: month as CalendarDate, indicator: id, ...tally };
      return Object.values(tally).every((count) => count === 0) ? [] : [row];
    }),
  );
}
