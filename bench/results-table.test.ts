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
  expect(table).toContain('Machine: 2 cores.');
});

test('the table says what other machines took of the processors while it was measured, when that is known', () => {
  expect(resultsTable([{ ...run('2026-01-01', 5), stolenShare: 0.112 }])).toContain(
    'Machine: 2 cores; other machines took 11.2 % of its processors.',
  );
  expect(resultsTable([{ ...run('2026-01-01', 5), stolenShare: null }])).toContain('Machine: 2 cores.');
});
