import { expect, test } from 'vitest';
import { ageOn, dayOf, isoDate } from './calendar.ts';

test('every day from 1850 to 2199 is the day that a Date at noon in London gives', () => {
  const [first, last] = [dayOf('1850-01-01'), dayOf('2199-12-31')];
  const differing: string[] = [];
  for (let day = first; day <= last; day++) {
    const expected = new Date(day * 86_400_000 + 43_200_000).toISOString().slice(0, 10);
    if (isoDate(day) !== expected || dayOf(expected) !== day) differing.push(expected);
  }
  expect(last - first).toBe(127_834);
  expect(differing).toEqual([]);
});

test('a person born on 29 February is a year older on 1 March of other years', () => {
  const birth = dayOf('1944-02-29');
  expect(ageOn(birth, dayOf('2026-02-28'))).toBe(81);
  expect(ageOn(birth, dayOf('2026-03-01'))).toBe(82);
});
