// Listener, queue and worker over a test database, as they run in the server.

import { pino } from 'pino';
import { startInboxWorker } from '../src/intake/inbox/inbox-worker.ts';
import { openIntake } from '../src/intake/intake.ts';
import { startMllpListener } from '../src/mllp/mllp-listener.ts';
import { morningOfMessages } from './hl7-messages.ts';
import { type MllpClient, mllpClient } from './mllp-client.ts';
import { type TestDatabase, testKeys } from './test-database.ts';

export interface TestIntake {
  readonly port: number;
  client(): Promise<MllpClient>;
  logged(): string;
  /** Ends when nothing waits in the inbox of the hospital. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function testIntake(database: TestDatabase, site = 'gent'): Promise<TestIntake> {
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) });
  const { db, pool } = database;
  const intake = openIntake(pool);
  const now = (): Date => morningOfMessages;
  const shared = { db, keys: testKeys, now };
  const stopWorker = await startInboxWorker({ ...shared, finding: intake.finding() }, intake.queue, log);
  const listener = await startMllpListener({
    ...shared,
    queue: intake.queue,
    log,
    host: '127.0.0.1',
    port: 0,
    site: async () => site,
  });
  const clients: MllpClient[] = [];
  return {
    port: listener.port,
    async client() {
      const client = await mllpClient(listener.port);
      clients.push(client);
      return client;
    },
    logged: () => lines.join(''),
    async settled() {
      for (;;) {
        const left = await database.in(site, (tx) =>
          tx.db
            .selectFrom('inbox_message')
            .select(({ fn }) => fn.countAll<number>().as('waiting'))
            .where('site_id', '=', site)
            .where('state', '=', 'received')
            .executeTakeFirstOrThrow(),
        );
        if (left.waiting === 0) return;
        intake.queue.wake();
      }
    },
    async close() {
      for (const client of clients) client.cut();
      await listener.close();
      await stopWorker();
    },
  };
}
