// A counting that fails is said, with the figures that stay, why it failed in the log without anything of a patient, and it is tried
// again until it goes well.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { countAgain } from './counting-part.ts';
import { noteFailedCounting, takeNextAttempt } from './failed-counting.ts';
import type { QualityFigures } from './quality-figures.ts';

let database: TestDatabase;
let server: TestServer;
let lead: Person;
const minuteMs = 60_000;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  lead = await server.signedInAs('gent', 'lead');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const figures = async (): Promise<QualityFigures> =>
  (await server.ask('GET', '/api/quality/figures', { as: lead })).json();
const again = () => countAgain(server.context, server.app.log);

test('a counting that fails stands with the figures of before, is tried again, and goes when it goes well', async () => {
  await server.ask('POST', '/api/quality/recount', { as: lead });
  const before = (await figures()).run;
  expect(before).not.toBeNull();
  await database.asOwner((owner) =>
    owner.query(`create function breaks() returns trigger language plpgsql as
      $$ begin raise exception 'Peeters Maria 85 wervel'; end $$;
      create trigger breaks before update on indicator_run for each row execute function breaks()`),
  );
  server.later(minuteMs);
  const answer = await server.ask('POST', '/api/quality/recount', { as: lead });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ counted: null, failed: { attempts: 1, reason: 'program' } });
  const shown = await figures();
  expect(shown.run).toEqual(before);
  expect(shown.failed).toEqual(answer.json().failed);
  expect(server.logged()).toContain('counting failed');
  expect(server.logged()).toContain('P0001');
  expect(server.logged()).not.toMatch(/Peeters|wervel/);

  expect(await again()).toEqual([]);
  expect((await figures()).failed?.attempts).toBe(1);
  server.later(minuteMs + 1);
  expect(await again()).toEqual([]);
  const { failed } = await figures();
  expect(failed?.attempts).toBe(2);
  expect(new Date(failed?.nextAt ?? 0).getTime() - new Date(failed?.failedAt ?? 0).getTime()).toBe(
    5 * minuteMs,
  );

  await database.asOwner((owner) => owner.query('drop trigger breaks on indicator_run'));
  server.later(5 * minuteMs);
  expect(await again()).toEqual(['gent']);
  const after = await figures();
  expect(after.failed).toBeNull();
  expect(after.run?.countedAt).not.toBe(before?.countedAt);
  expect(await again()).toEqual([]);
});

test('of several processes that look, one tries again', async () => {
  const at = new Date('2026-11-22T08:00:00Z');
  await noteFailedCounting(database.db, 'luik', new Error('x'), at);
  const later = new Date(at.getTime() + 2 * minuteMs);
  const taken = await Promise.all(
    [1, 2, 3].map(() => database.in('luik', (tx) => takeNextAttempt(tx, later))),
  );
  expect(taken.filter(Boolean)).toHaveLength(1);
});
