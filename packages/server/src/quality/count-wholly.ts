// Every case of a hospital counted anew. Decision: a stretch of people at a time, so that memory does not grow with the hospital;
// large hospitals are read over two connections that see the same moment and judged in two threads, while one connection writes.

import type { CalendarDate } from '@breekpunt/core';
import type { IndicatorSet } from '@breekpunt/knowledge';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { careLines } from './care-lines.ts';
import { countPortion, type PortionCount, type PortionQuestion } from './count-portion.ts';
import { startCountThreads } from './count-threads.ts';
import { inSnapshot, snapshotOf } from './in-snapshot.ts';
import { CountsTogether, dropUnconfirmed, keepCases, keepMonths } from './kept-counts.ts';

export interface WholeCount {
  readonly sets: readonly IndicatorSet[];
  readonly panel: readonly string[];
  readonly cut: CalendarDate;
  /** Told after each portion: cases looked at. */
  readonly progress: (done: number) => void;
}

/** Cases from which threads are worth their start. */
const manyCases = 20_000;
const casesAtOnce = { few: 500, many: 1500 } as const;

/** The number of cases. `writer` is a transaction `inSnapshot`; `expected`: how many cases there are about. */
export async function countWholly(
  db: Kysely<Tables>,
  writer: SiteTransaction,
  expected: number,
  asked: WholeCount,
): Promise<number> {
  const together = new CountsTogether();
  let cases = 0;
  const keep = async (count: PortionCount): Promise<void> => {
    await keepCases(writer, count);
    together.add(count);
    cases += count.size;
    asked.progress(cases);
  };
  if (expected < manyCases) await inOneLine(writer, asked, keep);
  else await inTwoLines(db, writer, asked, keep);
  await dropUnconfirmed(writer);
  await keepMonths(writer, together, asked.sets, true);
  return cases;
}

type Keep = (count: PortionCount) => Promise<void>;

async function inOneLine(tx: SiteTransaction, asked: WholeCount, keep: Keep): Promise<void> {
  for (let after = 0; ; ) {
    const to = await endOfPortion(tx, after, casesAtOnce.few);
    if (to === null) return;
    await keep(countPortion(await questionOf(tx, { from: after + 1, to }, asked), asked.sets));
    after = to;
  }
}

async function inTwoLines(
  db: Kysely<Tables>,
  writer: SiteTransaction,
  asked: WholeCount,
  keep: Keep,
): Promise<void> {
  const snapshot = await snapshotOf(writer);
  const threads = startCountThreads(2);
  let after = 0;
  let boundary: Promise<unknown> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();
  // One asks where its portion ends while the other waits for the answer.
  const nextPortion = (tx: SiteTransaction): Promise<{ from: number; to: number } | null> => {
    const next = boundary.then(async () => {
      const from = after + 1;
      const to = await endOfPortion(tx, after, casesAtOnce.many);
      after = to ?? after;
      return to === null ? null : { from, to };
    });
    boundary = next.catch(() => undefined);
    return next;
  };
  const line = (): Promise<void> =>
    inSnapshot(db, writer.site, snapshot, async (reader) => {
      let counted: Promise<void> = Promise.resolve();
      for (let range = await nextPortion(reader); range !== null; range = await nextPortion(reader)) {
        const question = await questionOf(reader, range, asked);
        // The portion before is written while this one is read; no more than that waits in memory.
        await counted;
        counted = threads.count(question).then((count) => {
          writing = writing.then(() => keep(count));
          return writing;
        });
        counted.catch(() => undefined);
      }
      await counted;
    });
  try {
    const ends = await Promise.allSettled([line(), line()]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    await threads.end();
  }
}

async function questionOf(
  tx: SiteTransaction,
  range: { readonly from: number; readonly to: number },
  { panel, cut }: WholeCount,
): Promise<PortionQuestion> {
  return { lines: await careLines(tx, range, panel), tests: panel.length, cut };
}

/** The person with whom a portion of so many cases ends; null when there is none left. */
async function endOfPortion(tx: SiteTransaction, after: number, cases: number): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select max(person_id) as last from
      (select person_id from fls_case where site_id = ${tx.site} and person_id > ${after} order by person_id limit ${cases}) p`.execute(
    tx.db,
  );
  return rows[0]?.last ?? null;
}
