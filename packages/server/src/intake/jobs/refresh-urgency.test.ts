import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase, today } from '../../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { prepareCaseFinding } from '../reports/case-finding.ts';
import { refreshUrgency } from './refresh-urgency.ts';

let database: TestDatabase;
const finding = prepareCaseFinding();
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
});
afterAll(() => database.close());

const ranks = (): Promise<{ site_id: string; urgency: number; version: number }[]> =>
  database.asOwner(
    async (owner) =>
      (await owner.query('select site_id, urgency, version from fls_case order by site_id, fls_case_id'))
        .rows,
  );

test('a year later the open cases of a hospital rank lower, without their versions counting up', async () => {
  for (const site of ['gent', 'luik'])
    await database.in(site, (tx) => foundCase(tx, { text: 'Recente heupfractuur links na val.' }));
  expect(await refreshUrgency(database.db, finding, 'gent', today)).toBe(0);
  const before = await ranks();
  expect(await refreshUrgency(database.db, finding, 'gent', addDays(today, 400))).toBe(1);
  const [gent, luik] = await ranks();
  expect(gent?.urgency).toBeLessThan(before[0]?.urgency ?? 0);
  expect(gent?.version).toBe(before[0]?.version);
  expect(luik).toEqual(before[1]);
  expect(await refreshUrgency(database.db, finding, 'gent', addDays(today, 400))).toBe(0);
});
