import { knownDate } from '@breekpunt/core';
import { expect, test } from 'vitest';
import type { Parameter } from '../src/dated-value.ts';
import { overdueChecks } from './overdue-checks.ts';

test('a number is due for comparison with its source after 180 days, not on the 180th', () => {
  const parameter: Parameter = {
    id: 'identify.minimum-age',
    meanings: null,
    meaning: 'Youngest age',
    unit: 'years',
    applies: {},
    values: [],
    checked: { on: '2026-01-01', by: 'project' },
  };
  expect(overdueChecks([parameter], knownDate('2026-06-30'))).toEqual([]);
  expect(overdueChecks([parameter], knownDate('2026-07-01'))).toEqual([
    'identify.minimum-age: last compared with its source on 2026-01-01',
  ]);
});
