// The first rows of a table, for whoever says which column holds what. One decision: it looks with the readers that
// will read the table, so what a person sees is what will be read; and it stops after a few rows, however long the
// table. It judges no row: readReports does.

import { failure, type Result, success } from '@breekpunt/core';
import { detectFormat } from '../detect-format.ts';
import { UnpackRefused } from '../inflate.ts';
import { defaultLimits } from '../read-limits.ts';
import type { ColumnField, ReadOptions, RefusalReason } from '../report-record.ts';
import { decodeWhole, readable } from '../text/byte-decoder.ts';
import { SheetRows } from '../xlsx/sheet-rows.ts';
import { readWorkbook } from '../xlsx/workbook.ts';
import { entryBytes, readZipDirectory } from '../xlsx/zip-directory.ts';
import { detectColumns } from './column-headers.ts';
import { DelimitedRows } from './delimited-rows.ts';
import { type Delimiter, delimiters, sniffTable } from './sniff-table.ts';

export interface TableLook {
  readonly format: 'csv' | 'xlsx';
  /** Null for a workbook, which has none. */
  readonly encoding: string | null;
  readonly delimiter: Delimiter | null;
  /** All sheets of a workbook; the first is read unless another is named. */
  readonly sheets: readonly string[];
  /** The first rows as cells, empty ones left out. */
  readonly rows: readonly (readonly string[])[];
  /** What the first row's words say, as numbers of columns from 1. */
  readonly guessed: { readonly [F in ColumnField]?: number };
}

type LookOptions = Pick<ReadOptions, 'name' | 'encoding' | 'delimiter' | 'sheet'>;

const headLength = 65_536;

/** The first `most` rows; null when the file is sound and no table (NDJSON, HL7 v2, FHIR, text). */
export async function lookAtTable(
  bytes: Uint8Array,
  options: LookOptions,
  most: number,
): Promise<Result<TableLook | null, RefusalReason>> {
  if (bytes.length === 0) return failure({ kind: 'empty-file' });
  const format = detectFormat(bytes.subarray(0, headLength), options.name);
  if (!format.ok) return format;
  if (format.value === 'csv') return success(withGuess(delimitedLook(bytes, options, most)));
  if (format.value !== 'xlsx') return success(null);
  try {
    const look = await workbookLook(bytes, options.sheet, most);
    return look.ok ? success(withGuess(look.value)) : look;
  } catch (error) {
    if (error instanceof UnpackRefused) return failure(error.reason);
    throw error;
  }
}

type Look = Omit<TableLook, 'guessed'>;

function withGuess(look: Look): TableLook {
  const found = detectColumns((look.rows[0] ?? []).map((header) => header.trim()));
  return { ...look, guessed: Object.fromEntries([...found].map(([field, index]) => [field, index + 1])) };
}

const separatorLine = /^sep=([,;\t|])\r?\n/;

function delimitedLook(bytes: Uint8Array, options: LookOptions, most: number): Look {
  const { text: whole, encoding } = decodeWhole(bytes.subarray(0, headLength), options.encoding);
  const complete = bytes.length <= headLength;
  const declared = separatorLine.exec(whole);
  const text = whole.slice(declared?.[0].length ?? 0);
  const shape = sniffTable(text, complete);
  const said = delimiters.find((one) => one === (options.delimiter ?? declared?.[1]));
  const delimiter = said ?? shape.delimiter;
  const rows: string[][] = [];
  const reader = new DelimitedRows(delimiter, shape.newline, defaultLimits.itemSize, {
    row: (cells) => {
      if (rows.length < most && isFilled(cells)) rows.push(cells.map(readable));
    },
    bad: () => undefined,
  });
  reader.push(text);
  if (complete) reader.end();
  return { format: 'csv', encoding, delimiter, sheets: [], rows };
}

async function workbookLook(
  bytes: Uint8Array,
  wanted: string | undefined,
  most: number,
): Promise<Result<Look, RefusalReason>> {
  const entries = readZipDirectory(bytes, defaultLimits);
  if (!entries.ok) return entries;
  const workbook = await readWorkbook({ bytes, entries: entries.value, limits: defaultLimits });
  const sheets = workbook.sheets.map(({ name }) => name);
  const sheet = workbook.sheets.find(({ name }) => name === (wanted ?? sheets[0]));
  if (sheet === undefined) return failure({ kind: 'unknown-sheet', sheet: wanted ?? '1', sheets });
  const entry = entries.value.get(sheet.path.toLowerCase());
  if (entry === undefined)
    return failure({ kind: 'damaged', what: `the sheet ${sheet.name} is not in the file` });
  const rows: string[][] = [];
  const reader = new SheetRows(workbook, defaultLimits.itemSize, (cells) => {
    if (rows.length < most && isFilled(cells)) rows.push(Array.from(cells, (cell) => cell ?? ''));
  });
  for await (const piece of entryBytes(bytes, entry, defaultLimits)) {
    reader.push(piece);
    if (rows.length >= most) break;
  }
  return success({ format: 'xlsx', encoding: null, delimiter: null, sheets, rows });
}

function isFilled(cells: readonly (string | undefined)[]): boolean {
  return cells.some((cell) => (cell ?? '').trim() !== '');
}
