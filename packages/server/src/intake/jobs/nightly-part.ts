// What is done once a night for each hospital, at a quarter past two by its own clock, by one of the processes there are.
// Decision: planned in the database (pg-boss), so that any number of processes do it once; a night in which no process ran
// is made up for when one starts.

import { loadKnowledge } from '@breekpunt/knowledge';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/generated/tables.ts';
import { inSite } from '../../database/site-transaction.ts';
import { planHospital } from '../../follow-up/plan-hospital.ts';
import { recount } from '../../quality/recount.ts';
import { listSites } from '../../records/site-directory.ts';
import { dayAt } from '../../start/day-at.ts';
import type { Part } from '../../start/part.ts';
import { nightlyWebhooks } from '../../webhooks/nightly-webhooks.ts';
import { hospitalFacts } from '../inbox/hospital-facts.ts';
import { startBoss } from './boss.ts';
import { refreshUrgency } from './refresh-urgency.ts';

interface NightlyJob {
  readonly site: string;
}

const queue = 'nightly';
const everyNight = '15 2 * * *';
const secondsBetweenLooks = 20;
const hospitalsLookedForMs = 3_600_000;

export const nightlyPart: Part = {
  name: 'nightly',
  async start({ database: { db, pool }, intake, now }, log) {
    const boss = await startBoss(
      pool,
      (error) => log.warn({ reason: error.message }, 'the queue of the night'),
      { schedule: true },
    );
    await boss.createQueue(queue, {
      policy: 'short',
      retryLimit: 3,
      retryDelay: 300,
      expireInSeconds: 3_600,
      deleteAfterSeconds: 86_400,
    });
    const plan = async (): Promise<void> => {
      for (const { id: site } of await listSites(db)) {
        const tz = (await clockOf(db, site)).timeZone;
        await boss.schedule(
          queue,
          everyNight,
          { site },
          { tz, key: site, singletonKey: site, missed: 'once' },
        );
      }
    };
    await plan();
    await boss.work<NightlyJob>(queue, { pollingIntervalSeconds: secondsBetweenLooks }, async (jobs) => {
      for (const { data } of jobs) {
        const { timeZone } = await clockOf(db, data.site);
        const today = dayAt(now(), timeZone);
        const changed = await refreshUrgency(db, intake.finding(), data.site, today);
        log.info({ site: data.site, changed }, 'cases ranked for the new day');
        const planned = await planHospital(db, data.site, today, now());
        log.info({ site: data.site, ...planned }, 'contacts planned for the new day');
        await inSite(db, data.site, (tx) => nightlyWebhooks(tx, today));
        const counting = { knowledge: loadKnowledge(), cut: today, at: now(), wholly: false, log };
        // One that fails is kept as such and tried again by itself.
        const counted = await recount(db, data.site, counting).catch(() => null);
        if (counted !== null) log.info({ site: data.site, ...counted }, 'figures counted for the new day');
      }
    });
    // Hospitals that were added since.
    const timer = setInterval(() => {
      void plan().catch((error: Error) => log.warn({ reason: error.message }, 'the night was not planned'));
    }, hospitalsLookedForMs);
    return async () => {
      clearInterval(timer);
      await boss.stop({ graceful: true, close: false, timeout: 20_000 });
    };
  },
};

function clockOf(db: Kysely<Tables>, site: string) {
  return inSite(db, site, hospitalFacts);
}
