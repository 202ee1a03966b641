// Whether the server can work, for monitors and load balancers: 200 with the database, 503 without.

import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { ServerContext } from './server-context.ts';

const patienceMs = 2_000;

export function addHealth(app: FastifyInstance, { database }: ServerContext): void {
  app.get('/health', async (_request, reply) => {
    const up = database.state() === 'up' && (await answers(database.db));
    return reply.code(up ? 200 : 503).send({ status: up ? 'up' : 'database-lost' });
  });
}

async function answers(db: ServerContext['database']['db']): Promise<boolean> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
      wait(patienceMs, false, { signal: stop.signal }).catch(() => false),
    ]);
  } finally {
    stop.abort();
  }
}
