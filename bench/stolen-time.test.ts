import { expect, test } from 'vitest';
import { shareBetween, ticksOf } from './stolen-time.ts';

const stat = (line: string): string => `${line}\ncpu0 1 1 1 1 1 1 1 1 0 0\nintr 5\n`;

test('what other machines took is the eighth count of all processors, as a share of the first eight', () => {
  const before = ticksOf(stat('cpu  100 0 50 800 10 0 5 35 7 0'));
  const after = ticksOf(stat('cpu  150 0 60 820 10 0 5 55 99 0'));
  expect(before).toEqual({ stolen: 35, all: 1000 });
  expect(shareBetween(before, after)).toBe(0.2);
});

test('where the system does not tell, or no time went by, it is not known rather than nothing', () => {
  const some = ticksOf(stat('cpu  100 0 50 800 10 0 5 35 7 0'));
  expect(ticksOf('cpu  1 2 3\n')).toBeNull();
  expect(shareBetween(null, some)).toBeNull();
  expect(shareBetween(some, some)).toBeNull();
});
