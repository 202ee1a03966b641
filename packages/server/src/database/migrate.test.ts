import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const shipped = readMigrations();

function run(migrations: readonly Migration[]): Promise<string[]> {
  return database.asOwner((owner) => migrate(owner, migrations));
}

test('no two shipped migrations have one number, which would leave their order to chance', () => {
  const numbers = shipped.map(({ name }) => Number(name.slice(0, 4)));
  expect(numbers[0]).toBe(1);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a database that is up to date is left alone', async () => {
  expect(await run(shipped)).toEqual([]);
});

describe('a migration', () => {
  test('is applied once, though several processes start at the same time', async () => {
    const next = [...shipped, { name: '9001-more.sql', sql: 'create table more (a int)' }];
    const applied = await Promise.all([run(next), run(next), run(next)]);
    expect(applied.flat()).toEqual(['9001-more.sql']);
  });

  test('whose wording changed after it was applied is refused', async () => {
    const changed = [...shipped, { name: '9001-more.sql', sql: 'create table more (b int)' }];
    await expect(run(changed)).rejects.toMatchObject({
      error: { kind: 'migration-changed', name: '9001-more.sql' },
    });
  });

  test('of a later version makes this version refuse the database', async () => {
    await expect(run(shipped)).rejects.toMatchObject({
      error: { kind: 'migration-unknown', name: '9001-more.sql' },
    });
  });

  test('that fails leaves nothing behind, and says which one', async () => {
    const more = [...shipped, { name: '9001-more.sql', sql: 'create table more (a int)' }];
    const failing = { name: '9002-half.sql', sql: 'create table half (a int); select 1 / 0' };
    await expect(run([...more, failing])).rejects.toMatchObject({
      error: { kind: 'migration-failed', name: '9002-half.sql', reason: 'division by zero' },
    });
    expect(await run([...more, { ...failing, sql: 'create table half (a int)' }])).toEqual(['9002-half.sql']);
  });
});
