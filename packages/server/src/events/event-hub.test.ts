import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestServer, testServer } from '../../test/test-server.ts';
import { announce } from './announce.ts';
import type { Heard } from './event-hub.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  await server.context.events.ready();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** Ends when an event of the same hospital with this id was heard: whatever was said before it was heard too. */
function heardUntil(site: string, last: number): Promise<Heard[]> {
  const heard: Heard[] = [];
  return new Promise((done) => {
    const stop = server.context.events.listen(site, (one) => {
      heard.push(one);
      if (one === 'missed' || one.id !== last) return;
      stop();
      done(heard);
    });
  });
}

test('what is committed is heard once by its own hospital; what is rolled back, or of another hospital, is not', async () => {
  const heard = heardUntil('gent', 3);
  await database.in('gent', (tx) => announce(tx, { topic: 'case', change: 'added', id: 1 }));
  const broken = database.in('gent', async (tx) => {
    await announce(tx, { topic: 'case', change: 'added', id: 2 });
    throw new Error('undone');
  });
  await expect(broken).rejects.toThrow('undone');
  await database.in('luik', (tx) => announce(tx, { topic: 'case', change: 'added', id: 9 }));
  await database.in('gent', (tx) => announce(tx, { topic: 'case', change: 'changed', id: 3 }));
  expect(await heard).toEqual([
    { topic: 'case', change: 'added', id: 1 },
    { topic: 'case', change: 'changed', id: 3 },
  ]);
});

test('a listener is told that it may have missed something when the line broke, and hears again', async () => {
  const { events } = server.context;
  const missed = new Promise<void>((done) => {
    const stop = events.listen('gent', (one) => {
      if (one !== 'missed') return;
      stop();
      done();
    });
  });
  await database.asOwner((owner) =>
    owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen breekpunt_event' and datname = current_database()",
    ),
  );
  await missed;
  const heard = heardUntil('gent', 4);
  await database.in('gent', (tx) => announce(tx, { topic: 'case', change: 'added', id: 4 }));
  expect(await heard).toEqual([{ topic: 'case', change: 'added', id: 4 }]);
});

test('an open screen is told over HTTP; whoever is not signed in is not', async () => {
  expect((await server.ask('GET', '/api/events')).statusCode).toBe(401);
  const nurse = await server.signedInAs('gent', 'nurse');
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const leave = new AbortController();
  const answer = await fetch(`${address}/api/events`, {
    headers: { cookie: nurse.cookie },
    signal: leave.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (end: string): Promise<void> => {
    while (!text.includes(end)) {
      const { value, done } = (await reader?.read()) ?? { value: '', done: true };
      if (done) throw new Error('The stream ended too early');
      text += value;
    }
  };
  await readUntil('event: open');
  await database.in('gent', (tx) => announce(tx, { topic: 'case', change: 'added', id: 5 }));
  await readUntil('"id":5}\n\n');
  expect(text).toContain('event: change\ndata: {"topic":"case","change":"added","id":5}\n\n');
  leave.abort();
});
