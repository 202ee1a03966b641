// A table of bone densitometries (CSV, TSV, XLSX) to measurements, one region of one examination a row. Decision: the bytes say
// which of them it is, not the name; of a workbook the first sheet is read.

import { failure, type Result, success } from '@breekpunt/core';
import { detectFormat } from '../detect-format.ts';
import { UnpackRefused } from '../inflate.ts';
import { defaultLimits } from '../read-limits.ts';
import { DelimitedRows } from '../table/delimited-rows.ts';
import { sniffTable } from '../table/sniff-table.ts';
import { decodeWhole } from '../text/byte-decoder.ts';
import { openWorkbook, sheetRows } from '../xlsx/open-workbook.ts';
import { type DensityColumns, densityColumnsOf, missingColumns } from './density-columns.ts';
import { type DensityTableReject, type DensityTableRow, densityRowFrom } from './density-row.ts';

export interface DensityTable {
  readonly rows: readonly DensityTableRow[];
  readonly rejects: readonly DensityTableReject[];
}

export type DensityTableRefusal =
  /** not-supported: another kind of file, such as an old .xls; too-large: once unpacked. */
  | { readonly kind: 'empty' | 'not-supported' | 'damaged' | 'too-large' }
  | { readonly kind: 'missing-columns'; readonly columns: readonly string[] };

type Read = Result<DensityTable, DensityTableRefusal>;

/** A table of measurements is far smaller than one of reports. */
const limits = { ...defaultLimits, unpackedPartSize: 100_000_000 };

export async function readDensityTable(bytes: Uint8Array): Promise<Read> {
  const format = detectFormat(bytes.subarray(0, 65_536), 'table.csv');
  if (!format.ok || (format.value !== 'csv' && format.value !== 'xlsx'))
    return failure({ kind: 'not-supported' });
  if (format.value === 'csv') return readDelimited(bytes);
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof UnpackRefused)) throw error;
    return failure({ kind: error.reason.kind === 'too-large' ? 'too-large' : 'damaged' });
  }
}

function readDelimited(bytes: Uint8Array): Read {
  const { text } = decodeWhole(bytes);
  if (text.trim() === '') return failure({ kind: 'empty' });
  const { delimiter, newline } = sniffTable(text.slice(0, 65_536), text.length <= 65_536);
  const table = new TableInMaking();
  const reader = new DelimitedRows(delimiter, newline, limits.itemSize, {
    row: (cells, line) => table.take(cells, line),
    bad: (_reason, line) => table.reject({ line, field: null, why: 'broken-row' }),
  });
  reader.push(text);
  reader.end();
  return table.read();
}

async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  const opened = await openWorkbook(bytes, limits);
  if (!opened.ok) return failure({ kind: opened.error.kind === 'too-large' ? 'too-large' : 'damaged' });
  const { dateSystem, sheets } = opened.value.workbook;
  const [sheet] = sheets;
  if (sheet === undefined) return failure({ kind: 'damaged' });
  const table = new TableInMaking(dateSystem);
  const pieces = sheetRows(opened.value, sheet, (cells, row) => table.take(cells, row));
  let piece = await pieces.next();
  while (piece.done !== true) piece = await pieces.next();
  return piece.value === null ? table.read() : failure({ kind: 'damaged' });
}

/** The first row with anything in it names the columns; each after it is a measurement, or stays out. */
class TableInMaking {
  readonly #serialFrom: '1900' | '1904' | undefined;
  readonly #rows: DensityTableRow[] = [];
  readonly #rejects: DensityTableReject[] = [];
  #columns: DensityColumns | null = null;

  constructor(serialFrom?: '1900' | '1904') {
    this.#serialFrom = serialFrom;
  }

  take(cells: readonly (string | undefined)[], line: number): void {
    const texts = cells.map((cell = '') => cell);
    if (texts.every((text) => text.trim() === '')) return;
    if (this.#columns === null) {
      this.#columns = densityColumnsOf(texts);
      return;
    }
    const found = densityRowFrom(texts, line, this.#columns, this.#serialFrom);
    if ('why' in found) this.#rejects.push(found);
    else this.#rows.push(found);
  }

  reject(reject: DensityTableReject): void {
    this.#rejects.push(reject);
  }

  read(): Read {
    if (this.#columns === null && this.#rejects.length === 0) return failure({ kind: 'empty' });
    const missing = missingColumns(this.#columns);
    return missing.length > 0
      ? failure({ kind: 'missing-columns', columns: missing })
      : success({ rows: this.#rows, rejects: this.#rejects });
  }
}
