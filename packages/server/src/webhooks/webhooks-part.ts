// The worker that sends webhooks, as a part of the server. Decision: a job says only "look at this hospital": what waits stands
// in our own table, so a job that is lost costs nothing. The queue (pg-boss) brings the next look back at the time of the next
// attempt, and one process of many does it.

import { startBoss } from '../intake/jobs/boss.ts';
import { listSites } from '../records/site-directory.ts';
import type { Part } from '../start/part.ts';
import { sendDue } from './send-due.ts';

interface WebhookJob {
  readonly site: string;
}

const queue = 'webhooks';
const secondsBetweenLooks = 2;
const hospitalsLookedForMs = 3_600_000;

export const webhooksPart: Part = {
  name: 'webhooks',
  async start({ database: { db, pool }, events, keys, now }, log) {
    const troubled = (error: Error): void => log.warn({ reason: error.message }, 'the queue of webhooks');
    const boss = await startBoss(pool, troubled, { schedule: false });
    await boss.createQueue(queue, {
      policy: 'short',
      retryLimit: 5,
      retryDelay: 30,
      retryBackoff: true,
      expireInSeconds: 900,
      deleteAfterSeconds: 3_600,
    });
    const look = async (site: string, after: Date | null): Promise<void> => {
      const data: WebhookJob = { site };
      // A look that is planned for later must not stand in the way of one now.
      if (after === null) await boss.send(queue, data, { singletonKey: `${site} now` });
      else await boss.send(queue, data, { singletonKey: `${site} later`, startAfter: after });
      if (after === null) boss.notifyWorker(worker);
    };
    const worker = await boss.work<WebhookJob>(
      queue,
      { pollingIntervalSeconds: secondsBetweenLooks },
      async (jobs) => {
        for (const { data } of jobs) {
          const { nextAt, ...counts } = await sendDue({ db, keys, now }, data.site);
          if (counts.delivered + counts.failed > 0) log.info({ site: data.site, ...counts }, 'webhooks sent');
          if (nextAt !== null) await look(data.site, nextAt);
        }
      },
    );
    const listening = new Map<string, () => void>();
    const listenToAll = async (): Promise<void> => {
      for (const { id: site } of await listSites(db)) {
        if (listening.has(site)) continue;
        const stop = events.listen(site, (heard) => {
          const isOurs = heard === 'missed' || (heard.topic === 'webhook' && heard.change === 'added');
          if (isOurs) void look(site, null).catch(troubled);
        });
        listening.set(site, stop);
        // What was left waiting when the server stopped.
        await look(site, null);
      }
    };
    await listenToAll();
    const timer = setInterval(() => void listenToAll().catch(troubled), hospitalsLookedForMs);
    return async () => {
      clearInterval(timer);
      for (const stop of listening.values()) stop();
      await boss.stop({ graceful: true, close: false, timeout: 20_000 });
    };
  },
};
