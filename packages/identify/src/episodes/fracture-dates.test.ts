import { expect, test } from 'vitest';
import { rulesForTests, statement } from './evidence-fixture.ts';
import { fractureDates, intersection } from './fracture-dates.ts';

test.each([
  ['acute: the six weeks before the report', { time: 'acute' }, '2026-10-10', '2026-11-21', 'called-acute'],
  [
    'subacute: six weeks to a year before',
    { time: 'subacute' },
    '2025-11-21',
    '2026-10-10',
    'called-subacute',
  ],
  ['old: more than a year before', { time: 'old' }, null, '2025-11-21', 'called-old'],
  ['no age: any day until the report', {}, null, '2026-11-21', 'first-seen'],
  [
    'later care: any day until then, however recent it sounds',
    { aftercare: true, time: 'acute' },
    null,
    '2026-11-21',
    'first-seen',
  ],
  [
    'a stated year is that year, whatever the word beside it',
    { time: 'old', year: 2016 },
    '2016-01-01',
    '2016-12-31',
    'stated-year',
  ],
  ['the year of the report ends with the report', { year: 2026 }, '2026-01-01', '2026-11-21', 'stated-year'],
  [
    'a year in the future is no year',
    { time: 'acute', year: 2027 },
    '2026-10-10',
    '2026-11-21',
    'called-acute',
  ],
  [
    'a stated day is that day',
    { time: 'acute', onset: '2026-11-02' },
    '2026-11-02',
    '2026-11-02',
    'stated-day',
  ],
] as const)('%s', (_, says, earliest, latest, basis) => {
  expect(fractureDates(statement('a', '2026-11-21', 'rib', says), rulesForTests)).toEqual({
    earliest,
    latest,
    basis,
  });
});

test('a year before 29 February is 28 February', () => {
  expect(fractureDates(statement('a', '2028-02-29', 'rib', { time: 'old' }), rulesForTests).latest).toBe(
    '2027-02-28',
  );
});

test('without a report date nothing is known', () => {
  expect(fractureDates(statement('a', null, 'rib', { time: 'acute' }), rulesForTests)).toEqual({
    earliest: null,
    latest: null,
    basis: 'first-seen',
  });
});

test('two ranges leave the days both allow, on the surer word; ranges that exclude each other leave none', () => {
  const acute = fractureDates(statement('a', '2026-11-21', 'rib', { time: 'acute' }), rulesForTests);
  const seen = fractureDates(statement('b', '2026-11-01', 'rib'), rulesForTests);
  const old = fractureDates(statement('c', '2026-11-21', 'rib', { time: 'old' }), rulesForTests);
  expect(intersection(acute, seen)).toEqual({
    earliest: '2026-10-10',
    latest: '2026-11-01',
    basis: 'called-acute',
  });
  expect(intersection(acute, old)).toBeNull();
});
