import { expect, test } from 'vitest';
import { typedDate } from './typed-date.ts';

test.each([
  ['12-3-1941', '1941-03-12'],
  ['12/03/1941', '1941-03-12'],
  [' 12.3.1941 ', '1941-03-12'],
  ['12031941', '1941-03-12'],
  ['1941-03-12', '1941-03-12'],
  ['1941', '1941'],
  ['de twaalfde', 'de twaalfde'],
])('a birth date typed as "%s" is %s', (typed, date) => {
  expect(typedDate(typed)).toBe(date);
});
