// Brings a database to the state this version needs: the numbered SQL files of migrations/, in order, each in one
// transaction, each remembered with its checksum. Runs as the owner of the tables.
// Decision: there is no way back down. A migration that fails leaves nothing behind; an error found later is mended by
// the next migration, and a database from a later version is refused instead of used half-understood.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { DatabaseTrouble } from './database-error.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** 'BRKM': several processes that start at once migrate one after the other. */
const lockKey = 0x42_52_4b_4d;

export function readMigrations(folder: string = join(import.meta.dirname, '../../migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
}

/** Names of the migrations that were applied now. `afterwards` runs under the same lock. */
export async function migrate(
  owner: pg.Client,
  migrations: readonly Migration[],
  afterwards: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [lockKey]);
  try {
    await owner.query(`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const done = await owner.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration order by name',
    );
    const known = new Map(migrations.map(({ name, sql }) => [name, checksumOf(sql)]));
    for (const { name, checksum } of done.rows) {
      if (!known.has(name)) throw new DatabaseTrouble({ kind: 'migration-unknown', name });
      if (known.get(name) !== checksum) throw new DatabaseTrouble({ kind: 'migration-changed', name });
    }
    const before = new Set(done.rows.map(({ name }) => name));
    const waiting = migrations.filter(({ name }) => !before.has(name));
    for (const migration of waiting) await apply(owner, migration);
    await afterwards();
    return waiting.map(({ name }) => name);
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lockKey]);
  }
}

async function apply(owner: pg.Client, { name, sql }: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    await owner.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      name,
      checksumOf(sql),
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new DatabaseTrouble({ kind: 'migration-failed', name, reason: (error as Error).message });
  }
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
