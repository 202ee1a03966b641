// Works the inbox off as long as the program runs, in any number of processes at once.
// Decision: beside the queue, every few seconds it looks for messages that wait without a job. So a queue that lost a
// job, or a process that was killed in the middle of one, delays a message and never loses it.

import type { Logger } from 'pino';
import { inSite } from '../../database/site-transaction.ts';
import { listSites } from '../../records/site-directory.ts';
import type { InboxJob, InboxQueue } from '../jobs/inbox-queue.ts';
import type { InboxWorkshop } from './inbox-workshop.ts';
import { takeAll } from './take-message.ts';

/** Keys worked on at the same time; each takes a connection. */
const keysAtOnce = 3;
const millisecondsBetweenSweeps = 5_000;

/** Gives what stops it, which ends when nothing is under way. */
export async function startInboxWorker(
  workshop: InboxWorkshop,
  queue: InboxQueue,
  log: Pick<Logger, 'warn' | 'error'>,
): Promise<() => Promise<void>> {
  await queue.work((jobs) => takeJobs(workshop, jobs, log));
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweepOnce(workshop, queue).catch((error: Error) => {
      log.warn({ reason: error.message }, 'the inbox could not be looked through');
    });
  };
  sweep();
  const timer = setInterval(sweep, millisecondsBetweenSweeps);
  return async () => {
    clearInterval(timer);
    await sweeping;
    await queue.close();
  };
}

async function takeJobs(
  workshop: InboxWorkshop,
  jobs: readonly InboxJob[],
  log: Pick<Logger, 'error'>,
): Promise<void> {
  const waiting = [...jobs];
  let failed: unknown;
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift())
      try {
        await takeAll(workshop, job.site, job.key === null ? null : Buffer.from(job.key, 'hex'));
      } catch (error) {
        // Its stack names functions of ours; its message may hold what a constraint saw.
        log.error(
          { kind: (error as Error).name, code: (error as { code?: string }).code },
          'a message was not taken',
        );
        failed = error;
      }
  };
  await Promise.all(Array.from({ length: keysAtOnce }, lane));
  if (failed !== undefined) throw failed;
}

/** A job for every key with messages that have waited longer than a job takes to come. */
async function sweepOnce({ db }: InboxWorkshop, queue: InboxQueue): Promise<void> {
  for (const { id: site } of await listSites(db)) {
    const found = await inSite(db, site, async (tx) => {
      const rows = await tx.db
        .selectFrom('inbox_message')
        .select('order_key')
        .distinct()
        .where('site_id', '=', site)
        .where('state', '=', 'received')
        .where('received_at', '<', new Date(Date.now() - millisecondsBetweenSweeps / 2))
        .limit(500)
        .execute();
      await queue.send(
        tx,
        rows.map((row) => row.order_key),
      );
      return rows.length;
    });
    if (found > 0) queue.wake();
  }
}
