// The MLLP listener as a part of the server, when a port is set for it.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { listSites } from '../records/site-directory.ts';
import type { Part } from '../start/part.ts';
import { startMllpListener } from './mllp-listener.ts';

export const mllpPart: Part = {
  name: 'mllp',
  async start({ database: { db }, keys, mllp, intake, now }, log) {
    if (mllp === null) return async () => undefined;
    let only: string | null = null;
    const listener = await startMllpListener({
      db,
      keys,
      queue: intake.queue,
      log,
      host: mllp.host,
      port: mllp.port,
      async site() {
        if (mllp.site !== null) return mllp.site;
        // Once found it stays: a second hospital that is added later needs the setting from the next start on.
        only ??= await onlySite(db);
        return only;
      },
      now,
    });
    log.info({ port: listener.port }, 'listening for HL7 v2 messages');
    return () => listener.close();
  },
};

async function onlySite(db: Kysely<Tables>): Promise<string | null> {
  const sites = await listSites(db);
  return sites.length === 1 ? (sites[0]?.id ?? null) : null;
}
