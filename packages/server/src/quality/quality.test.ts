// Quality over HTTP with a loaded synthetic hospital: figures, patients behind them, what is missing, the registry's file, hospitals
// compared, a "what if".

import { addDays, knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, pastMidnight, type TestServer, testServer } from '../../test/test-server.ts';
import type { AssessmentPage } from '../assessment/assessment-page.ts';
import { type DemoHospital, demoHospitals } from '../demo/demo-hospitals.ts';
import { loadDemo } from '../demo/load-demo.ts';
import type { HospitalsCompared } from './hospitals-compared.ts';
import type { MissingData, MissingRow } from './missing-data.ts';
import type { PatientsBehind } from './patients-behind.ts';
import type { QualityFigures, ShownFigure } from './quality-figures.ts';
import type { Simulation } from './simulations.ts';

const ahead = pastMidnight();
const now = new Date(Date.now() + ahead);
const today = knownDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(now));
const hospitals: readonly [DemoHospital, DemoHospital] = [
  { ...demoHospitals[0], people: 400 },
  { ...demoHospitals[1], people: 150, guests: 4 },
];
const [first, second] = [hospitals[0].site, hospitals[1].site];

let database: TestDatabase;
let server: TestServer;
let lead: Person;
let otherLead: Person;
let nurse: Person;

beforeAll(async () => {
  database = await testDatabase();
  const loaded = await loadDemo(
    { database, keys: testKeys },
    { today, now: () => now, say: () => undefined, hospitals },
  );
  expect(loaded.ok).toBe(true);
  server = await testServer(database, { ahead });
  lead = await server.signedInAs(first, 'lead');
  nurse = await server.signedInAs(first, 'nurse');
  otherLead = await server.signedInAs(second, 'lead');
}, 240_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
});

async function get<T>(url: string, as = lead): Promise<T> {
  const answer = await server.ask('GET', url, { as });
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json() as T;
}

const figuresOf = (set: string, as = lead): Promise<QualityFigures> =>
  get<QualityFigures>(`/api/quality/figures?set=${set}`, as);

function named(figures: QualityFigures, id: string): ShownFigure {
  const found = figures.figures.find(({ indicator }) => indicator.id === id);
  if (found === undefined) throw new Error(`No figure ${id}`);
  return found;
}

describe('before anything was counted', () => {
  test('the dashboard says so instead of showing zeros', async () => {
    const figures = await figuresOf('iof-2020', otherLead);
    expect(figures.run).toBeNull();
    expect(figures.figures).toEqual([]);
  });
  test('a set that does not exist is not found', async () => {
    const answer = await server.ask('GET', '/api/quality/figures?set=nothing', { as: lead });
    expect(answer.statusCode).toBe(404);
  });
});

describe('a counted hospital', () => {
  beforeAll(async () => {
    for (const as of [lead, otherLead])
      expect((await server.ask('POST', '/api/quality/recount', { as })).statusCode).toBe(200);
  }, 120_000);

  test('shows eleven figures with n/N, and the day of counting', async () => {
    const figures = await figuresOf('iof-2020');
    expect(figures.figures).toHaveLength(11);
    expect(figures.run).toMatchObject({ cut: today, stale: false });
    expect(named(figures, 'iof.3').figure.ofAll.of).toBeGreaterThan(10);
    expect(figures.flow?.steps.map(({ step }) => step)).toEqual([
      'found',
      'assessed',
      'advised',
      'started',
      'one-year',
    ]);
  });

  test('counts assessed within 84 days as a plain query does', async () => {
    const { figure, months } = named(await figuresOf('iof-2020'), 'iof.3');
    const row = await database.asOwner((client) =>
      client.query<{ n: string }>(
        `select count(distinct c.fls_case_id) as n from fls_case c
           join fracture_episode e using (site_id, fracture_episode_id)
           join person p on p.site_id = c.site_id and p.person_id = c.person_id
           join assessment a on a.site_id = c.site_id and a.fls_case_id = c.fls_case_id
          where c.site_id = $1 and c.list not in ('to-review', 'snoozed') and c.state <> 'rejected'
            and date_trunc('month', c.opened_on) between $2 and $3
            and a.outcome in ('done', 'partly-done')
            and a.assessed_on - coalesce(c.fracture_on, c.opened_on) between 0 and 84
            and p.birth_date + interval '50 years' <= coalesce(c.fracture_on, c.opened_on)
            and e.mechanism <> 'high-energy' and e.fracture_site not in ('skull-face', 'finger', 'toe')
            and coalesce(c.fracture_on, c.opened_on) + 84 <= $4
            and not exists (select 1 from fls_case o where o.site_id = c.site_id and o.person_id = c.person_id
              and o.fls_case_id <> c.fls_case_id
              and coalesce(o.fracture_on, o.opened_on) = coalesce(c.fracture_on, c.opened_on))`,
        [first, months.from, months.to, today],
      ),
    );
    // Two fractures of one day are one case for us and none for this query; everything else is the same.
    const counted = Number(row.rows[0]?.n);
    expect(figure.tally.achieved).toBeGreaterThanOrEqual(counted);
    expect(figure.tally.achieved - counted).toBeLessThanOrEqual(3);
    expect(counted).toBeGreaterThan(5);
  });

  test('opens exactly the patients that a figure counts, each with a reason', async () => {
    const { figure, months } = named(await figuresOf('iof-2020'), 'iof.7');
    const url = `/api/quality/patients?indicator=iof.7&from=${months.from}&to=${months.to}`;
    for (const standing of ['achieved', 'missed', 'not-recorded'] as const) {
      const behind = await get<PatientsBehind>(`${url}&standing=${standing}`);
      expect([standing, behind.total]).toEqual([standing, figure.tally[standing]]);
      expect(behind.rows.every((row) => row.standing === standing && !row.changed)).toBe(true);
      expect(behind.rows.every(({ reason }) => reason.kind !== undefined)).toBe(true);
    }
  });

  test('says where on the path patients are lost, and opens exactly those', async () => {
    const { flow } = await figuresOf('iof-2020');
    const steps = flow?.steps ?? [];
    for (const [place, { indicator, count, lost, joined }] of steps.entries()) {
      const before = steps[place - 1];
      if (before === undefined || indicator === null) continue;
      expect(before.count - lost + joined).toBe(count);
      const given = before.indicator === null ? '' : `&reached=${before.indicator}`;
      const behind = await get<PatientsBehind>(
        `/api/quality/patients?indicator=${indicator}&standing=missed,not-recorded,outside,too-early${given}&from=${flow?.months.from}&to=${flow?.months.to}`,
      );
      expect([indicator, behind.total]).toEqual([indicator, lost]);
      expect(behind.rows).toHaveLength(Math.min(50, lost));
    }
    expect(steps.reduce((sum, { lost }) => sum + lost, 0)).toBeGreaterThan(10);
    const unknown = await server.ask(
      'GET',
      '/api/quality/patients?indicator=iof.6&reached=iof.99&from=2025-01-01&to=2025-12-01',
      { as: lead },
    );
    expect(unknown.statusCode).toBe(404);
  });

  test('pages through all patients of a figure without losing or repeating one', async () => {
    const { months } = named(await figuresOf('iof-2020'), 'iof.3');
    const url = `/api/quality/patients?indicator=iof.3&from=2020-01-01&to=${months.to}`;
    const seen: number[] = [];
    let after: PatientsBehind['next'] = null;
    let total = 0;
    do {
      const from: string = after === null ? '' : `&after=${after.month}.${after.case}`;
      const page: PatientsBehind = await get<PatientsBehind>(url + from);
      seen.push(...page.rows.map((row) => row.case));
      ({ total, next: after } = page);
    } while (after !== null);
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
    expect(total).toBeGreaterThan(50);
  });

  test('lists what nobody wrote down, and what it is', async () => {
    const missing = await get<MissingData>('/api/quality/missing', nurse);
    expect(missing.total).toBeGreaterThan(0);
    expect(missing.rows.every((row) => row.missing.length > 0)).toBe(true);
    expect(missing.counts.map(({ number }) => number)).toEqual(['3', '4', '5', '6', '7', '8', '9', '10']);
  });

  test('leaves out what a nurse filled in: marked at once, gone when it was counted again', async () => {
    const asked = '/api/quality/missing?indicator=iof.5';
    const isOf = ({ missing }: MissingRow): boolean =>
      missing.some(({ what }) => what === 'falls-assessment');
    const before = await get<MissingData>(asked, nurse);
    const row = before.rows.find((each) => isOf(each) && !each.ended && each.fractureOn !== null);
    if (row?.fractureOn == null) throw new Error('Nobody lacks a falls assessment');
    const { fields } = await get<AssessmentPage>(`/api/cases/${row.case}/assessment`, nurse);
    const filled = await server.ask('PUT', `/api/cases/${row.case}/assessment/falls-assessed`, {
      as: nurse,
      body: {
        onVersion: fields.find(({ field }) => field === 'falls-assessed')?.version,
        answer: { outcome: 'done', on: addDays(row.fractureOn, 20), reason: null },
      },
    });
    expect(filled.statusCode).toBe(200);
    const marked = (await get<MissingData>(asked, nurse)).rows.find((each) => each.case === row.case);
    expect([marked?.filled, marked !== undefined && isOf(marked)]).toEqual([true, false]);
    expect((await server.ask('POST', '/api/quality/recount', { as: nurse })).statusCode).toBe(200);
    const after = await get<MissingData>(asked, nurse);
    expect([after.total, after.rows.some((each) => each.case === row.case)]).toEqual([
      before.total - 1,
      false,
    ]);
  });

  test('has sets that are never mixed', async () => {
    for (const { id } of (await figuresOf('iof-2020')).sets) {
      const figures = await figuresOf(id);
      expect(figures.set.id).toBe(id);
      expect(figures.figures.length).toBeGreaterThan(5);
    }
    const standards = (await figuresOf('best-practice-2013')).standards;
    expect(standards).toHaveLength(13);
    expect(standards[0]).toMatchObject({ level: null, next: 'bronze' });
  });

  test('needs what the hospital expects before it says how many it found', async () => {
    expect(named(await figuresOf('flsdb-2023'), 'flsdb.2').needsCaseload).toBe(true);
    const body = {
      patientsPerYear: 100,
      spinePercent: 20,
      shareFigures: false,
      organisation: { identified: 'yes' },
    };
    expect((await server.ask('PUT', '/api/quality/choices', { as: nurse, body })).statusCode).toBe(403);
    expect((await server.ask('PUT', '/api/quality/choices', { as: lead, body })).statusCode).toBe(204);
    const found = named(await figuresOf('flsdb-2023'), 'flsdb.2');
    expect(found.figure.ofAll.of).toBe(100);
    expect(found.needsCaseload).toBe(false);
    expect((await figuresOf('best-practice-2013')).standards[0]?.level).toBe('bronze');
  });

  test('gives the registry a file that is read back, and that names nobody', async () => {
    for (const layout of ['iof-12', 'fls-db']) {
      const url = `/api/quality/registry?layout=${layout}&from=2020-01-01&to=${today}`;
      const answer = await server.ask('GET', url, { as: lead });
      expect(answer.statusCode).toBe(200);
      const names = await database.asOwner((client) =>
        client.query<{ name: string }>('select family_name as name from person where site_id = $1', [first]),
      );
      expect(names.rows.filter(({ name }) => answer.body.includes(name))).toEqual([]);
      expect(answer.body.split('\n').length).toBeGreaterThan(50);
      const checked = await server.ask('POST', `/api/quality/registry/check?layout=${layout}`, {
        as: lead,
        body: answer.body,
        headers: { 'content-type': 'text/csv' },
      });
      expect(checked.json()).toMatchObject({ problems: [] });
      expect(checked.json().rows).toBeGreaterThan(50);
    }
    expect((await server.ask('GET', '/api/quality/registry', { as: nurse })).statusCode).toBe(403);
  });

  test('sees another hospital only when that one shows its figures', async () => {
    const url = '/api/quality/compared?indicator=iof.3';
    expect((await get<HospitalsCompared>(url)).hospitals.map(({ own }) => own)).toEqual([true]);
    const body = { patientsPerYear: null, spinePercent: null, shareFigures: true, organisation: {} };
    await server.ask('PUT', '/api/quality/choices', { as: otherLead, body });
    const { hospitals: both, limits } = await get<HospitalsCompared>(url);
    expect(both.filter(({ own }) => own)).toHaveLength(1);
    expect(both).toHaveLength(2);
    expect(limits.length).toBeGreaterThan(10);
  });

  test('answers a "what if", with progress, interval and checks', { timeout: 120_000 }, async () => {
    const start = await get<{ patients: number; now: Record<string, number | null> }>(
      '/api/quality/what-if-start',
    );
    expect(start.patients).toBeGreaterThan(5);
    // Who starts is counted apart for those who were spoken to and those who were not, of whom it is known.
    const { months } = named(await figuresOf('iof-2020'), 'iof.8');
    const starting = async (given: 'reached' | 'unreached'): Promise<number | null> => {
      const url = `/api/quality/patients?indicator=iof.8&${given}=iof.7&from=${months.from}&to=${months.to}&standing=`;
      const { total: started } = await get<PatientsBehind>(`${url}achieved`);
      const { total: known } = await get<PatientsBehind>(`${url}achieved,missed`);
      return known < 10 ? null : started / known;
    };
    expect([start.now['startedWithContact'], start.now['startedWithout']]).toEqual([
      await starting('reached'),
      await starting('unreached'),
    ]);
    const share = { assessed: 0.8, scanned: 0.8, recommended: 0.5, startedWithContact: 0.8 };
    const rest = { startedWithout: 0.5, scansPerMonth: null, nurseHoursPerMonth: null };
    const before = { ...share, ...rest, found: 0.4, contacted: 0.2 };
    const body = {
      name: 'Twee verpleegkundigen',
      patientsPerYear: 1000,
      now: before,
      plan: { ...before, found: 0.8, contacted: 0.8 },
      costs: { 'nurse-hour-cost': 55 },
    };
    const asked = await server.ask('POST', '/api/quality/simulations', { as: lead, body });
    expect(asked.statusCode).toBe(201);
    const url = `/api/quality/simulations/${asked.json().id}`;
    let found = await get<Simulation>(url);
    await expect
      .poll(
        async () => {
          found = await get<Simulation>(url);
          return found.progress;
        },
        { timeout: 100_000, interval: 300 },
      )
      .toBe(100);
    expect(found.result?.horizons.map(({ years }) => years)).toEqual([1, 5, 10]);
    expect(found.result?.horizons[2]?.difference.fractures.high).toBeLessThan(0);
    expect(found.result?.checks.length).toBeGreaterThan(10);
    const theirs = await server.ask('GET', url, { as: otherLead });
    expect(theirs.statusCode).toBe(404);
  });
});
