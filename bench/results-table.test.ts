import { expect, test } from 'vitest';
import { resultsTable } from './results-table.ts';

const run = (date: string, rows: number) =>
  ({
    kind: 'screen-million',
    date,
    commit: 'abc',
    machine: '2 cores',
    figures: { 'rows in': rows },
  }) as const;

test('the table shows the newest run of each kind, with thousands set apart', () => {
  const table = resultsTable([run('2026-01-01', 5), run('2026-02-01', 1_000_000)]);
  expect(table).toContain('2026-02-01');
  expect(table).toContain('| rows in | 1,000,000 |');
  expect(table).not.toContain('2026-01-01');
});
