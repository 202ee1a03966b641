// One process of the intake, to be killed at any moment: the listener, or the worker of the inbox. What it is to be
// comes as JSON in INTAKE; it says "ready" and the port once it works.

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { sessionOptions } from '../../src/database/connections.ts';
import type { Tables } from '../../src/database/generated/tables.ts';
import { startInboxWorker } from '../../src/intake/inbox/inbox-worker.ts';
import { openIntake } from '../../src/intake/intake.ts';
import { startMllpListener } from '../../src/mllp/mllp-listener.ts';
import { keysFrom } from '../../src/secrets/keys.ts';
import { morningOfMessages } from '../hl7-messages.ts';

interface Task {
  readonly role: 'server' | 'worker';
  readonly access: pg.ClientConfig;
  readonly site: string;
  readonly port: number;
}

const { role, access, site, port } = JSON.parse(process.env['INTAKE'] ?? '{}') as Task;
const pool = new pg.Pool({ ...access, ...sessionOptions, max: 8 });
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));
const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
const keys = keysFrom(Buffer.alloc(32, 7));
const log = pino({ level: 'silent' });
const intake = openIntake(pool);
const now = (): Date => morningOfMessages;

if (role === 'worker') {
  await untilItWorks(() => startInboxWorker({ db, keys, finding: intake.finding(), now }, intake.queue, log));
  console.log('ready 0');
} else {
  const listener = await startMllpListener({
    db,
    keys,
    queue: intake.queue,
    log,
    host: '127.0.0.1',
    port,
    site: async () => site,
    now,
  });
  console.log(`ready ${listener.port}`);
}

/** The database may be just what was killed. */
async function untilItWorks<T>(start: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await start();
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
}
