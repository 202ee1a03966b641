import { expect, test } from 'vitest';
import { addressOf, fieldOf, withColumn } from './reading.ts';

test('a column that is read as something else is no longer read as what it was', () => {
  const used = withColumn({ id: 1, text: 2 }, 2, 'conclusion');
  expect(used).toEqual({ id: 1, conclusion: 2 });
  expect(fieldOf(used, 2)).toBe('conclusion');
  expect(withColumn(used, 1, null)).toEqual({ conclusion: 2 });
});

test('what one column is read as, no other column is', () => {
  expect(withColumn({ id: 1, text: 2 }, 3, 'text')).toEqual({ id: 1, text: 3 });
});

test('the address says only what somebody said', () => {
  expect(addressOf('/api/imports/preview', 'a b.csv', null)).toBe('/api/imports/preview?name=a+b.csv');
  const said = new URL(
    addressOf('/api/imports', 'a.csv', { used: { text: 1 }, shape: { headerRow: true } }, 'ZIS'),
    'http://here',
  ).searchParams;
  expect([...said.keys()]).toEqual(['name', 'mapping', 'shape', 'assigner']);
});
