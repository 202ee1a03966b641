// A counting of what changed gives what counting everything gives, whatever people and machines did in between; and a large hospital,
// counted in threads, gives what a small one does.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, pastMidnight, type TestServer, testServer } from '../../test/test-server.ts';
import { demoHospitals } from '../demo/demo-hospitals.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { emptyHipCare } from '../hip-care/hip-care-file.ts';
import { dayAt } from '../start/day-at.ts';
import { careLines } from './care-lines.ts';
import { countPortion } from './count-portion.ts';
import { startCountThreads } from './count-threads.ts';
import { panelOf } from './panel-of.ts';
import { recount } from './recount.ts';
import { shownSets } from './shown-sets.ts';

const knowledge = loadKnowledge();
const site = demoHospitals[0].site;
const ahead = pastMidnight();
const now = new Date(Date.now() + ahead);
const today = dayAt(now, 'Europe/Brussels');

let database: TestDatabase;
let server: TestServer;
let nurse: Person;

beforeAll(async () => {
  database = await testDatabase();
  const loaded = await loadDemo(
    { database, keys: testKeys },
    {
      today,
      now: () => now,
      say: () => undefined,
      hospitals: [
        { ...demoHospitals[0], people: 300 },
        { ...demoHospitals[1], people: 10, guests: 1 },
      ],
    },
  );
  expect(loaded.ok).toBe(true);
  server = await testServer(database, { ahead });
  nurse = await server.signedInAs(site, 'nurse');
}, 240_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
});

const counted = (wholly: boolean, cut: CalendarDate = today, at = server.context.now()) =>
  recount(database.db, site, { knowledge, cut, at, wholly, log: server.app.log });

/** As if the last counting had been so many seconds later: what was loaded before it does not count as changed. */
async function later(seconds: number): Promise<void> {
  await database.asOwner((client) =>
    client.query(`update indicator_run set counted_at = now() + interval '${seconds} seconds'`),
  );
}

/** Everything a counting keeps, without rows of months that count nobody. */
async function kept(): Promise<unknown> {
  return database.in(site, async (tx) => {
    const rows = async (query: ReturnType<typeof sql>) => (await query.execute(tx.db)).rows;
    return {
      cases: await rows(
        sql`select fls_case_id, month, standings, amounts, kind, missing, wakes_on from indicator_case where site_id = ${site} order by 1`,
      ),
      months: await rows(sql`select * from indicator_month where site_id = ${site}
        and achieved + missed + not_recorded + too_early + outside + left_out <> 0 order by set_id, month, indicator_id`),
      paths: await rows(
        sql`select month, path, patients from indicator_path where site_id = ${site} and patients <> 0 order by 1, 2`,
      ),
      mix: await rows(
        sql`select * from indicator_mix where site_id = ${site} and patients <> 0 order by month, kind`,
      ),
    };
  });
}

/** What counting what changed kept, and what counting everything keeps right after it. */
async function both(
  cut = today,
): Promise<{ readonly changed: unknown; readonly all: unknown; readonly lookedAt: number }> {
  const { lookedAt, wholly } = await counted(false, cut);
  expect(wholly).toBe(false);
  const changed = await kept();
  await counted(true, cut);
  return { changed, all: await kept(), lookedAt };
}

describe('counting what changed', () => {
  const someCase = async (where: string): Promise<{ id: number; person: number }> => {
    const found = await database.asOwner((client) =>
      client.query<{ id: string; person: string }>(
        `select fls_case_id as id, person_id as person from fls_case
          where site_id = $1 and list not in ('to-review', 'snoozed', 'ended') and ${where} order by 1 limit 1`,
        [site],
      ),
    );
    return { id: Number(found.rows[0]?.id), person: Number(found.rows[0]?.person) };
  };

  test('nothing changed: nobody is looked at, and nothing changes', async () => {
    await counted(true);
    await later(3600);
    const before = await kept();
    const { lookedAt } = await counted(false);
    expect(lookedAt).toBe(0);
    expect(await kept()).toEqual(before);
  });

  test('answers, a death, a rejected case, a dose, a hip: the months are those of counting everything', async () => {
    await counted(true);
    // To the moment: what was loaded a second ago, on a quick machine, is no change.
    await later(600);
    const first = await someCase('true');
    const hip = await someCase("place_group = 'hip'");
    const rejected = await someCase(`fls_case_id <> ${first.id} and fls_case_id <> ${hip.id}`);
    const put = async (url: string, body: unknown): Promise<void> => {
      const answer = await server.ask('PUT', url, { as: nurse, body });
      expect([url, answer.statusCode, answer.body.slice(0, 300)]).toEqual([url, 200, expect.any(String)]);
    };
    const page = await server.ask('GET', `/api/cases/${first.id}/assessment`, { as: nurse });
    const version = (field: string): number =>
      page.json().fields.find((one: { field: string }) => one.field === field)?.version ?? 0;
    await put(`/api/cases/${first.id}/assessment/death`, { onVersion: version('death'), answer: today });
    await put(`/api/cases/${first.id}/assessment/smokes`, { onVersion: version('smokes'), answer: 'no' });
    const { kept: block } = (await server.ask('GET', `/api/cases/${hip.id}/hip-care`, { as: nurse })).json();
    await put(`/api/cases/${hip.id}/hip-care`, {
      onVersion: block?.version ?? 0,
      care: { ...emptyHipCare, arrivedOn: addDays(today, -30), operated: 'no', geriatrician: 'no' },
    });
    await database.in(site, async (tx) => {
      await sql`update fls_case set state = 'rejected', reason = 'no-fracture', changed_at = now()
        where site_id = ${site} and fls_case_id = ${rejected.id}`.execute(tx.db);
      await sql`insert into lab_result (site_id, person_id, local_code, name, sampled_on, value, status, source)
        values (${site}, ${first.person}, 'calcium', 'calcium', ${today}, 2.3, 'final', 'hl7v2')`.execute(
        tx.db,
      );
    });
    const { changed, all, lookedAt } = await both();
    expect(lookedAt).toBeGreaterThan(0);
    expect(lookedAt).toBeLessThan(60);
    expect(changed).toEqual(all);
  });

  test('a month later, nothing but time having passed, those whose clock ran out are counted', async () => {
    await later(3600);
    const before = await kept();
    const { changed, all, lookedAt } = await both(addDays(today, 31));
    expect(lookedAt).toBeGreaterThan(0);
    expect(changed).toEqual(all);
    expect(changed).not.toEqual(before);
  });
});

test('two who ask at once wait for one counting', async () => {
  const [first, second] = [counted(true), counted(true)];
  expect(second).toBe(first);
  await first;
});

test('a thread counts what is counted without one', async () => {
  const sets = shownSets(knowledge);
  const threads = startCountThreads(2);
  try {
    await database.in(site, async (tx) => {
      const panel = await panelOf(tx, { knowledge, cut: today });
      for (const [from, to] of [
        [1, 100],
        [101, 300],
      ] as const) {
        const question = { lines: await careLines(tx, { from, to }, panel), tests: panel.length, cut: today };
        const here = countPortion(question, sets);
        expect(here.size).toBeGreaterThan(5);
        expect(await threads.count(question)).toEqual(here);
      }
    });
  } finally {
    await threads.end();
  }
});
