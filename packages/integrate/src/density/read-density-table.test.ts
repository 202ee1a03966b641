import { expect, test } from 'vitest';
import { readDensityTable } from './read-density-table.ts';

const table = (...lines: string[]) => readDensityTable(new TextEncoder().encode(lines.join('\r\n')));

test('a table of a Belgian hospital is read with its decimal commas, its vertebrae and its device', () => {
  const found = table(
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

test('a row that cannot be read stays out whole, with its line and field, and the others are read', () => {
  const found = table(
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

test('a table without a needed column is refused with the columns that lack', () => {
  expect(table('patient,t-score', '1,-2')).toEqual({
    ok: false,
    error: { kind: 'missing-columns', columns: ['on', 'region'] },
  });
  expect(table('patient,date,region', '1,2026-11-03,hip')).toMatchObject({
    error: { columns: ['bmd, tScore or zScore'] },
  });
  expect(table('')).toEqual({ ok: false, error: { kind: 'empty' } });
});
