import { expect, test } from 'vitest';
import { writeWorkbook } from '../lists/xlsx-workbook.ts';
import { lookAtTable } from './look-at-table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('shows the first rows of a table and what its headers are taken for', async () => {
  const table =
    'verslagnummer;patiënt;inhoud;kamer\n1;P1;"Val, heup; pijn";12\n\n2;P2;Pols;14\n3;P3;Rug;15\n';
  const look = await lookAtTable(bytes(table), { name: 'rx.csv' }, 3);
  expect(look).toEqual({
    ok: true,
    value: {
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      sheets: [],
      rows: [
        ['verslagnummer', 'patiënt', 'inhoud', 'kamer'],
        ['1', 'P1', 'Val, heup; pijn', '12'],
        ['2', 'P2', 'Pols', '14'],
      ],
      guessed: { id: 1, patient: 2, text: 3 },
    },
  });
});

test('cuts the table anew when a person names another delimiter', async () => {
  const look = await lookAtTable(bytes('a,b|c,d\n1,2|3,4\n'), { name: 'x.csv', delimiter: '|' }, 9);
  expect(look).toMatchObject({
    ok: true,
    value: {
      delimiter: '|',
      rows: [
        ['a,b', 'c,d'],
        ['1,2', '3,4'],
      ],
    },
  });
});

test('reads Windows-1252 as it was written', async () => {
  const written = new Uint8Array(
    [...'text;kamer\nenfonc'].map((c) => c.charCodeAt(0)).concat([0xe9, 0x65, 0x3b, 0x31, 0x0a]),
  );
  const look = await lookAtTable(written, { name: 'x.csv' }, 9);
  expect(look).toMatchObject({
    ok: true,
    value: { encoding: 'windows-1252', rows: [{}, ['enfoncée', '1']] },
  });
});

test('shows the sheet that was asked for, and names them all', async () => {
  const parts: Uint8Array[] = [];
  const columns = ['id', 'verslag'].map((title) => ({ title, width: 10 }));
  await writeWorkbook(
    [
      { name: 'Uitleg', columns, rows: [] },
      { name: 'Verslagen', columns, rows: [['1', 'Pols']] },
    ],
    async (part) => void parts.push(part.slice()),
  );
  const workbook = new Uint8Array(Buffer.concat(parts));
  const look = await lookAtTable(workbook, { name: 'x.xlsx', sheet: 'Verslagen' }, 9);
  expect(look).toMatchObject({
    ok: true,
    value: {
      sheets: ['Uitleg', 'Verslagen'],
      rows: [
        ['id', 'verslag'],
        ['1', 'Pols'],
      ],
    },
  });
  expect(await lookAtTable(workbook, { name: 'x.xlsx', sheet: 'Nope' }, 9)).toMatchObject({
    ok: false,
    error: { kind: 'unknown-sheet' },
  });
});

test('is nothing to look at when the file is no table', async () => {
  expect(await lookAtTable(bytes('{"id":"1","text":"Pols"}\n'), { name: 'x.ndjson' }, 9)).toEqual({
    ok: true,
    value: null,
  });
  expect(await lookAtTable(bytes(''), { name: 'x.csv' }, 9)).toMatchObject({ ok: false });
});
