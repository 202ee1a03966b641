// What is sent to the database while something is done: each message once, however many statements it holds.

import type pg from 'pg';
import type { TestDatabase } from './test-database.ts';

interface Watched {
  query(...args: readonly unknown[]): unknown;
}

const listeners = new WeakMap<pg.Pool, Set<(text: string) => void>>();

/** In order, their white space made single. Statements of other work of the same moment are among them. */
export async function statementsOf(
  { pool }: Pick<TestDatabase, 'pool'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const heard = listeners.get(pool) ?? watched(pool);
  const statements: string[] = [];
  const listen = (text: string): void => void statements.push(text.replaceAll(/\s+/g, ' ').trim());
  heard.add(listen);
  try {
    await work();
  } finally {
    heard.delete(listen);
  }
  return statements;
}

function watched(pool: pg.Pool): Set<(text: string) => void> {
  const heard = new Set<(text: string) => void>();
  const known = new WeakSet<object>();
  listeners.set(pool, heard);
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const own = client as unknown as Watched;
    const query = own.query.bind(client);
    own.query = (...args) => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { readonly text?: string }).text;
      for (const listen of heard) listen(text ?? '');
      return query(...args);
    };
  });
  return heard;
}
