// Tries a counting that failed again when its time has come. Decision: looked at every minute by every process, and taken by one; a
// hospital whose countings go well costs one small question.

import { loadKnowledge } from '@breekpunt/knowledge';
import type { Logger } from 'pino';
import { inSite } from '../database/site-transaction.ts';
import type { ServerContext } from '../http/server-context.ts';
import { hospitalFacts } from '../intake/inbox/hospital-facts.ts';
import { listSites } from '../records/site-directory.ts';
import { dayAt } from '../start/day-at.ts';
import type { Part } from '../start/part.ts';
import { takeNextAttempt } from './failed-counting.ts';
import { recount } from './recount.ts';

const betweenLooksMs = 60_000;

export const countingPart: Part = {
  name: 'counting',
  async start(context, log) {
    let looking: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      looking = looking
        .then(() => countAgain(context, log))
        .catch((error: Error) => log.warn({ reason: error.name }, 'failed countings were not looked for'));
    }, betweenLooksMs);
    return async () => {
      clearInterval(timer);
      await looking;
    };
  },
};

/** Hospitals that were counted well now. */
export async function countAgain(
  { database: { db }, now }: Pick<ServerContext, 'database' | 'now'>,
  log: Pick<Logger, 'error' | 'info'>,
): Promise<readonly string[]> {
  const well: string[] = [];
  for (const { id: site } of await listSites(db)) {
    const at = now();
    const due = await inSite(db, site, async (tx) =>
      (await takeNextAttempt(tx, at)) ? (await hospitalFacts(tx)).timeZone : null,
    );
    if (due === null) continue;
    const counting = { knowledge: loadKnowledge(), cut: dayAt(at, due), at, wholly: false, log };
    const counted = await recount(db, site, counting).catch(() => null);
    if (counted === null) continue;
    well.push(site);
    log.info({ site, ...counted }, 'counted after a failure');
  }
  return well;
}
