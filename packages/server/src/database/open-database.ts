// Opens the records: starts or reaches PostgreSQL, brings the tables up to date, and gives the connections the program
// works with, which cannot see past a hospital's own rows.
// Decision: two accounts. The owner migrates at the start and is then let go; the app's account has no right to change
// tables, to rewrite the audit log, or to pass by row-level security.

import { failure, type Result, success } from '@breekpunt/core';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseSettings } from '../settings/settings.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { sessionOptionsAs } from './connections.ts';
import { type DatabaseError, DatabaseTrouble } from './database-error.ts';
import { startCluster } from './embedded/cluster.ts';
import { keepAlive } from './embedded/keep-alive.ts';
import type { Tables } from './generated/tables.ts';
import { keepPlansOf } from './kept-plans.ts';
import { embeddedAccess, prepareEmbedded } from './prepare-embedded.ts';
import { prepareServer } from './prepare-server.ts';

/** Whether the database answers; 'lost' until it is found again, without a restart of the program. */
export type DatabaseState = 'up' | 'lost';

export interface Database {
  readonly db: Kysely<Tables>;
  /** Names of the migrations applied at this start. */
  readonly migrated: readonly string[];
  /** For queues that keep their own connections. */
  readonly pool: pg.Pool;
  state(): DatabaseState;
  onState(listener: (state: DatabaseState) => void): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly dataDirectory: string;
  readonly database: DatabaseSettings;
  readonly poolSize: number;
  /** Embedded only, for tests: faster, and lost when the machine stops. */
  readonly throwAway?: boolean;
}

export async function openDatabase(options: OpenOptions): Promise<Result<Database, DatabaseError>> {
  try {
    return success(
      options.database.kind === 'embedded'
        ? await openEmbedded(options, options.database)
        : await openServer(options, options.database),
    );
  } catch (error) {
    if (error instanceof DatabaseTrouble) return failure(error.error);
    throw error;
  }
}

async function openEmbedded(
  { dataDirectory: directory, poolSize, throwAway = false }: OpenOptions,
  { programs, port }: Extract<DatabaseSettings, { kind: 'embedded' }>,
): Promise<Database> {
  const cluster = await startCluster({ directory, programs, port, throwAway });
  try {
    const migrated = await prepareEmbedded(cluster);
    const pool = poolOf(embeddedAccess(cluster.app), null, poolSize);
    const life = keepAlive(cluster);
    return {
      ...databaseOf(pool, migrated),
      state: life.state,
      onState: life.onState,
      async close() {
        life.end();
        await pool.end();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function openServer(
  { poolSize }: OpenOptions,
  { url, ownerUrl }: Extract<DatabaseSettings, { kind: 'server' }>,
): Promise<Database> {
  const migrated = await prepareServer(ownerUrl, bringUpToDate);
  const pool = poolOf({ connectionString: url }, url === ownerUrl ? 'breekpunt_app' : null, poolSize);
  try {
    await refuseTooPowerful(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { ...databaseOf(pool, migrated), close: () => pool.end() };
}

function poolOf(access: pg.ClientConfig, role: string | null, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...access,
    ...sessionOptionsAs(role),
    max,
    application_name: 'breekpunt',
    // Whoever waits longer for a connection is told that the database does not answer.
    connectionTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is replaced at its next use; whoever uses one gets the error itself.
  pool.on('error', () => undefined);
  // A connection in use that breaks between two queries has nobody to tell; unheard, it would end the program.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', keepPlansOf);
  return pool;
}

function databaseOf(
  pool: pg.Pool,
  migrated: readonly string[],
): Pick<Database, 'db' | 'pool' | 'migrated' | 'state' | 'onState'> {
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    migrated,
    state: () => 'up',
    onState: () => undefined,
  };
}

/** Row-level security binds neither superusers nor accounts with BYPASSRLS: hospitals would see each other. */
async function refuseTooPowerful(pool: pg.Pool): Promise<void> {
  let found: pg.QueryResult<{ account: string; powerful: boolean; member: boolean }>;
  try {
    found = await pool.query(
      `select current_user as account, rolsuper or rolbypassrls as powerful,
              pg_has_role(current_user, 'breekpunt_app', 'usage') as member
         from pg_roles where rolname = current_user`,
    );
  } catch (error) {
    const reason = (error as Error).message;
    throw new DatabaseTrouble({ kind: 'unreachable', setting: 'DATABASE_URL', reason });
  }
  const { account = '', powerful = true, member = false } = found.rows[0] ?? {};
  if (powerful) throw new DatabaseTrouble({ kind: 'account-too-powerful', account });
  if (!member) throw new DatabaseTrouble({ kind: 'account-without-rights', account });
}
