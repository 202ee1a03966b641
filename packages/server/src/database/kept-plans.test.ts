import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { keepPlan } from './kept-plans.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
});
afterAll(() => database.close());

async function onOneConnection<T>(
  work: (ask: (text: string, values?: unknown[]) => Promise<unknown[]>) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    client.release(true);
  }
}

const kept = 'select statement from pg_prepared_statements';

describe('a statement that asks for it', () => {
  test('is kept once, and answers with the values of each asking', async () => {
    await onOneConnection(async (ask) => {
      const text = `${keepPlan} select $1::int + 1 as next`;
      for (let value = 0; value < 12; value++)
        expect(await ask(text, [value])).toEqual([{ next: value + 1 }]);
      expect(await ask(kept)).toEqual([{ statement: text }]);
    });
  });

  test('shows each hospital its own rows, also when its plan was made for another one', async () => {
    await onOneConnection(async (ask) => {
      const seen = async (site: string): Promise<unknown> => {
        await ask(`begin; set local breekpunt.site = '${site}'`);
        const rows = await ask('/* kept plan */ select site_id from site where $1::int = 1', [1]);
        await ask('commit');
        return rows;
      };
      for (let round = 0; round < 8; round++) {
        expect(await seen('gent')).toEqual([{ site_id: 'gent' }]);
        expect(await seen('luik')).toEqual([{ site_id: 'luik' }]);
      }
      expect(await ask(kept)).toHaveLength(1);
    });
  });

  test('is answered without being kept when a connection keeps many', async () => {
    await onOneConnection(async (ask) => {
      for (let shape = 0; shape < 70; shape++)
        expect(await ask(`${keepPlan} select $1::int + ${shape} as sum`, [1])).toEqual([{ sum: 1 + shape }]);
      expect(await ask(kept)).toHaveLength(64);
    });
  });
});

test('any other statement is planned for its own values', async () => {
  await onOneConnection(async (ask) => {
    expect(await ask('select $1::int + 1 as next', [1])).toEqual([{ next: 2 }]);
    expect(await ask(kept)).toEqual([]);
  });
});
