import { addDays, knownDate } from '@breekpunt/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../test/empty-record.ts';
import { randomHospital } from '../../test/raw-event.ts';
import { recordsFrom } from '../../test/records-from.ts';
import { registryFieldsOf, registryLayouts, registryProblems } from './registry-fields.ts';

const fields = registryFieldsOf('iof-12');
const cell = (name: string, changes: Partial<typeof emptyRecord>): string =>
  fields.find((field) => field.name === name)?.of({ ...emptyRecord, ...changes }) ?? 'no such field';
const zero = knownDate('2025-01-10');
const pseudonym = (place: number): string => `P${String(place).padStart(20, '0')}`;
const sound = ['rib', '2025-02-28', '', '', 'yes', 'yes', '', '', 'no', 'no', '', 'no'];

describe('the twelve fields', () => {
  test('are twelve', () => {
    expect(fields).toHaveLength(12);
  });
  test('an empty record says not recorded, and no day', () => {
    expect(cell('falls_assessed', {})).toBe('not-recorded');
    expect(cell('assessment_date', {})).toBe('');
  });
  test('the first assessment after the fracture counts, not one from before', () => {
    const assessments = [90, -5, 40].map((after) => ({ on: addDays(zero, after), happened: 'yes' as const }));
    expect(cell('assessment_date', { assessments })).toBe('2025-02-19');
  });
  test('whoever declined was not assessed on any day', () => {
    expect(cell('assessment_date', { assessments: [{ on: addDays(zero, 3), happened: 'no' }] })).toBe('');
  });
});

test('whatever a record holds, its row is one that the reader takes back', () => {
  fc.assert(
    fc.property(randomHospital, fc.constantFrom(...registryLayouts), (hospital, layout) => {
      const own = registryFieldsOf(layout);
      const rows = recordsFrom(hospital)
        .flat()
        .map((record, place) => [pseudonym(place), ...own.map((field) => field.of(record))]);
      expect(registryProblems(layout, ['pseudonym', ...own.map(({ name }) => name)], rows)).toEqual([]);
    }),
    { numRuns: 100, seed: 12 },
  );
});

test.each([
  ['a column with another name', ['id', ...fields.map(({ name }) => name)], [], 'pseudonym'],
  ['a cell too few', ['pseudonym', ...fields.map(({ name }) => name)], [[pseudonym(1)]], ''],
  [
    'a day that does not exist',
    ['pseudonym', ...fields.map(({ name }) => name)],
    [[pseudonym(1), 'rib', '2025-02-30', ...sound.slice(2)]],
    'fracture_date',
  ],
  [
    'a number of the hospital in place of the pseudonym',
    ['pseudonym', ...fields.map(({ name }) => name)],
    [['12345', ...sound]],
    'pseudonym',
  ],
  [
    'a case that stands twice',
    ['pseudonym', ...fields.map(({ name }) => name)],
    [
      [pseudonym(1), ...sound],
      [pseudonym(1), ...sound],
    ],
    'pseudonym',
  ],
])('%s is refused', (_name, names, rows, field) => {
  expect(registryProblems('iof-12', names, rows)[0]?.field).toBe(field);
});
