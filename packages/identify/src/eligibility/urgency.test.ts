import { addDays, addMonths, fractureSites, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FractureEpisode } from '../episodes/episode.ts';
import { rulesForTests, statement } from '../episodes/evidence-fixture.ts';
import { mergeEpisodes } from '../episodes/merge-episodes.ts';
import { compareUrgency, patientUrgency, urgency, urgencyRulesOn } from './urgency.ts';

const today = knownDate('2026-11-21');
const read = urgencyRulesOn(loadKnowledge(), today);
if (!read.ok) throw new Error(read.error.parameter);
const rules = read.value;

function broken(
  site: FractureEpisode['site'],
  on: string,
  presence: 'present' | 'possible' = 'present',
): FractureEpisode {
  const [episode] = mergeEpisodes(
    [statement('a', on, site, { onset: on, presence })],
    rulesForTests,
  ).episodes;
  if (episode === undefined) throw new Error('the statement gave no episode');
  return episode;
}

test('a hip of yesterday: first site and still in time, with both reasons', () => {
  expect(urgency(broken('hip.femoral-neck', '2026-11-20'), today, rules)).toEqual({
    score: rules.points['first-site'] + rules.points['in-time'],
    daysSince: 1,
    reasons: [
      { rule: 'CF26', because: 'first-site', points: rules.points['first-site'] },
      { rule: 'CF27', because: 'in-time', points: rules.points['in-time'] },
    ],
  });
});

test('on day 84 an assessment is in time, on day 85 it is not', () => {
  const because = (days: number) =>
    urgency(broken('rib', addDays(today, -days)), today, rules).reasons.map((reason) => reason.because);
  expect(because(84)).toEqual(['other-site', 'in-time']);
  expect(because(85)).toEqual(['other-site', 'first-year']);
});

test('the first year ends on its last day, and so does the second', () => {
  const because = (day: string) => urgency(broken('rib', day), today, rules).reasons.at(-1)?.because;
  expect(because('2025-11-22')).toBe('first-year');
  expect(because('2025-11-21')).toBe('recent');
  expect(because('2024-11-22')).toBe('recent');
  expect(because('2024-11-21')).toBe('other-site');
});

test('a bone that nobody named stands between a hip and a rib', () => {
  const order = (['rib', 'unspecified', 'hip.unspecified'] as const)
    .map((site) => ({ site, urgency: urgency(broken(site, '2026-11-01'), today, rules) }))
    .sort((a, b) => compareUrgency(a.urgency, b.urgency));
  expect(order.map(({ site }) => site)).toEqual(['hip.unspecified', 'unspecified', 'rib']);
});

test('an excluded episode has no urgency, a suspected one keeps that of its site', () => {
  const suspected = broken('hip.unspecified', '2026-11-01', 'possible');
  expect(urgency({ ...suspected, status: 'excluded' }, today, rules)).toMatchObject({
    score: 0,
    reasons: [],
  });
  expect(urgency(suspected, today, rules).score).toBe(
    urgency(broken('hip.unspecified', '2026-11-01'), today, rules).score,
  );
});

test('a patient stands where her most urgent fracture stands; without fractures nowhere', () => {
  const rib = broken('rib', '2026-11-20');
  const hip = broken('hip.trochanteric', '2026-03-01');
  expect(patientUrgency([rib, hip], today, rules)).toEqual(urgency(hip, today, rules));
  expect(patientUrgency([], today, rules)).toBeNull();
});

test('an older fracture of the same bone is never more urgent', () => {
  const daysAgo = fc.integer({ min: 0, max: 1500 });
  fc.assert(
    fc.property(fc.constantFrom(...fractureSites), daysAgo, daysAgo, (site, a, b) => {
      const [newer, older] = [Math.min(a, b), Math.max(a, b)].map((days) =>
        urgency(broken(site, addDays(today, -days)), today, rules),
      );
      if (newer === undefined || older === undefined) throw new Error('two were made');
      expect(newer.score).toBeGreaterThanOrEqual(older.score);
      expect(compareUrgency(newer, older)).toBeLessThanOrEqual(0);
    }),
    { seed: 20261121, numRuns: 200 },
  );
});

test('no points are in force before they were written', () => {
  expect(urgencyRulesOn(loadKnowledge(), addMonths(today, -1)).ok).toBe(false);
});

test('among equals the newer comes first, and a fracture of unknown day before both', () => {
  const of = (daysSince: number | null) => ({ score: 50, daysSince, reasons: [] });
  expect([of(9), of(null), of(2)].sort(compareUrgency).map(({ daysSince }) => daysSince)).toEqual([
    null,
    2,
    9,
  ]);
});
