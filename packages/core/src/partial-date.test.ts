import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownDate } from './calendar-date.ts';
import {
  comparePartialDates,
  earliestDay,
  latestDay,
  type PartialDate,
  parsePartialDate,
  precisionOf,
} from './partial-date.ts';

function partial(text: string): PartialDate {
  const parsed = parsePartialDate(text);
  if (!parsed.ok) throw new Error(`test date ${text} is not one`);
  return parsed.value;
}

describe('a date as far as it is known', () => {
  test.each([
    ['2016', 'year', '2016-01-01', '2016-12-31'],
    ['2016-02', 'month', '2016-02-01', '2016-02-29'],
    ['2015-12', 'month', '2015-12-01', '2015-12-31'],
    ['2016-05-03', 'day', '2016-05-03', '2016-05-03'],
  ])('%s is known to the %s: from %s to %s', (text, precision, first, last) => {
    const date = partial(text);
    expect(precisionOf(date)).toBe(precision);
    expect([earliestDay(date), latestDay(date)]).toEqual([first, last]);
  });

  test.each(['16', '2016-13', '2016-02-30', '2016-5', '9999', 'mei 2016', '2016-05-'])(
    '%s is refused',
    (text) => {
      expect(parsePartialDate(text).ok).toBe(false);
    },
  );

  test('a fracture "in 2016" is before one in May 2017, and cannot be ordered against one in May 2016', () => {
    expect(comparePartialDates(partial('2016'), partial('2017-05'))).toBe('before');
    expect(comparePartialDates(partial('2017-05'), partial('2016'))).toBe('after');
    expect(comparePartialDates(partial('2016'), partial('2016-05'))).toBe('cannot-tell');
    expect(comparePartialDates(partial('2016'), partial('2016'))).toBe('cannot-tell');
    expect(comparePartialDates(knownDate('2016-05-03'), partial('2016-05-03'))).toBe('same-day');
  });

  test('two dates are ordered the same way from both sides', () => {
    const anyPartial = fc
      .tuple(
        fc.integer({ min: 1990, max: 1993 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 28 }),
      )
      .map(([year, month, day]) => {
        const two = (value: number): string => String(value).padStart(2, '0');
        if (month === 0) return partial(`${year}`);
        return partial(day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`);
      });
    const mirror = { before: 'after', after: 'before', 'same-day': 'same-day', 'cannot-tell': 'cannot-tell' };
    fc.assert(
      fc.property(anyPartial, anyPartial, (a, b) => {
        expect(comparePartialDates(a, b)).toBe(mirror[comparePartialDates(b, a)]);
        expect(earliestDay(a) <= latestDay(a)).toBe(true);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
