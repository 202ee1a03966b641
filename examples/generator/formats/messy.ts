// A file as it really arrives: Windows-1252, missing and surplus cells, impossible dates, empty texts, a
// quote never closed at the end. The list of what was spoiled is returned beside it, so that a run can be
// held to account for every row.

import type { PatientRecord, Random } from '@breekpunt/synthetic';
import { csvCells, csvHeader, csvLine } from './csv.ts';

export interface Spoiled {
  /** Row of the file counted from 1 below the header; line breaks inside quotes do not count. */
  readonly row: number;
  readonly fault:
    | 'missing-cells'
    | 'extra-cells'
    | 'wrong-date'
    | 'no-text'
    | 'no-patient'
    | 'unclosed-quote'
    | 'undecodable-byte';
}

export interface MessyFile {
  readonly bytes: Uint8Array;
  readonly spoiled: readonly Spoiled[];
  readonly rows: number;
}

export function messyCsv(random: Random, records: readonly PatientRecord[]): MessyFile {
  const parts: Uint8Array[] = [windows1252(csvLine(csvHeader))];
  const spoiled: Spoiled[] = [];
  const lines = records.flatMap((record) => record.reports.map((report) => csvCells(record, report)));
  lines.forEach((cells, index) => {
    const row = index + 1;
    const fault = index === lines.length - 1 ? 'unclosed-quote' : faultFor(random);
    if (fault !== null) spoiled.push({ row, fault });
    parts.push(windows1252(spoil(random, cells, fault)));
  });
  return { bytes: Buffer.concat(parts), spoiled, rows: lines.length };
}

function faultFor(random: Random): Spoiled['fault'] | null {
  if (!random.chance(0.14)) return null;
  return random.pick([
    'missing-cells',
    'extra-cells',
    'wrong-date',
    'no-text',
    'no-patient',
    'undecodable-byte',
  ] as const);
}

function spoil(random: Random, cells: readonly string[], fault: Spoiled['fault'] | null): string {
  const changed = [...cells];
  switch (fault) {
    case null:
      return csvLine(cells);
    case 'missing-cells':
      return csvLine(cells.slice(0, random.int(2, 6)));
    case 'extra-cells':
      return csvLine([...cells, 'x', 'x']);
    case 'wrong-date':
      changed[4] = random.pick(['31/02/2024', '2024-13-01', 'gisteren', '00/00/0000']);
      return csvLine(changed);
    case 'no-text':
      changed[8] = '';
      return csvLine(changed);
    case 'no-patient':
      changed[1] = '';
      return csvLine(changed);
    case 'undecodable-byte':
      changed[8] = `${changed[8]} \u0081`;
      return csvLine(changed);
    case 'unclosed-quote':
      return csvLine(cells.slice(0, 8))
        .trimEnd()
        .concat(`;"${cells[8]?.replaceAll('"', '""') ?? ''}`);
  }
}

const above: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  Œ: 0x8c,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  œ: 0x9c,
};

/** What Windows-1252 cannot hold becomes a question mark, as old exporters do. U+0081 stays the hole it is there. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    return above[character] ?? (code < 256 ? code : 0x3f);
  });
}
