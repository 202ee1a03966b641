// A workbook held whole, and the rows of one of its sheets. Decision: the packed file is held (its directory stands at the end)
// and the sheet is streamed, bounded while unpacking; whoever reads reports or measurements out of the rows opens it here.

import { type Result, success } from '@breekpunt/core';
import type { ReadLimits, RefusalReason } from '../report-record.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { type Package, readWorkbook, type SheetPart, type Workbook } from './workbook.ts';
import { entryBytes, readZipDirectory } from './zip-directory.ts';

export interface OpenWorkbook {
  readonly workbook: Workbook;
  readonly file: Package;
}

/** Throws UnpackRefused when a part is damaged or beyond the bounds. */
export async function openWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<Result<OpenWorkbook, RefusalReason>> {
  const entries = readZipDirectory(bytes, limits);
  if (!entries.ok) return entries;
  const file: Package = { bytes, entries: entries.value, limits };
  return success({ file, workbook: await readWorkbook(file) });
}

/**
 * Gives each row to `row` as it comes by, and a pause between pieces of the sheet; returns why the sheet could not be read to its
 * end, or null. Throws UnpackRefused like openWorkbook.
 */
export async function* sheetRows(
  { file, workbook }: OpenWorkbook,
  sheet: SheetPart,
  row: SheetRow,
): AsyncGenerator<void, RefusalReason | null, undefined> {
  const entry = file.entries.get(sheet.path.toLowerCase());
  if (entry === undefined) return { kind: 'damaged', what: `the sheet ${sheet.name} is not in the file` };
  const rows = new SheetRows(workbook, file.limits.itemSize, row);
  for await (const piece of entryBytes(file.bytes, entry, file.limits)) {
    rows.push(piece);
    yield;
  }
  rows.end();
  return rows.complete ? null : { kind: 'damaged', what: `the sheet ${sheet.name} ends in the middle` };
}
