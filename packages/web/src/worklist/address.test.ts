import { expect, test } from 'vitest';
import { hasFilters, listOf, withFilter } from './address.ts';
import { levelOf } from './level-tag.tsx';

test('a filter is set, replaced and taken away without touching the others', () => {
  expect(withFilter('list=inform', 'late', 'true')).toBe('list=inform&late=true');
  expect(withFilter('list=inform&late=true', 'list', 'ended')).toBe('list=ended&late=true');
  expect(withFilter('late=true&owner=me', 'late', null)).toBe('owner=me');
});

test('the worklist begins with what is to be confirmed, and a list or an order is no filter', () => {
  expect(listOf('')).toBe('to-review');
  expect(hasFilters('list=inform&order=due')).toBe(false);
  expect(hasFilters('list=inform&owner=me')).toBe(true);
});

test('a case is pressing by its day, and one without a day is not called usual', () => {
  const on = (dueOn: string | null, late = false): string =>
    levelOf({ dueOn, late } as Parameters<typeof levelOf>[0], '2026-11-21');
  expect(on('2026-11-20', true)).toBe('late');
  expect(on('2026-11-28')).toBe('week');
  expect(on('2026-11-29')).toBe('usual');
  expect(on(null)).toBe('none');
});
