// XLSX to events. One decision: the packed file is held (its directory stands at the end), its sheet is streamed,
// so memory is the packed size plus the shared texts; everything is bounded while unpacking.

import type { EventSink } from '../event-sink.ts';
import { UnpackRefused } from '../inflate.ts';
import type { ReadBatch, ReadLimits, ReadOptions } from '../report-record.ts';
import { describePlan, planColumns } from '../table/column-plan.ts';
import { RowReader } from '../table/record-from-row.ts';
import type { ByteStream } from '../text/byte-stream.ts';
import { keptBeginning } from '../text/line-splitter.ts';
import { SheetRows } from './sheet-rows.ts';
import { type Package, readWorkbook, type SheetPart, type Workbook } from './workbook.ts';
import { entryBytes, readZipDirectory } from './zip-directory.ts';

export async function* readXlsx(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  const bytes = await heldWhole(stream, limits);
  const entries = readZipDirectory(bytes, limits);
  if (!entries.ok) return sink.refuse(entries.error);
  const file: Package = { bytes, entries: entries.value, limits };
  const workbook = await readWorkbook(file);
  sink.notice({ kind: 'format', format: 'xlsx' });
  const names = workbook.sheets.map((sheet) => sheet.name);
  const sheet =
    options.sheet === undefined ? workbook.sheets[0] : workbook.sheets.find((s) => s.name === options.sheet);
  if (sheet === undefined)
    return sink.refuse({ kind: 'unknown-sheet', sheet: options.sheet ?? '1', sheets: names });
  const others = names.filter((name) => name !== sheet.name);
  if (others.length > 0) sink.notice({ kind: 'sheets-not-read', sheets: others });
  yield* readSheet(file, workbook, sheet, options, sink);
}

async function* readSheet(
  file: Package,
  workbook: Workbook,
  sheet: SheetPart,
  options: ReadOptions,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  const entry = file.entries.get(sheet.path.toLowerCase());
  if (entry === undefined)
    return sink.refuse({ kind: 'damaged', what: `the sheet ${sheet.name} is not in the file` });
  let reader: RowReader | undefined;
  const rows = new SheetRows(workbook, file.limits.itemSize, (cells, row) => {
    if (sink.refused || cells.every((cell) => (cell ?? '').trim() === '')) return;
    const data = reader !== undefined || open(cells);
    if (data) readRow(cells, row);
  });
  const open = (cells: string[]): boolean => {
    const plan = planColumns(cells, options);
    if (!plan.ok) {
      sink.refuse(plan.error);
      return false;
    }
    reader = new RowReader(plan.value, sink, {
      serials: workbook.dateSystem,
      keepSource: options.keepSource,
    });
    sink.notice({ kind: 'columns', ...describePlan(plan.value) });
    return plan.value.firstRowIsData;
  };
  const readRow = (cells: string[], row: number): void => {
    const place = { kind: 'row', sheet: sheet.name, row } as const;
    const size = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (size > file.limits.itemSize) {
      return sink.reject(
        place,
        { kind: 'too-large', limit: file.limits.itemSize },
        cells.join('\t').slice(0, keptBeginning),
        true,
      );
    }
    reader?.read(
      cells,
      place,
      () => `row-${row}`,
      () => cells.join('\t'),
    );
  };
  for await (const piece of entryBytes(file.bytes, entry, file.limits)) {
    rows.push(piece);
    if (sink.size > 0) yield sink.take();
    if (sink.refused) return;
  }
  rows.end();
  if (!rows.complete && !sink.refused)
    sink.refuse({ kind: 'damaged', what: `the sheet ${sheet.name} ends in the middle` });
  if (reader === undefined && !sink.refused) sink.refuse({ kind: 'no-header-row' });
}

async function heldWhole(stream: ByteStream, limits: ReadLimits): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream.chunks()) {
    parts.push(chunk.slice());
    length += chunk.length;
    if (length > limits.heldFileSize) {
      throw new UnpackRefused({
        kind: 'too-large',
        what: 'the workbook',
        limit: limits.heldFileSize,
        unit: 'bytes',
      });
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
