// The band of T-scores by age, against the published densities it is made of.

import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { tScoreBand } from './t-score-band.ts';

const knowledge = loadKnowledge();
const on = knownDate('2026-11-22');
const rounded = (number: number): number => Math.round(number * 100) / 100;

test('women of 21 to 30 lie between -1 and +1 around 0, by definition', () => {
  const band = unwrapped(tScoreBand(knowledge, 'lumbar-spine', 'female', on));
  const first = band?.stretches[0];
  expect([first?.from, first?.until]).toEqual([21, 31]);
  expect([first?.low, first?.mean, first?.high].map((each) => rounded(each ?? 9))).toEqual([-1, 0, 1]);
});

test('women of 71 to 80 lie around -1.53 at the spine, as 0.902 against 1.064 with 0.106 gives', () => {
  const band = unwrapped(tScoreBand(knowledge, 'lumbar-spine', 'female', on));
  const last = band?.stretches.at(-1);
  expect([last?.from, last?.until, rounded(last?.mean ?? 0), rounded(last?.low ?? 0)]).toEqual([
    71, 81, -1.53, -3.1,
  ]);
});

test('men of 71 to 80 lie around 0 at the spine and around -0.88 at the hip', () => {
  const last = (site: 'lumbar-spine' | 'total-hip'): number =>
    rounded(unwrapped(tScoreBand(knowledge, site, 'male', on))?.stretches.at(-1)?.mean ?? 9);
  expect([last('lumbar-spine'), last('total-hip')]).toEqual([0.1, -0.88]);
});

test('of the hip of women nobody confirmed the densities by age, so there is no band', () => {
  expect(unwrapped(tScoreBand(knowledge, 'total-hip', 'female', on))).toBeNull();
});

test('the stretches touch, and low lies below mean below high', () => {
  for (const [site, sex] of [
    ['lumbar-spine', 'female'],
    ['lumbar-spine', 'male'],
    ['total-hip', 'male'],
  ] as const) {
    const stretches = unwrapped(tScoreBand(knowledge, site, sex, on))?.stretches ?? [];
    expect(stretches.length).toBe(6);
    stretches.forEach(({ from, until, low, mean, high }, place) => {
      expect([low < mean, mean < high]).toEqual([true, true]);
      expect(stretches[place + 1]?.from ?? until).toBe(until);
      expect(until).toBeGreaterThan(from);
    });
  }
});
