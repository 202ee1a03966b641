// The MLLP listener as a part of the server, when a port is set for it.

import { siteOrOnly } from '../records/only-site.ts';
import type { Part } from '../start/part.ts';
import { startMllpListener } from './mllp-listener.ts';

export const mllpPart: Part = {
  name: 'mllp',
  async start({ database: { db }, keys, mllp, intake, now }, log) {
    if (mllp === null) return async () => undefined;
    const listener = await startMllpListener({
      db,
      keys,
      queue: intake.queue,
      log,
      host: mllp.host,
      port: mllp.port,
      site: siteOrOnly(db, mllp.site),
      now,
    });
    log.info({ port: listener.port }, 'listening for HL7 v2 messages');
    return () => listener.close();
  },
};
