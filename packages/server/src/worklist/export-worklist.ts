// The whole list under a filter as a file: CSV or a workbook. Days are written as ISO, so that a spreadsheet in any language
// reads them alike; what nobody recorded is said in words.
// Decision: the columns and the words of the program (places, lists) keep their codes; the file is for counting and for
// other programs. The sentence is whole. Everybody in the file stands in the audit log.

import { Buffer } from 'node:buffer';
import { type Cell, csvRow, csvStart, writeWorkbook } from '@breekpunt/integrate';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Asker } from './worklist-cases.ts';
import type { WorklistFilter } from './worklist-filter.ts';
import { worklistPage } from './worklist-page.ts';
import type { WorklistRow } from './worklist-row.ts';

export interface WorklistExport {
  readonly file: Buffer;
  readonly persons: readonly number[];
  readonly rows: number;
}

const pageSize = 500;
const notRecorded = 'not recorded';

const columns = [
  ['case', 10],
  ['family name', 22],
  ['given name', 16],
  ['birth date', 12],
  ['sex', 10],
  ['list', 14],
  ['place', 22],
  ['side', 8],
  ['vertebrae', 12],
  ['status', 10],
  ['eligibility', 14],
  ['fracture on', 12],
  ['days since', 10],
  ['due on', 12],
  ['late', 8],
  ['followed by', 20],
  ['reason', 18],
  ['sentence', 80],
] as const;

export async function exportWorklist(
  tx: SiteTransaction,
  asker: Asker,
  filter: WorklistFilter,
  format: 'csv' | 'xlsx',
): Promise<WorklistExport> {
  const rows: WorklistRow[] = [];
  let after: string | null = null;
  do {
    const page = await worklistPage(tx, asker, filter, after, pageSize);
    if (!page.ok) throw new Error('A place in the list that was given a moment ago is none');
    rows.push(...page.value.rows);
    after = page.value.next;
  } while (after !== null);
  const cells = rows.map(cellsOf);
  return {
    file: format === 'csv' ? asCsv(cells) : await asWorkbook(cells),
    persons: [...new Set(rows.map(({ patient }) => patient.id))],
    rows: rows.length,
  };
}

function cellsOf(row: WorklistRow): Cell[] {
  const { patient } = row;
  return [
    row.id,
    patient.familyName ?? notRecorded,
    patient.givenName ?? notRecorded,
    patient.birthDate ?? notRecorded,
    patient.sex,
    row.list,
    row.site,
    row.side ?? notRecorded,
    row.levels.join(' '),
    row.status,
    row.eligibility,
    row.fractureOn ?? notRecorded,
    row.days ?? notRecorded,
    row.dueOn ?? notRecorded,
    row.late,
    row.owner?.name ?? 'nobody',
    row.reason,
    row.proof?.pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s+/g, ' ') ?? 'a code only',
  ];
}

function asCsv(cells: readonly (readonly Cell[])[]): Buffer {
  return Buffer.from(csvStart + [columns.map(([title]) => title), ...cells].map(csvRow).join(''));
}

async function asWorkbook(cells: readonly (readonly Cell[])[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const sheet = {
    name: 'Worklist',
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: cells,
  };
  await writeWorkbook([sheet], async (bytes) => {
    pieces.push(bytes);
  });
  return Buffer.concat(pieces);
}
