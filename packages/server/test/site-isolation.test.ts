// Two hospitals in one database: neither sees, changes or adds a row of the other, in any table there is. The tables and
// their columns are read from the catalogue, and a row is made for each of them by their own types.

import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly check: string | null;
}

let database: TestDatabase;
let tables: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await database.asOwner(async (owner) => {
    const found = await owner.query<{ name: string }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and relkind in ('r', 'p') and relname <> 'schema_migration' order by 1`,
    );
    tables = found.rows.map(({ name }) => name);
    // Keys to other rows and checks are not what is proven here.
    await owner.query("set session_replication_role = 'replica'");
    for (const table of tables)
      for (const site of ['gent', 'luik']) await insertRow(owner, table, site, await columnsOf(owner, table));
  });
});
afterAll(() => database.close());

async function columnsOf(owner: pg.Client, table: string): Promise<Column[]> {
  const found = await owner.query<Column>(
    `select a.attname as name, coalesce(base.typname, t.typname) as type,
            (select pg_get_constraintdef(k.oid) from pg_constraint k where k.contype = 'c'
               and k.conrelid = a.attrelid and k.conkey = array[a.attnum] limit 1) as check
       from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_type base on base.oid = t.typbasetype
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
        and a.attidentity = '' and not a.atthasdef and a.attname <> 'site_id'`,
    [table],
  );
  return found.rows;
}

async function insertRow(
  owner: pg.Client,
  table: string,
  site: string,
  columns: readonly Column[],
): Promise<void> {
  const values = [site, ...columns.map(valueFor)];
  const names = ['site_id', ...columns.map(({ name }) => name)];
  const places = values.map((_value, index) => `$${index + 1}`);
  await dropChecks(owner, table);
  await owner.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, values);
}

/** Checks over several columns would need a meaningful row; those on one column are met by `valueFor`. */
async function dropChecks(owner: pg.Client, table: string): Promise<void> {
  const checks = await owner.query<{ name: string }>(
    `select conname as name from pg_constraint
      where conrelid = $1::regclass and contype = 'c' and array_length(conkey, 1) > 1`,
    [table],
  );
  for (const { name } of checks.rows) await owner.query(`alter table ${table} drop constraint ${name}`);
}

function valueFor({ type, check }: Column): unknown {
  const listed = /'([^']+)'::text/.exec(check ?? '')?.[1];
  if (type === 'text') return listed ?? 'manual';
  if (type === 'date') return 'today';
  if (type === 'timestamptz') return 'now';
  if (type === 'bytea') return Buffer.from('x');
  if (type === 'jsonb') return '{}';
  if (type === '_text') return [];
  if (type === 'bool') return false;
  return 1;
}

async function countIn(client: pg.Client, table: string, condition = 'true'): Promise<number> {
  const found = await client.query<{ count: number }>(
    `select count(*) as count from ${table} where ${condition}`,
  );
  return found.rows[0]?.count ?? -1;
}

async function asSite<T>(site: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return database.asApp(async (client) => {
    await client.query('begin');
    if (site !== null) await client.query("select set_config('breekpunt.site', $1, true)", [site]);
    try {
      return await work(client);
    } finally {
      await client.query('rollback');
    }
  });
}

test('every table holds a row of each of the two hospitals', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(27);
  const counts = await database.asOwner(async (owner) => {
    const all: number[] = [];
    for (const table of tables) all.push(await countIn(owner, table));
    return all;
  });
  expect(new Set(counts)).toEqual(new Set([2]));
});

test('a hospital sees its own row of every table, and no other', async () => {
  await asSite('gent', async (client) => {
    for (const table of tables) {
      expect([table, await countIn(client, table)]).toEqual([table, 1]);
      expect([table, await countIn(client, table, "site_id <> 'gent'")]).toEqual([table, 0]);
    }
  });
});

test('who names no hospital, or an empty one, sees nothing at all', async () => {
  for (const site of [null, ''])
    await asSite(site, async (client) => {
      for (const table of tables) expect([table, await countIn(client, table)]).toEqual([table, 0]);
    });
});

/** Rows touched, or the database's objection; undone either way. */
async function attempt(
  client: pg.Client,
  statement: string,
  values: readonly unknown[] = [],
): Promise<number | string> {
  await client.query('savepoint attempt');
  try {
    return (await client.query(statement, [...values])).rowCount ?? 0;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.query('rollback to attempt');
  }
}

describe('a row of another hospital', () => {
  test('cannot be changed, taken or deleted', async () => {
    await asSite('gent', async (client) => {
      for (const table of tables)
        for (const statement of [
          `update ${table} set site_id = 'gent' where site_id = 'luik'`,
          `update ${table} set site_id = site_id where site_id = 'luik'`,
          `delete from ${table} where site_id = 'luik'`,
        ]) {
          const outcome = await attempt(client, statement);
          const harmless = outcome === 0 || /permission denied/.test(String(outcome));
          expect([statement, harmless]).toEqual([statement, true]);
        }
    });
  });

  test('cannot be added, nor can an own row be given away', async () => {
    const columns = new Map<string, Column[]>();
    await database.asOwner(async (owner) => {
      for (const table of tables) columns.set(table, await columnsOf(owner, table));
    });
    await asSite('gent', async (client) => {
      for (const table of tables) {
        const own = columns.get(table) ?? [];
        const names = ['site_id', ...own.map(({ name }) => name)];
        const places = names.map((_name, index) => `$${index + 1}`);
        const insert = `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`;
        expect(await attempt(client, insert, ['luik', ...own.map(valueFor)])).toMatch(/row-level security/);
        const gift = `update ${table} set site_id = 'luik'`;
        expect(await attempt(client, gift)).toMatch(/row-level security|permission denied/);
      }
    });
  });
});

test('a name that tries to be more than a name is no hospital, and does nothing', async () => {
  for (const name of ["gent'; set local breekpunt.site = 'luik", "'", '\\', 'gent; rollback; begin']) {
    const rows = await database.in(name, ({ db }) => db.selectFrom('site').select('site_id').execute());
    expect([name, rows]).toEqual([name, []]);
  }
});

test('the program cannot empty a table, which no policy would see', async () => {
  await asSite('gent', async (client) => {
    for (const table of tables)
      expect(await attempt(client, `truncate ${table}`)).toMatch(/permission denied/);
  });
});

test('the program cannot switch the protection off or take another role', async () => {
  await asSite('gent', async (client) => {
    for (const statement of [
      'alter table person disable row level security',
      'drop policy own_site on person',
      'set role breekpunt_owner',
      "set session_replication_role = 'replica'",
      'select * from schema_migration',
    ])
      expect(await attempt(client, statement)).toMatch(/permission denied|must be owner/);
  });
});
