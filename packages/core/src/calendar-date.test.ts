import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageInYears,
  calendarDateOf,
  compareDates,
  daysBetween,
  daysInMonth,
  describeCalendarDateError,
  knownDate,
  parseCalendarDate,
  partsOf,
} from './calendar-date.ts';

const zones = ['UTC', 'Europe/Brussels', 'America/New_York'];

const anyDate = fc
  .record({
    year: fc.integer({ min: 1850, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => calendarDateOf(year, month, Math.min(day, daysInMonth(year, month))))
  .map((made) => (made.ok ? made.value : knownDate('2000-01-01')));
const seeded = { seed: 20261121, numRuns: 500 };

const ambient = process.env['TZ'];
afterEach(() => {
  if (ambient === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ambient;
});

describe('reading a day', () => {
  test.each(['2026-11-21', '2024-02-29', '2000-02-29', '1850-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['2026-02-29', { kind: 'no-such-day', part: 'day' }],
    ['1900-02-29', { kind: 'no-such-day', part: 'day' }],
    ['2026-04-31', { kind: 'no-such-day', part: 'day' }],
    ['2026-01-00', { kind: 'no-such-day', part: 'day' }],
    ['2026-13-01', { kind: 'no-such-day', part: 'month' }],
    ['2026-00-10', { kind: 'no-such-day', part: 'month' }],
    ['9999-12-31', { kind: 'implausible-year' }],
    ['0001-01-01', { kind: 'implausible-year' }],
    ['21-11-2026', { kind: 'not-a-calendar-date' }],
    ['2026-1-1', { kind: 'not-a-calendar-date' }],
    ['2026-11-21T00:00:00', { kind: 'not-a-calendar-date' }],
    [' 2026-11-21', { kind: 'not-a-calendar-date' }],
    ['2026-11-21\n', { kind: 'not-a-calendar-date' }],
    ['', { kind: 'not-a-calendar-date' }],
  ])('%j is refused, saying why', (text, error) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, error });
  });

  test('a refusal never repeats what was written, which may be a name', () => {
    const refused = parseCalendarDate('Mevrouw Janssens');
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(describeCalendarDateError(refused.error)).not.toContain('Janssens');
    expect(describeCalendarDateError(refused.error)).toContain('yyyy-mm-dd');
  });

  test('a day that does not exist in our own code stops the program', () => {
    expect(() => knownDate('2026-02-30')).toThrow('does not');
  });

  test('half a day, or no number, is not a day', () => {
    expect(calendarDateOf(2026, 1, 1.5).ok).toBe(false);
    expect(calendarDateOf(Number.NaN, 1, 1).ok).toBe(false);
  });

  test('what is read is made of its own parts', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOf(date);
        expect(calendarDateOf(year, month, day)).toEqual({ ok: true, value: date });
      }),
      seeded,
    );
  });
});

describe('counting days and months', () => {
  test('a month after 31 January is the last day of February', () => {
    expect(addMonths(knownDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(knownDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(knownDate('2026-05-31'), -3)).toBe('2026-02-28');
    expect(addMonths(knownDate('2024-02-29'), 24)).toBe('2026-02-28');
    expect(addMonths(knownDate('2026-11-21'), 2)).toBe('2027-01-21');
  });

  test('sixteen weeks after a fracture crosses the year and the leap day', () => {
    expect(addDays(knownDate('2023-12-01'), 112)).toBe('2024-03-22');
    expect(daysBetween(knownDate('2023-12-01'), knownDate('2024-03-22'))).toBe(112);
  });

  test.each(zones)('days are counted as the calendar does, on a computer set to %s', (zone) => {
    process.env['TZ'] = zone;
    // The zone really changed: summer time in Brussels and New York is not that of UTC.
    expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe({ UTC: 0, 'Europe/Brussels': -120 }[zone] ?? 240);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const { year, month, day } = partsOf(date);
        const expected = new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(expected);
      }),
      seeded,
    );
    expect(ageInYears(knownDate('1948-03-29'), knownDate('2026-03-28'))).toBe(77);
    expect(addDays(knownDate('2026-03-28'), 1)).toBe('2026-03-29');
    expect(addDays(knownDate('2026-10-25'), 1)).toBe('2026-10-26');
  });

  test('adding the days between two dates gives the second', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
        expect(Math.sign(daysBetween(a, b))).toBe(Math.sign(compareDates(b, a)));
      }),
      seeded,
    );
  });

  test('adding months keeps the day of the month or takes the last', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const from = partsOf(date);
        const to = partsOf(addMonths(date, months));
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
      seeded,
    );
  });
});

describe('age', () => {
  test('a year is completed on the birthday, not the day before', () => {
    expect(ageInYears(knownDate('1976-11-21'), knownDate('2026-11-20'))).toBe(49);
    expect(ageInYears(knownDate('1976-11-21'), knownDate('2026-11-21'))).toBe(50);
  });

  test('somebody born on 29 February turns a year older on 1 March of a common year', () => {
    expect(ageInYears(knownDate('1976-02-29'), knownDate('2026-02-28'))).toBe(49);
    expect(ageInYears(knownDate('1976-02-29'), knownDate('2026-03-01'))).toBe(50);
    expect(ageInYears(knownDate('1976-02-29'), knownDate('2024-02-29'))).toBe(48);
  });

  test('before birth there is no age', () => {
    expect(ageInYears(knownDate('2026-11-21'), knownDate('2026-11-20'))).toBeNull();
    expect(ageInYears(knownDate('2026-11-21'), knownDate('2026-11-21'))).toBe(0);
  });

  test('age grows by one in twelve months and never falls', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 40_000 }), (birth, days) => {
        const on = addDays(birth, days);
        const age = ageInYears(birth, on);
        expect(age).toBeGreaterThanOrEqual(Math.floor(days / 366));
        expect(age).toBeLessThanOrEqual(Math.ceil(days / 365));
        expect(ageInYears(birth, addDays(on, 1))).toBeGreaterThanOrEqual(age ?? 0);
      }),
      seeded,
    );
  });
});
