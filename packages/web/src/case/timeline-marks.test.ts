import { expect, test } from 'vitest';
import { type Entry, placeTimeline } from './timeline-marks.ts';

const entry = (on: string, id: number): Entry =>
  ({ kind: 'report', on, id, word: null, atMost: false, planned: false }) as unknown as Entry;

test('events stand in the order of their days, from left to right, with today among them', () => {
  const { entries, today } = placeTimeline(
    [entry('2019-05-01', 1), entry('2024-05-01', 2), entry('2027-01-01', 3)],
    '2026-11-21',
    () => 0.1,
  );
  const [first = 0, second = 0, planned = 0] = entries.map(({ x }) => x);
  expect(first).toBeLessThan(second);
  expect(second).toBeLessThan(today);
  expect(today).toBeLessThan(planned);
  for (const { x } of entries) expect(x).toBeGreaterThan(0);
  expect(planned).toBeLessThan(1);
});

test('words that would lie on each other stand in rows of their own', () => {
  const { entries, lanes } = placeTimeline(
    [entry('2026-11-01', 1), entry('2026-11-02', 2), entry('2026-11-03', 3)],
    '2026-11-21',
    () => 0.1,
  );
  expect(new Set(entries.map(({ lane }) => lane)).size).toBe(3);
  expect(lanes).toBe(3);
});

test('words at the right end stand before their mark, and keep clear of the words to the left of them', () => {
  const { entries } = placeTimeline(
    [entry('2024-05-01', 1), entry('2026-10-20', 2), entry('2026-11-20', 3), entry('2026-11-21', 4)],
    '2026-11-21',
    () => 0.12,
  );
  const words = entries.map(({ x, before, lane }) => ({
    lane,
    from: before ? x - 0.12 : x,
    to: before ? x : x + 0.12,
  }));
  expect(entries.map(({ before }) => before)).toEqual([false, true, true, true]);
  for (const [at, one] of words.entries())
    for (const other of words.slice(at + 1))
      expect(one.lane !== other.lane || one.to <= other.from || other.to <= one.from).toBe(true);
  for (const { from, to } of words) expect(from >= 0 && to <= 1).toBe(true);
});
