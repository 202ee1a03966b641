// Counts the indicators of a hospital from its records. Decision: everything at once the first time, after new knowledge and once a
// week; otherwise only what changed. One counting of a hospital runs at a time, also over several processes; it sees the records
// of one moment and its results appear together.

import type { CalendarDate } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { safeError } from '../http/safe-error.ts';
import { changedPeople } from './changed-people.ts';
import { countChanged } from './count-changed.ts';
import { countWholly } from './count-wholly.ts';
import { forgetFailedCounting, noteFailedCounting } from './failed-counting.ts';
import { caseFindingCounts } from './finding-figures.ts';
import { inSnapshot } from './in-snapshot.ts';
import { panelOf } from './panel-of.ts';
import { indicatorIds, shownSets } from './shown-sets.ts';

export interface Counting {
  readonly knowledge: Knowledge;
  /** The last day of which everything is known: the day itself. */
  readonly cut: CalendarDate;
  readonly at: Date;
  /** Look at every case, whether it changed or not. */
  readonly wholly: boolean;
  readonly log: Pick<Logger, 'error'>;
}

export interface Counted {
  /** Confirmed cases. */
  readonly cases: number;
  readonly lookedAt: number;
  readonly wholly: boolean;
}

/** How far the counting of a hospital is, of about how many cases. */
export interface CountingProgress {
  readonly done: number;
  readonly of: number;
}

const running = new Map<string, { readonly counted: Promise<Counted>; progress: CountingProgress }>();

/** Null when this process counts nothing for the hospital. */
export function countingNow(site: string): CountingProgress | null {
  return running.get(site)?.progress ?? null;
}

/** Whoever asks while it runs waits for the same counting. One that fails is kept as such before it throws, and the log says why. */
export function recount(db: Kysely<Tables>, site: string, counting: Counting): Promise<Counted> {
  const known = running.get(site);
  if (known !== undefined) return known.counted;
  const told = (progress: CountingProgress): void => {
    const entry = running.get(site);
    if (entry !== undefined) entry.progress = progress;
  };
  const counted = inSite(db, site, async (lock) => {
    await sql`select pg_advisory_xact_lock(hashtext('breekpunt quality'), hashtext(${site}))`.execute(
      lock.db,
    );
    return inSnapshot(db, site, null, (tx) => countNow(db, tx, counting, told));
  })
    .catch(async (thrown: unknown) => {
      const failed = await noteFailedCounting(db, site, thrown, counting.at);
      counting.log.error({ site, nextAt: failed?.nextAt ?? null, ...safeError(thrown) }, 'counting failed');
      throw thrown;
    })
    .finally(() => running.delete(site));
  running.set(site, { counted, progress: { done: 0, of: 0 } });
  return counted;
}

const dayMs = 86_400_000;
const whollyAfterMs = 7 * dayMs;
/** Above this part of all cases, looking at each of them costs no more. */
const mostChanged = 0.3;

async function countNow(
  db: Kysely<Tables>,
  tx: SiteTransaction,
  { knowledge, cut, at, wholly }: Counting,
  told: (progress: CountingProgress) => void,
): Promise<Counted> {
  const begun = performance.now();
  const sets = shownSets(knowledge);
  const panel = await panelOf(tx, { knowledge, cut });
  const before = wholly ? null : await usableRun(tx, { knowledge, cut, at });
  const changed = before === null ? null : await changedPeople(tx, before.countedAt, cut);
  const everything = before === null || changed === null || changed.length > 100 + before.cases * mostChanged;
  const expected = everything ? await confirmedCases(tx) : before.cases;
  const of = everything ? expected : changed.length;
  told({ done: 0, of });
  const lookedAt = everything
    ? await countWholly(db, tx, expected, { sets, panel, cut, progress: (done) => told({ done, of }) })
    : await countChanged(tx, changed, { sets, panel, cut });
  const cases = everything ? expected : await keptCases(tx);
  await forgetFailedCounting(tx);
  await saveRun(tx, {
    cut,
    version: knowledge.version,
    cases,
    lookedAt,
    at,
    tookMs: Math.round(performance.now() - begun),
    indicators: indicatorIds(sets),
    everything,
    // Years of reports take a second to count: once a day, and whenever everything is counted.
    caseFinding: everything || before.cut < cut,
  });
  return { cases, lookedAt, wholly: everything };
}

async function confirmedCases(tx: SiteTransaction): Promise<number> {
  const { cases } = await tx.db
    .selectFrom('fls_case')
    .select(sql<number>`count(*)`.as('cases'))
    .where('site_id', '=', tx.site)
    .where('list', 'not in', ['to-review', 'snoozed'])
    .where('state', '<>', 'rejected')
    .executeTakeFirstOrThrow();
  return cases;
}

/** Each has its row: read from the index alone. */
async function keptCases(tx: SiteTransaction): Promise<number> {
  const { cases } = await tx.db
    .selectFrom('indicator_case')
    .select(sql<number>`count(*)`.as('cases'))
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  return cases;
}

interface RunBefore {
  readonly countedAt: Date;
  readonly cut: CalendarDate;
  readonly cases: number;
}

/** The counting from which changes can be looked for; null when everything has to be counted. */
async function usableRun(
  tx: SiteTransaction,
  { knowledge, cut, at }: Pick<Counting, 'knowledge' | 'cut' | 'at'>,
): Promise<RunBefore | null> {
  const run = await tx.db
    .selectFrom('indicator_run')
    .select(['cut_on', 'knowledge_version', 'indicators', 'counted_at', 'wholly_at', 'cases'])
    .where('site_id', '=', tx.site)
    .executeTakeFirst();
  if (run === undefined || run.wholly_at === null) return null;
  const same =
    run.knowledge_version === knowledge.version &&
    run.indicators.join() === indicatorIds(shownSets(knowledge)).join() &&
    run.cut_on <= cut &&
    at.getTime() - run.wholly_at.getTime() < whollyAfterMs;
  return same ? { countedAt: run.counted_at, cut: run.cut_on, cases: run.cases } : null;
}

interface Run {
  readonly cut: CalendarDate;
  readonly version: string;
  readonly cases: number;
  readonly lookedAt: number;
  readonly at: Date;
  readonly tookMs: number;
  readonly indicators: readonly string[];
  readonly everything: boolean;
  /** Verdicts and reports are to be counted too. */
  readonly caseFinding: boolean;
}

async function saveRun(tx: SiteTransaction, run: Run): Promise<void> {
  const { waiting } = await tx.db
    .selectFrom('fls_case')
    .select(sql<number>`count(*)`.as('waiting'))
    .where('site_id', '=', tx.site)
    .where('list', 'in', ['to-review', 'snoozed'])
    .executeTakeFirstOrThrow();
  const values = {
    cut_on: run.cut,
    knowledge_version: run.version,
    cases: run.cases,
    waiting,
    counted_at: run.at,
    looked_at_cases: run.lookedAt,
    took_ms: run.tookMs,
    indicators: [...run.indicators],
    ...(run.caseFinding ? { case_finding: JSON.stringify(await caseFindingCounts(tx)) } : {}),
    ...(run.everything ? { wholly_at: run.at } : {}),
  };
  await tx.db
    .insertInto('indicator_run')
    .values({ site_id: tx.site, ...values })
    .onConflict((conflict) => conflict.column('site_id').doUpdateSet(values))
    .execute();
}
