import { describe, expect, test } from 'vitest';
import nl from '../words/nl.json' with { type: 'json' };
import type { Say } from '../words/use-words.tsx';
import { ageOn, clockTime, dayInWords, daysLater, moment } from './dates.ts';

const say = (language: string): Say =>
  Object.assign((key: string) => (nl as Record<string, string>)[key] ?? key, {
    language,
    of: (_group: string, word: string) => word,
    count: (key: string) => key,
  }) as Say;

describe('a day is written so that nobody can take the month for the day', () => {
  test.each([
    ['nl', '2026-03-04', '4 mrt 2026'],
    ['fr', '2026-08-04', '4 août 2026'],
    ['en', '2026-03-04', '4 Mar 2026'],
    ['nl', '1948', '1948'],
    ['nl', '1948-05', 'mei 1948'],
    ['nl', null, 'niet bekend'],
  ])('%s %s is %s', (language, day, words) => {
    expect(dayInWords(day, say(language))).toBe(words);
  });
});

test('an instant is shown by the clock of the hospital, not of the device', () => {
  expect(clockTime('2026-11-21T09:42:00Z', 'Europe/Brussels', 'nl')).toBe('10:42');
  expect(moment('2026-11-20T23:30:00Z', '2026-11-21', 'Europe/Brussels', say('nl'))).toBe('00:30');
  expect(moment('2026-11-19T22:30:00Z', '2026-11-21', 'Europe/Brussels', say('nl'))).toBe(
    '19 nov 2026 23:30',
  );
});

test('an age is counted in birthdays, and is not guessed from a year', () => {
  expect(ageOn('1941-11-21', '2026-11-21')).toBe(85);
  expect(ageOn('1941-11-22', '2026-11-21')).toBe(84);
  expect(ageOn('1941', '2026-11-21')).toBeNull();
  expect(ageOn(null, '2026-11-21')).toBeNull();
});

test('days later cross a month, a leap day and the change of the clock', () => {
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysLater('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
});
