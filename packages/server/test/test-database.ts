// A database of its own for one test file, with all tables and nothing in it.

import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { sessionOptions } from '../src/database/connections.ts';
import type { Tables } from '../src/database/generated/tables.ts';
import { keepPlansOf } from '../src/database/kept-plans.ts';
import { embeddedAccess, withClient } from '../src/database/prepare-embedded.ts';
import { inSite, type SiteTransaction } from '../src/database/site-transaction.ts';
import { ensureSite } from '../src/records/site.ts';
import type { Keys } from '../src/secrets/keys.ts';
import { keysFrom } from '../src/secrets/keys.ts';

export interface TestDatabase {
  /** As the program works: bound by row-level security. */
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  /** As the owner of the tables, who may do anything; what `work` did is undone. */
  undone<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** As the owner of the tables, for good. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** A connection of the app's account outside any site. */
  asApp<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  in<T>(site: string, work: (tx: SiteTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const testKeys: Keys = keysFrom(Buffer.alloc(32, 7));

/** With a row in `site` for each name. */
export async function testDatabase(...sites: readonly string[]): Promise<TestDatabase> {
  const database = databaseOn(await newDatabase(inject('postgres').template));
  for (const site of sites)
    await database.in(site, (tx) =>
      ensureSite(tx, testKeys, { name: `Hospital ${site}`, country: 'BE', language: 'nl' }),
    );
  return database;
}

/** The name of a new database: a copy of another one, of PostgreSQL's own empty one when no name is given. */
export async function newDatabase(template = 'template1'): Promise<string> {
  const name = `breekpunt_test_${randomBytes(6).toString('hex')}`;
  await withClient(embeddedAccess(inject('postgres').owner, 'postgres'), (client) =>
    client.query(`create database ${name} template ${template}`),
  );
  return name;
}

/** Closing it drops it. */
export function databaseOn(name: string): TestDatabase {
  const { owner, app } = inject('postgres');
  const pool = new pg.Pool({ ...embeddedAccess(app, name), ...sessionOptions, max: 8 });
  // A connection that is just ending hears of the database being dropped; unheard, that would fail the run.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', keepPlansOf);
  pool.on('error', () => undefined);
  const ownerPool = new pg.Pool({ ...embeddedAccess(owner, name), ...sessionOptions, max: 1 });
  const ownerDb = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    async undone(work) {
      const tx = await ownerDb.startTransaction().execute();
      try {
        return await work(tx);
      } finally {
        await tx.rollback().execute();
      }
    },
    asOwner: (work) => withClient(embeddedAccess(owner, name), work),
    asApp: (work) => withClient(embeddedAccess(app, name), work),
    in: (site, work) => inSite(db, site, work),
    async close() {
      await db.destroy();
      await ownerDb.destroy();
      await withClient(embeddedAccess(owner, 'postgres'), (client) =>
        client.query(`drop database ${name} with (force)`),
      );
    },
  };
}
