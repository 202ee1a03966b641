// A database that an earlier version filled is brought up to date and works: nothing is lost, every page opens, the access log
// is whole, FHIR tells the same patients, and work goes on. The rows are of two synthetic hospitals, as that version wrote
// them (samples/earlier-version); migrations that landed are never changed, so its tables are made by ours.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../src/audit/verify-audit.ts';
import { bringUpToDate } from '../src/database/bring-up-to-date.ts';
import { migrate, readMigrations } from '../src/database/migrate.ts';
import { embeddedAccess, withClient } from '../src/database/prepare-embedded.ts';
import { servedTypes } from '../src/fhir/served-types.ts';
import { allRoutes } from '../src/http/all-routes.ts';
import { r4Problems } from './r4-problems.ts';
import { databaseOn, newDatabase, type TestDatabase, testKeys } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

/** The last one that the earlier version knew. */
const lastKnown = '0101-acute-hip-care.sql';
const rows = gunzipSync(
  readFileSync(join(import.meta.dirname, 'samples/earlier-version/rows.sql.gz')),
).toString();
const site = 'sint-synthetica';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let counted: ReadonlyMap<string, number>;

beforeAll(async () => {
  const name = await newDatabase();
  counted = await withClient(embeddedAccess(inject('postgres').owner, name), async (owner) => {
    const earlier = readMigrations().filter((migration) => migration.name <= lastKnown);
    await migrate(owner, earlier);
    // Rows refer to each other in circles: as a restore does it.
    await owner.query(
      `set session_replication_role = replica; ${rows}; set session_replication_role = origin`,
    );
    const before = await rowsOf(owner);
    expect(await bringUpToDate(owner)).toHaveLength(readMigrations().length - earlier.length);
    return before;
  });
  database = databaseOn(name);
  server = await testServer(database);
  nurse = await server.signedInAs(site, 'nurse');
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

/** How many rows each table holds. */
async function rowsOf(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition",
  );
  const found = new Map<string, number>();
  for (const { name } of tables.rows) {
    const { rows: row } = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    found.set(name, row[0]?.n ?? 0);
  }
  return found;
}

const casesOf = async (): Promise<readonly number[]> => {
  const { rows: found } = await database.asOwner((owner) =>
    owner.query<{ id: string }>('select fls_case_id as id from fls_case where site_id = $1 order by 1', [
      site,
    ]),
  );
  return found.map(({ id }) => Number(id));
};

describe('a database of an earlier version', () => {
  test('holds every row that it held', async () => {
    const now = await database.asOwner(rowsOf);
    // Who signed in for this test, and what the migrations themselves note.
    const grown = ['app_user', 'session', 'schema_migration'];
    for (const [table, count] of counted)
      if (grown.includes(table)) expect(now.get(table), table).toBeGreaterThan(count);
      else expect([table, now.get(table)]).toEqual([table, count]);
    expect([...counted.values()].filter((count) => count > 0).length).toBeGreaterThan(30);
  });

  test('has an access log that is whole, and is continued', async () => {
    const whole = () => database.in(site, (tx) => verifyAudit(tx, testKeys));
    const before = await whole();
    expect(before).toMatchObject({ whole: true, events: expect.any(Number) });
    await server.ask('GET', `/api/cases/${(await casesOf())[0]}`, { as: nurse });
    const after = await whole();
    if (!before.whole || !after.whole) throw new Error('The log is not whole');
    expect(after.events).toBe(before.events + 1);
  });

  test('opens every page of every case', async () => {
    const pages = allRoutes.filter(
      (route) =>
        route.kind === 'site' &&
        route.method === 'GET' &&
        route.roles.includes('nurse') &&
        /^\/api\/[^:]*:case(\/[^:/]*)?$/.test(route.url),
    );
    expect(pages.length).toBeGreaterThan(4);
    const cases = await casesOf();
    expect(cases.length).toBeGreaterThan(10);
    const opened = new Map<string, number>();
    for (const id of cases)
      for (const { url } of pages) {
        const { statusCode } = await server.ask('GET', url.replace(':case', String(id)), { as: nurse });
        expect(statusCode, url).toBeLessThan(500);
        if (statusCode === 200) opened.set(url, (opened.get(url) ?? 0) + 1);
      }
    expect(pages.map(({ url }) => url).filter((url) => !opened.has(url))).toEqual([]);
    expect(opened.get('/api/cases/:case/assessment')).toBe(cases.length);
  });

  test('goes out by FHIR as sound resources, with their earlier versions', async () => {
    const problems: string[] = [];
    for (const { type } of servedTypes) {
      if (type === 'AuditEvent') continue;
      for (const path of [`${type}?_count=200`, `${type}/_history?_count=200`]) {
        const answer = await server.ask('GET', `/fhir/${path}`, { as: nurse });
        expect([path, answer.statusCode]).toEqual([path, 200]);
        problems.push(...r4Problems(answer.json()).map((problem) => `${path}: ${problem}`));
      }
    }
    expect(problems).toEqual([]);
  });

  test('is worked on where it was left: a kept answer is changed on its version, a decision stays as it was signed', async () => {
    const { rows: kept } = await database.asOwner((owner) =>
      owner.query<{ id: string }>(
        "select distinct fls_case_id as id from assessment_entry where field = 'weight' order by 1",
      ),
    );
    expect(kept.length).toBeGreaterThan(1);
    const id = Number(kept[0]?.id);
    const url = `/api/cases/${id}/assessment`;
    const page = (await server.ask('GET', url, { as: nurse })).json();
    const weight = page.fields.find(({ field }: { field: string }) => field === 'weight');
    expect(weight).toMatchObject({ answer: 61.5, from: { source: 'manual' } });
    expect(page.signed[0]).toMatchObject({
      choice: 'declined',
      overrideReason: 'Wil eerst nadenken.',
      replaced: false,
    });
    const put = (onVersion: number) =>
      server.ask('PUT', `${url}/weight`, { as: nurse, body: { onVersion, answer: 60 } });
    expect((await put(weight.version - 1)).statusCode).toBe(409);
    expect((await put(weight.version)).statusCode).toBe(200);
  });
});
