import { expect, test } from 'vitest';
import { workbookOf } from '../../test/workbook-of.ts';
import { readDensityTable } from './read-density-table.ts';

const table = (...lines: string[]) => readDensityTable(new TextEncoder().encode(lines.join('\r\n')));

test('a table of a Belgian hospital is read with its decimal commas, its vertebrae and its device', async () => {
  const found = await table(
    'Patiëntnummer;Datum;Regio;Kant;BMD (g/cm²);T-score;Z-score;Wervels;Uitgesloten;Merk;Toestel;Serienummer;Referentie;Referentiegeslacht',
    '4711;03/11/2026;LWK;;0,812;−2,1;-0,4;L1-L4;L2;Hologic;Horizon W;H-20417;Hologic;V',
    '4711;03/11/2026;Femurhals;links;0,611;-2,0;;;;Hologic;Horizon W;H-20417;NHANES III;V',
  );
  expect(found).toMatchObject({
    ok: true,
    value: {
      rejects: [],
      rows: [
        {
          line: 2,
          patient: '4711',
          on: '2026-11-03',
          region: 'lumbar-spine',
          side: null,
          bmd: 0.812,
          tScore: -2.1,
          zScore: -0.4,
          vertebraeUsed: ['L1', 'L3', 'L4'],
          vertebraeExcluded: ['L2'],
          maker: 'Hologic',
          model: 'Horizon W',
          serial: 'H-20417',
          referenceSex: 'female',
        },
        { region: 'femoral-neck', side: 'left', bmd: 0.611, zScore: null, vertebraeUsed: null },
      ],
    },
  });
});

test('a row that cannot be read stays out whole, with its line and field, and the others are read', async () => {
  const found = await table(
    'patient,date,region,bmd,t_score',
    ',2026-11-03,total hip,0.7,-2',
    '1,2026-02-31,total hip,0.7,-2',
    '1,2026-11-03,elbow,0.7,-2',
    '1,2026-11-03,total hip,0.7,two',
    '1,2026-11-03,total hip,,',
    '1,2026-11-03,total hip left,0.7,-2',
  );
  expect(found.ok && found.value.rejects).toEqual([
    { line: 2, field: 'patient', why: 'missing' },
    { line: 3, field: 'on', why: 'not-a-date' },
    { line: 4, field: 'region', why: 'unknown-word' },
    { line: 5, field: 'tScore', why: 'not-a-number' },
    { line: 6, field: 'bmd', why: 'no-value' },
  ]);
  expect(found.ok && found.value.rows).toMatchObject([{ line: 7, region: 'total-hip', side: 'left' }]);
});

test('a table without a needed column is refused with the columns that lack', async () => {
  expect(await table('patient,t-score', '1,-2')).toEqual({
    ok: false,
    error: { kind: 'missing-columns', columns: ['on', 'region'] },
  });
  expect(await table('patient,date,region', '1,2026-11-03,hip')).toMatchObject({
    error: { columns: ['bmd, tScore or zScore'] },
  });
  expect(await table('')).toEqual({ ok: false, error: { kind: 'empty' } });
});

/** A number as spreadsheets keep it, or words. */
const cell = (at: string, value: number | string, style = 0): string =>
  typeof value === 'number'
    ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (line: number, ...cells: string[]): string => `<row r="${line}">${cells.join('')}</row>`;
const heads = [
  'Patiëntnummer',
  'Datum',
  'Regio',
  'Kant',
  'BMD (g/cm²)',
  'T-score',
  'Z-score',
  'Geboortedatum',
];
const head = row(1, ...heads.map((word, at) => cell(`${'ABCDEFGH'[at]}1`, word)));

test('the first sheet of a workbook is read as a table is: its numbers, its days, and the row of what stays out', async () => {
  const [day, birth] = [46_329, 18_388];
  const sheet = [
    head,
    row(
      2,
      cell('A2', 4711),
      cell('B2', day, 1),
      cell('C2', 'LWK L1-L4'),
      cell('E2', 0.812),
      cell('F2', -2.1),
    ),
    // A day that nobody formatted as one, and a small number in powers of ten.
    row(
      4,
      cell('A4', 4711),
      cell('B4', day),
      cell('C4', 'Femurhals'),
      cell('D4', 'links'),
      cell('F4', -2),
    ).replace('</row>', `<c r="G4"><v>-5.0000000000000003E-2</v></c>${cell('H4', birth, 1)}</row>`),
    row(5, cell('A5', 4711), cell('B5', 'gisteren'), cell('C5', 'LWK'), cell('F5', -2)),
  ].join('');
  expect(await readDensityTable(workbookOf(sheet))).toMatchObject({
    ok: true,
    value: {
      rows: [
        {
          line: 2,
          patient: '4711',
          on: '2026-11-03',
          region: 'lumbar-spine',
          bmd: 0.812,
          tScore: -2.1,
          vertebraeUsed: ['L1', 'L2', 'L3', 'L4'],
        },
        { line: 4, on: '2026-11-03', side: 'left', zScore: -0.05, birthDate: '1950-05-05' },
      ],
      rejects: [{ line: 5, field: 'on', why: 'not-a-date' }],
    },
  });
});

test('a workbook that is cut off, an old one, and a file of another kind are refused as what they are', async () => {
  const whole = workbookOf(head);
  expect(await readDensityTable(whole)).toMatchObject({ ok: true, value: { rows: [] } });
  expect(await readDensityTable(whole.subarray(0, 300))).toMatchObject({ error: { kind: 'damaged' } });
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1);
  expect(await readDensityTable(old)).toMatchObject({ error: { kind: 'not-supported' } });
  expect(await table('MSH|^~\\&|LAB')).toMatchObject({ error: { kind: 'not-supported' } });
});
