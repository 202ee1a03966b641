// Stands in for a server under a stream of messages: commits one inbox message after the other and prints each number
// once its commit is acknowledged. When the database goes away it sends the same message again until it is taken.

import { createHash } from 'node:crypto';
import { ensureSite, inSite, keysFrom, openDatabase } from '@breekpunt/server';

const [, , dataDirectory = '', from = '0'] = process.argv;

const opened = await openDatabase({
  dataDirectory,
  database: { kind: 'embedded', programs: process.env['DATABASE_PROGRAMS'] ?? null, port: null },
  poolSize: 2,
});
if (!opened.ok) throw new Error(opened.error.kind);
const { db } = opened.value;
const site = { name: 'Gent', country: 'BE', language: 'nl' } as const;
await inSite(db, 'gent', (tx) => ensureSite(tx, keysFrom(Buffer.alloc(32)), site));
process.stdout.write('ready\n');

for (let number = Number(from); ; number++) {
  while (!(await taken(number)));
  process.stdout.write(`${number}\n`);
}

async function taken(number: number): Promise<boolean> {
  const raw = Buffer.from(`message ${number}`);
  try {
    await inSite(db, 'gent', (tx) =>
      tx.db
        .insertInto('inbox_message')
        .values({
          site_id: 'gent',
          door: 'mllp',
          format: 'hl7v2',
          control_id: String(number),
          content_hash: createHash('sha256').update(raw).digest(),
          raw,
        })
        .onConflict((conflict) => conflict.columns(['site_id', 'content_hash']).doNothing())
        .execute(),
    );
    return true;
  } catch {
    return false;
  }
}
