// What the program counts of randomised hospitals in a real database, against the same figures worked out apart, in SQL, from the rows of
// the record: reading, putting together, judging and adding up all stand in between.

import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figuresInSql, type SqlFigure } from '../../test/figures-in-sql.ts';
import { fillRandomly } from '../../test/random-hospital.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestServer, testServer } from '../../test/test-server.ts';
import { panelOf } from './panel-of.ts';
import { recount } from './recount.ts';
import { indicatorIds, shownSets } from './shown-sets.ts';

const knowledge = loadKnowledge();
const hospitals = { gent: 0.31, luik: 0.62, brugge: 0.93 } as const;
const cut = knownDate('2026-05-15');

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase(...Object.keys(hospitals));
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function counted(site: string): Promise<ReadonlyMap<string, SqlFigure>> {
  const at = new Date('2026-05-15T08:00:00Z');
  await recount(database.db, site, { knowledge, cut, at, wholly: true, log: server.app.log });
  const rows = await database.in(
    site,
    async ({ db }) =>
      (
        await sql<{ id: string } & SqlFigure>`
          select indicator_id as id, sum(achieved) as achieved, sum(missed) as missed, sum(not_recorded) as unknown
            from indicator_month where site_id = ${site} group by 1`.execute(db)
      ).rows,
  );
  return new Map(
    rows.map(({ id, achieved, missed, unknown }) => [
      id,
      { achieved: Number(achieved), missed: Number(missed), unknown: Number(unknown) },
    ]),
  );
}

/** Counted otherwise: fields, and what people judged. */
const apart = ['iof.11', 'flsdb.1', 'own.precision', 'own.recall'];
const compared = indicatorIds(shownSets(knowledge)).filter((id) => !apart.includes(id));

test.each(Object.entries(hospitals))(
  'every figure of the random hospital %s is what SQL over its record gives',
  async (site, seed) => {
    const panel = await database.in(site, (tx) => panelOf(tx, { knowledge, cut }));
    const inSql = await database.asOwner(async (owner) => {
      await fillRandomly(owner, { site, seed, cases: 800, panel });
      return figuresInSql(owner, { site, cut, panel });
    });
    const ours = await counted(site);
    const none = { achieved: 0, missed: 0, unknown: 0 };
    expect(Object.fromEntries(compared.map((id) => [id, ours.get(id) ?? none]))).toEqual(
      Object.fromEntries(compared.map((id) => [id, inSql.get(id)])),
    );
    // The hospital is rich enough to tell.
    const poor = compared.filter((id) => {
      const { achieved = 0, missed = 0 } = ours.get(id) ?? {};
      return achieved + missed < 10;
    });
    expect(poor).toEqual([]);
  },
);
