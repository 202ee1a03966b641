import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, serialDay } from './read-date.ts';

const day = (date: string): object => ({ kind: 'date', date });
const noDate = { kind: 'not-a-date' };

test.each([
  ['2024-02-29', '2024-02-29'],
  ['29/02/2024', '2024-02-29'],
  ['29-02-2024', '2024-02-29'],
  ['9.2.2024', '2024-02-09'],
  ['20240229', '2024-02-29'],
  ['202402291530', '2024-02-29'],
  ['20240229153000.000+0100', '2024-02-29'],
  ['2024-02-29T23:59:59-08:00', '2024-02-29'],
  ['2024-02-29 00:10', '2024-02-29'],
  ['29/02/2024 15:30:00', '2024-02-29'],
  ['2024/2/9', '2024-02-09'],
  [' 09/02/2024 ', '2024-02-09'],
])('"%s" is the day %s, whatever the time of day behind it', (text, date) => {
  expect(readDate(text)).toEqual(day(date));
});

test('03/04/2024 is 3 April, as everywhere in Europe', () => {
  expect(readDate('03/04/2024')).toEqual(day('2024-04-03'));
});

test.each([
  '03/25/2024',
  '30/02/2024',
  '2023-02-29',
  '12/03/48',
  '2024-13-01',
  'vorige week',
  '2024-05-17x',
  '00/05/2024',
  '17-05/2024x',
  '0001-01-01',
  '45000',
])('"%s" is no date, and is not bent into one', (text) => {
  expect(readDate(text)).toEqual(noDate);
});

test.each(['', ' ', '-', 'onbekend', 'NULL', '0000-00-00'])(
  '"%s" means that nothing was recorded',
  (text) => {
    expect(readDate(text)).toEqual({ kind: 'not-recorded' });
  },
);

test('a spreadsheet counts days from 1900 or from 1904, and only spreadsheets may give bare numbers', () => {
  expect(readDate('45429', '1900')).toEqual(day('2024-05-17'));
  expect(readDate('45429.75', '1900')).toEqual(day('2024-05-17'));
  expect(readDate('43967', '1904')).toEqual(day('2024-05-17'));
  expect(serialDay(1, '1900')).toBe('1900-01-01');
  expect(serialDay(59, '1900')).toBe('1900-02-28');
  expect(serialDay(60, '1900')).toBeUndefined();
  expect(serialDay(61, '1900')).toBe('1900-03-01');
});

test('every day survives each of the written forms', () => {
  const days = fc.date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (at) => {
      const iso = at.toISOString().slice(0, 10);
      const [y, m, d] = iso.split('-') as [string, string, string];
      for (const text of [
        iso,
        `${d}/${m}/${y}`,
        `${d}-${m}-${y}`,
        `${Number(d)}.${Number(m)}.${y}`,
        `${y}${m}${d}`,
      ]) {
        expect(readDate(text)).toEqual(day(iso));
      }
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});
