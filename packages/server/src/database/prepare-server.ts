// A hospital's own server: reachable, new enough, with the app's role and the tables.

import pg from 'pg';
import { ensureAppRole } from './app-role.ts';
import { sessionOptions } from './connections.ts';
import { DatabaseTrouble } from './database-error.ts';

const oldestMajor = 15;

export async function prepareServer(
  ownerUrl: string,
  work: (owner: pg.Client) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const owner = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    ...sessionOptions,
  });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
  } catch (error) {
    throw new DatabaseTrouble({ kind: 'unreachable', setting: 'DATABASE_URL', reason: reasonOf(error) });
  }
  try {
    const version = await owner.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    );
    const { number = 0, name = 'unknown' } = version.rows[0] ?? {};
    if (number < oldestMajor * 10_000) throw new DatabaseTrouble({ kind: 'too-old', found: name });
    await ensureAppRole(owner, null);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Several addresses tried in vain come as one error with an empty message. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return message || code || 'no connection';
}
