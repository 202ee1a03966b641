import { describe, expect, test } from 'vitest';
import { readSearchValue } from './search-value.ts';

describe('a date', () => {
  test.each([
    ['2026', 'eq', '2026-01-01', '2027-01-01'],
    ['ge2026-02', 'ge', '2026-02-01', '2026-03-01'],
    ['lt2024-02-29', 'lt', '2024-02-29', '2024-03-01'],
    ['sa2026-12-31', 'gt', '2026-12-31', '2027-01-01'],
    ['eb2026-01-01', 'lt', '2026-01-01', '2026-01-02'],
  ])('%s is the period that it names', (text, comparison, from, to) => {
    expect(readSearchValue('date', text)).toEqual({
      ok: true,
      value: { kind: 'date', comparison, precision: 'day', from, to },
    });
  });

  test('with a time is as long as its last digit says', () => {
    expect(readSearchValue('date', '2026-11-01T09:30+01:00')).toMatchObject({
      value: { precision: 'instant', from: '2026-11-01T08:30:00.000Z', to: '2026-11-01T08:31:00.000Z' },
    });
    expect(readSearchValue('date', 'gt2026-11-01T08:30:15Z')).toMatchObject({
      value: { comparison: 'gt', to: '2026-11-01T08:30:16.000Z' },
    });
  });

  test.each(['2026-02-30', '2026-13', '26-01-01', 'ap2026', '2026-11-01T09:30', 'yesterday'])(
    '"%s" is none, and the answer does not repeat it',
    (text) => {
      const read = readSearchValue('date', text);
      expect(read.ok).toBe(false);
      expect(JSON.stringify(read)).not.toContain(text);
    },
  );
});

test('a token is a code with or without its system; "|code" has none', () => {
  expect(readSearchValue('token', 'a|b')).toMatchObject({ value: { system: 'a', code: 'b' } });
  expect(readSearchValue('token', 'b')).toMatchObject({ value: { system: null, code: 'b' } });
  expect(readSearchValue('token', '|b')).toMatchObject({ value: { system: '', code: 'b' } });
  expect(readSearchValue('token', 'a|').ok).toBe(false);
});

test('a reference is read with its type, without it, and as a whole address', () => {
  const patient = { value: { kind: 'reference', type: 'Patient', id: '12' } };
  expect(readSearchValue('reference', 'Patient/12')).toMatchObject(patient);
  expect(readSearchValue('reference', 'https://host/fhir/Patient/12')).toMatchObject(patient);
  expect(readSearchValue('reference', '12')).toMatchObject({ value: { type: null, id: '12' } });
  expect(readSearchValue('reference', 'Patient/1 2').ok).toBe(false);
});

test('a number is compared in its own unit, so a unit is refused', () => {
  expect(readSearchValue('quantity', 'lt-2.5')).toMatchObject({ value: { comparison: 'lt', value: -2.5 } });
  expect(readSearchValue('quantity', '5|http://unitsofmeasure.org|mg').ok).toBe(false);
  expect(readSearchValue('quantity', 'much').ok).toBe(false);
});
