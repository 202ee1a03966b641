import { addDays, type CalendarDate } from '@breekpunt/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, assessmentOf } from '../../test/case-over-http.ts';
import { foundCase } from '../../test/found-case.ts';
import type { Person } from '../../test/test-server.ts';
import { type TwoCountries, twoCountries } from '../../test/two-countries.ts';
import type { AssessmentPage } from './assessment-page.ts';

let here: TwoCountries;
let database: TwoCountries['database'];
let server: TwoCountries['server'];
let nurse: Person;
let dutch: Person;
let today: CalendarDate;
beforeAll(async () => {
  here = await twoCountries();
  ({ database, server, nurse, dutch, today } = here);
});
afterAll(() => here.close());

const hip = 'RX heup links: recente collumfractuur links na val van stahoogte.';

async function pageWith(
  answers: Readonly<Record<string, unknown>>,
  site: 'gent' | 'venlo' = 'gent',
): Promise<AssessmentPage> {
  const { id } = await database.in(site, (tx) =>
    foundCase(tx, { text: hip, birthDate: '1950-05-05', reportedOn: addDays(today, -9) }),
  );
  const as = site === 'gent' ? nurse : dutch;
  await answerAll(server, as, id, answers);
  return assessmentOf(server, as, id);
}

test('an angle where the two editions of Pauwels part is named by both', async () => {
  const { derived } = await pageWith({ 'pauwels-angle': 50, 'lateral-wall': 20.4 });
  expect(derived.hip.pauwels).toHaveLength(2);
  expect(new Set(derived.hip.pauwels.map((each) => JSON.stringify(each))).size).toBe(2);
  expect(derived.hip.trochanteric).not.toBeNull();
});

test('nothing measured says nothing', async () => {
  const { derived } = await pageWith({});
  expect(derived.hip).toEqual({ pauwels: [], trochanteric: null, kerboul: null, collapse: null });
  expect(derived.density).toMatchObject({ class: null, recomputed: null, changes: [] });
});

test('a Belgian is told of the right to a bone density measurement, a Dutchman not', async () => {
  expect((await pageWith({})).derived.density.right).toMatchObject({ outcome: 'cannot-tell' });
  expect((await pageWith({}, 'venlo')).derived.density.right).toBeNull();
});

test('the density that decides is named with its site', async () => {
  const { derived } = await pageWith({
    dxa: { on: addDays(today, -5), maker: 'hologic', scores: { 'total-hip': -2, 'femoral-neck': -2.6 } },
  });
  expect(derived.density.class?.lowest?.measurement?.site).toBe('femoral-neck');
});

test('beside every decision stands who pays, with the rule that says so', async () => {
  for (const site of ['gent', 'venlo'] as const) {
    const { decisions } = await pageWith({ 'necrosis-suspected': true }, site);
    for (const { topic, payments } of decisions) {
      expect(payments, topic).not.toHaveLength(0);
      for (const { reasons } of payments) expect(reasons, topic).not.toHaveLength(0);
    }
  }
});

test('the Parker score counts what somebody could do before the fracture, and stands beside OSTA', async () => {
  const { risks } = await pageWith({
    'walks-indoors': 'no-difficulty',
    'walks-outdoors': 'no-difficulty',
    'goes-shopping': 'no-difficulty',
  });
  expect(risks.map(({ model }) => model)).toEqual(expect.arrayContaining(['parker-mobility-score', 'osta']));
});

test('a course of glucocorticoids is added up, and says that it was', async () => {
  const page = await pageWith({
    'necrosis-suspected': true,
    'necrosis-stage': { system: 'arco-2019', stage: 'II' },
    glucocorticoids: { mgPerDay: 40, months: 3 },
  });
  const necrosis = page.decisions.find(({ topic }) => topic === 'necrosis');
  expect(necrosis?.topic === 'necrosis' && necrosis.result?.steroids).toMatchObject({ from: 'worked-out' });
});
