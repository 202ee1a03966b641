import { loadKnowledge } from '@breekpunt/knowledge';
import { leastShown } from '@breekpunt/quality';
import type { MeasureReport, Resource } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { r4Problems } from '../../test/r4-problems.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { shownSets } from '../quality/shown-sets.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
const sets = shownSets(loadKnowledge());
const indicator = sets
  .find(({ id }) => id === 'iof-2020')
  ?.indicators.find(({ counts }) => counts === 'share');

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  await database.in('gent', async (tx) => {
    await sql`insert into indicator_run (site_id, cut_on, knowledge_version, cases, waiting)
      values ('gent', '2026-11-21', 'test', 40, 2)`.execute(tx.db);
    await sql`insert into indicator_month (site_id, set_id, month, indicator_id, achieved, missed, not_recorded, too_early, outside, left_out)
      values ('gent', 'iof-2020', '2026-01-01', ${indicator?.id ?? ''}, 12, 5, 3, 1, 2, 4),
             ('gent', 'iof-2020', '2026-02-01', ${indicator?.id ?? ''}, 3, 2, ${leastShown - 6}, 0, 0, 0)`.execute(
      tx.db,
    );
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function found(path: string): Promise<Resource[]> {
  const answer = await server.ask('GET', `/fhir/${path}`, { as: nurse });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return (answer.json().entry ?? []).map(({ resource }: { resource: Resource }) => resource);
}

test('every set of indicators is a sound Measure that reads by its id', async () => {
  const measures = await found('Measure');
  expect(measures.map(({ id }) => id)).toEqual(sets.map(({ id }) => id));
  for (const measure of measures) expect([measure.id, r4Problems(measure)]).toEqual([measure.id, []]);
  expect((await server.ask('GET', '/fhir/Measure/iof-2020', { as: nurse })).statusCode).toBe(200);
});

test('a month is a sound MeasureReport whose score counts what is not recorded as not achieved', async () => {
  const [report] = (await found('MeasureReport?measure=iof-2020&period=2026-01')) as MeasureReport[];
  expect(r4Problems(report)).toEqual([]);
  expect(report).toMatchObject({
    id: 'iof-2020.2026-01',
    period: { start: '2026-01-01', end: '2026-01-31' },
  });
  const [group] = report?.group ?? [];
  expect(group?.population?.map(({ count }) => count)).toEqual([20, 12, 7]);
  expect(group?.measureScore?.value).toBe(0.6);
});

test('of fewer patients than are shown no count leaves', async () => {
  const [report] = (await found('MeasureReport?period=2026-02')) as MeasureReport[];
  expect(r4Problems(report)).toEqual([]);
  expect(report?.group?.[0]?.population).toBeUndefined();
  expect(report?.group?.[0]?.extension).toEqual([
    { url: 'urn:breekpunt:too-few-to-show', valueBoolean: true },
  ]);
});
