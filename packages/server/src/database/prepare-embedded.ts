// Inside the embedded server: the app's account, the database, the tables.

import pg from 'pg';
import { ensureAppRole } from './app-role.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { sessionOptions } from './connections.ts';
import type { Cluster } from './embedded/cluster.ts';
import type { Connection } from './embedded/frame.ts';

const databaseName = 'breekpunt';

export function embeddedAccess(
  connection: Connection,
  database: string = databaseName,
): Connection & { database: string } {
  return { ...connection, database };
}

/** Names of the migrations applied now. `database` is another name in tests only. */
export async function prepareEmbedded(
  cluster: Pick<Cluster, 'owner' | 'app'>,
  database: string = databaseName,
): Promise<readonly string[]> {
  await withClient(embeddedAccess(cluster.owner, 'postgres'), async (owner) => {
    await ensureAppRole(owner, cluster.app.password);
    const found = await owner.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await owner.query(`create database ${owner.escapeIdentifier(database)}`);
  });
  return withClient(embeddedAccess(cluster.owner, database), bringUpToDate);
}

/** A connection for one piece of work. */
export async function withClient<T>(
  access: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...access, ...sessionOptions });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
