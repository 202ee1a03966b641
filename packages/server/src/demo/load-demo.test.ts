import { addDays, knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { personByIdentifier } from '../records/person-identifier.ts';
import { type DemoHospital, demoHospitals } from './demo-hospitals.ts';
import { type DemoOptions, loadDemo } from './load-demo.ts';

const today = knownDate('2026-11-21');
const now = new Date('2026-11-21T08:00:00Z');
const small: readonly [DemoHospital, DemoHospital] = [
  { ...demoHospitals[0], people: 140 },
  { ...demoHospitals[1], people: 20, guests: 4 },
];
const [first, second] = [small[0].site, small[1].site];

function load(database: TestDatabase, change: Partial<DemoOptions> = {}): ReturnType<typeof loadDemo> {
  const options = { today, now: () => now, say: () => undefined, hospitals: small, ...change };
  return loadDemo({ database, keys: testKeys }, options);
}

interface Counts {
  readonly [what: string]: number;
}

async function numbersIn(
  database: TestDatabase,
  site: string,
  queries: Readonly<Record<string, string>>,
): Promise<Counts> {
  return database.asApp(async (client) => {
    await client.query('begin');
    await client.query("select set_config('breekpunt.site', $1, true)", [site]);
    const counts: Record<string, number> = {};
    for (const [what, query] of Object.entries(queries))
      counts[what] = Number((await client.query(query)).rows[0]?.count);
    await client.query('rollback');
    return counts;
  });
}

const tables = [
  'person',
  'person_identifier',
  'report',
  'finding',
  'fracture_episode',
  'fls_case',
  'verdict',
  'task',
  'assessment',
  'dxa_scan',
  'vertebra_reading',
  'lab_result',
  'falls_assessment',
  'decision',
  'contact',
  'injection',
  'letter',
  'app_user',
  'hospital_service',
  'guide_facts',
  'appointment',
];

function rowsOf(database: TestDatabase, site: string): Promise<Counts> {
  const queries = tables.map((table) => [table, `select count(*) as count from ${table}`] as const);
  return numbersIn(database, site, Object.fromEntries(queries));
}

let database: TestDatabase;
let loaded: Counts;
beforeAll(async () => {
  database = await testDatabase();
  expect(await load(database)).toEqual({ ok: true, value: undefined });
  loaded = await rowsOf(database, first);
}, 180_000);
afterAll(() => database.close());

describe('a loaded hospital', () => {
  test('has its people, two numbers for each, reports of nearly all, and records of every kind', () => {
    expect(loaded['person']).toBe(140);
    expect(loaded['person_identifier']).toBe(280);
    expect(loaded['report']).toBeGreaterThan(220);
    expect(loaded['fls_case']).toBeGreaterThan(30);
    expect(Object.entries(loaded).filter(([, count]) => count === 0)).toEqual([]);
  });

  test('says that it is synthetic, and has somebody for every role', async () => {
    const people = await database.in(first, (tx) => tx.db.selectFrom('app_user').select('role').execute());
    const site = await database.in(first, (tx) =>
      tx.db.selectFrom('site').select('synthetic').executeTakeFirstOrThrow(),
    );
    expect(site.synthetic).toBe(true);
    expect(new Set(people.map(({ role }) => role))).toEqual(
      new Set(['nurse', 'physician', 'lead', 'it', 'auditor']),
    );
  });

  test('has cases that wait, are worked on, were rejected and were closed', async () => {
    const rows = await database.in(first, (tx) =>
      tx.db.selectFrom('fls_case').select(['state', 'stage', 'owner_id', 'reason']).execute(),
    );
    const states = new Set(rows.map(({ state }) => state));
    expect([...states].toSorted()).toEqual(expect.arrayContaining(['closed', 'open', 'rejected']));
    expect(new Set(rows.map(({ stage }) => stage)).size).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ state, owner_id: owner }) => state === 'open' && owner === null)).toEqual([]);
  });

  test('hangs together: what was done was done in a case of that person, in the order of care', async () => {
    const wrong = await numbersIn(database, first, {
      'assessed before the case was opened': `select count(*) as count from assessment a join fls_case c
        using (site_id, fls_case_id) where a.assessed_on < c.opened_on`,
      'of another person': `select count(*) as count from assessment a join fls_case c using (site_id, fls_case_id)
        where a.person_id <> c.person_id`,
      'decided without an assessment': `select count(*) as count from decision d where not exists
        (select 1 from assessment a where a.fls_case_id = d.fls_case_id and a.outcome = 'done')`,
      'cared for without being confirmed': `select count(*) as count from assessment a where not exists
        (select 1 from verdict v where v.fls_case_id = a.fls_case_id and v.verdict = 'confirmed')`,
      'ended without a reason or a moment': `select count(*) as count from fls_case
        where state in ('closed', 'rejected') and (reason is null or closed_at is null)`,
      'opened today or later': `select count(*) as count from fls_case where opened_on >= '2026-11-21'`,
      'scanned without its report': `select count(*) as count from dxa_scan s where status = 'done' and not exists
        (select 1 from report r where r.report_id = s.report_id and r.kind = 'dxa' and r.reported_on = s.scanned_on)`,
      'an appointment for nothing': `select count(*) as count from appointment a where not exists
        (select 1 from dxa_scan s where s.person_id = a.person_id and s.planned_on = a.starts_at::date)`,
      'an appointment at night, in the past or on a Sunday': `select count(*) as count from appointment
        where starts_at < '2026-11-21' or extract(hour from starts_at) not between 7 and 17 or extract(dow from starts_at) = 0`,
      'seen after death': `select count(*) as count from person p join report r using (site_id, person_id)
        where r.reported_on >= p.death_date`,
    });
    expect(Object.entries(wrong).filter(([, count]) => count > 0)).toEqual([]);
  });

  test('finds most fractures that were read: more cases are confirmed than rejected as no fracture', async () => {
    const { confirmed = 0, mistaken = 0 } = await numbersIn(database, first, {
      confirmed: "select count(*) as count from verdict where verdict = 'confirmed'",
      mistaken: "select count(*) as count from verdict where reason = 'no-fracture'",
    });
    expect(confirmed).toBeGreaterThan(4 * mistaken);
  });
});

describe('two hospitals', () => {
  test('share a few people by their national number, and neither sees the record of the other', async () => {
    const numbers = await database.in(second, (tx) =>
      tx.db.selectFrom('person').select(['person_id', 'family_name', 'birth_date']).execute(),
    );
    const known = await database.in(first, (tx) =>
      tx.db.selectFrom('person').select(['person_id', 'family_name', 'birth_date']).execute(),
    );
    const shared = numbers.filter((one) =>
      known.some((other) => other.family_name === one.family_name && other.birth_date === one.birth_date),
    );
    expect(numbers.length).toBe(20);
    expect(shared.length).toBeGreaterThanOrEqual(4);
    const ids = new Set(known.map(({ person_id: id }) => id));
    expect(shared.filter(({ person_id: id }) => ids.has(id))).toEqual([]);
  });
});

test('loading once more, also on the next day, changes nothing', async () => {
  const lines: string[] = [];
  await load(database, { today: addDays(today, 1), say: (line) => lines.push(line) });
  expect(await rowsOf(database, first)).toEqual(loaded);
  expect(lines).toEqual([]);
});

test('a loading that broke off is finished at the next start, without anything twice', async () => {
  const other = await testDatabase();
  const broken = load(other, {
    now: () => {
      throw new Error('the power failed');
    },
  });
  await expect(broken).rejects.toThrow('the power failed');
  expect(await load(other, { today: addDays(today, 3) })).toEqual({ ok: true, value: undefined });
  expect(await rowsOf(other, first)).toEqual(loaded);
  await other.close();
}, 180_000);

test('beside a hospital of real patients nothing is loaded', async () => {
  const real = await testDatabase('gent');
  const refused = await load(real);
  expect(refused.ok).toBe(false);
  expect(await rowsOf(real, first)).toMatchObject({ person: 0, app_user: 0 });
  await real.close();
});

test('a person is found by the number that the synthetic hospital gave', async () => {
  const number = { system: 'local', assigner: 'synthetic', value: 'SYN-00001' } as const;
  expect(await database.in(first, (tx) => personByIdentifier(tx, testKeys, number))).not.toBeNull();
});
