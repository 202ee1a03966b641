// The queue that drives the inbox: pg-boss, in the same database, so that a job is there exactly when its message is.
// Decision: a job does not name a message but a key (a patient) whose waiting messages are to be taken in order, so one
// waiting job for a key is enough, and a job that is lost costs nothing: whoever looks next finds the messages.

import type pg from 'pg';
import type { PgBoss as Boss, JobInsert } from 'pg-boss';
import { fromKysely } from 'pg-boss';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { startBoss } from './boss.ts';

export interface InboxJob {
  readonly site: string;
  /** Hexadecimal; null for messages that are about nobody in particular. */
  readonly key: string | null;
}

export interface InboxQueue {
  /** In the caller's transaction: there after the commit, and only then. */
  send(tx: SiteTransaction, orderKeys: readonly (Buffer | null)[]): Promise<void>;
  /** The workers of this process look now instead of at their next turn. */
  wake(): void;
  /** Takes jobs until the queue is closed. What the handler throws brings the job back later. */
  work(handler: (jobs: readonly InboxJob[]) => Promise<void>): Promise<void>;
  /** Ends when nothing is under way. */
  close(): Promise<void>;
}

const name = 'inbox';
const jobsAtOnce = 16;
const secondsBetweenLooks = 0.5;

/** `troubled` hears of trouble with the database, which passes by itself. */
export function openInboxQueue(
  pool: pg.Pool,
  troubled: (error: Error) => void = () => undefined,
): InboxQueue {
  let started: Promise<Boss> | null = null;
  let worker: string | null = null;
  const boss = (): Promise<Boss> => {
    started ??= openBoss(pool, troubled).catch((error: unknown) => {
      // The database was away: the next one who asks tries again.
      started = null;
      throw error;
    });
    return started;
  };
  return {
    async send({ site, db }, orderKeys) {
      const jobs = [...new Set(orderKeys.map((key) => key?.toString('hex') ?? null))].map(
        (key): JobInsert => ({ data: { site, key }, singletonKey: `${site} ${key ?? ''}` }),
      );
      if (jobs.length > 0) await (await boss()).insert(name, jobs, { db: fromKysely(db) });
    },
    wake() {
      if (worker !== null) void started?.then((running) => running.notifyWorker(worker as string));
    },
    async work(handler) {
      const options = {
        batchSize: jobsAtOnce,
        pollingIntervalSeconds: secondsBetweenLooks,
        burstWhenBatchFull: true,
      };
      worker = await (await boss()).work<InboxJob>(name, options, async (jobs) => {
        await handler(jobs.map(({ data }) => data));
      });
    },
    async close() {
      const running = await started?.catch(() => null);
      await running?.stop({ graceful: true, close: false, timeout: 20_000 });
    },
  };
}

async function openBoss(pool: pg.Pool, troubled: (error: Error) => void): Promise<Boss> {
  const boss = await startBoss(pool, troubled, { schedule: false });
  await boss.createQueue(name, {
    policy: 'short',
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: 600,
    // Jobs say nothing that the inbox does not say better.
    deleteAfterSeconds: 3_600,
  });
  return boss;
}
