// The dates a screened list carries from its input to each kind of output; runs in three time zones.

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { breekpunt, file, header, inOwnFolder, linesOf, pathOf, rows, today } from './command.ts';

inOwnFolder();

describe('breekpunt screen', () => {
  test('writes a line for each report, in the order of the input, with the words it rests on', () => {
    const input = file('export.csv', [header, ...rows].join('\n'));
    expect(breekpunt(['screen', input, '--out', 'found.ndjson', ...today]).code).toBe(0);
    const lines = linesOf('found.ndjson');
    expect(lines.map(({ id, triage }) => [id, triage])).toEqual([
      ['r1', 'fracture'],
      ['r2', 'none'],
      ['r3', 'fracture'],
    ]);
    const [hip] = (lines[0]?.['findings'] ?? []) as Record<string, unknown>[];
    expect(hip).toMatchObject({
      kind: 'fracture',
      site: 'hip.unspecified',
      side: 'left',
      presence: 'present',
      time: 'acute',
    });
    const text = 'Recente heupfractuur links na val.';
    expect(text.slice(Number(hip?.['start']), Number(hip?.['end']))).toBe(hip?.['text']);
    expect(lines[0]).toMatchObject({ patient: 'P1', lang: 'nl', date: '2026-10-01' });
  });

  test('writes a workbook and a CSV file of the same findings', () => {
    const input = file('export.csv', [header, ...rows].join('\n'));
    expect(breekpunt(['screen', input, '--out', 'found.xlsx', ...today]).code).toBe(0);
    const parts = unzipSync(readFileSync(pathOf('found.xlsx')));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('Recente heupfractuur links na val.');
    expect(breekpunt(['screen', input, '--out', 'found.csv', ...today]).code).toBe(0);
    expect(readFileSync(pathOf('found.csv'), 'utf8')).toContain('r1,P1,2026-10-01');
  });
});
