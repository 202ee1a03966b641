// XLSX to events of reports. One decision: memory is the packed size plus the shared texts; the rows of the sheet pass by.

import type { EventSink } from '../event-sink.ts';
import { UnpackRefused } from '../inflate.ts';
import type { ReadBatch, ReadLimits, ReadOptions } from '../report-record.ts';
import { describePlan, planColumns } from '../table/column-plan.ts';
import { RowReader } from '../table/record-from-row.ts';
import type { ByteStream } from '../text/byte-stream.ts';
import { keptBeginning } from '../text/line-splitter.ts';
import { type OpenWorkbook, openWorkbook, sheetRows } from './open-workbook.ts';
import type { SheetPart } from './workbook.ts';

export async function* readXlsx(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  const opened = await openWorkbook(await heldWhole(stream, limits), limits);
  if (!opened.ok) return sink.refuse(opened.error);
  const { workbook } = opened.value;
  sink.notice({ kind: 'format', format: 'xlsx' });
  const names = workbook.sheets.map((sheet) => sheet.name);
  const sheet =
    options.sheet === undefined ? workbook.sheets[0] : workbook.sheets.find((s) => s.name === options.sheet);
  if (sheet === undefined)
    return sink.refuse({ kind: 'unknown-sheet', sheet: options.sheet ?? '1', sheets: names });
  const others = names.filter((name) => name !== sheet.name);
  if (others.length > 0) sink.notice({ kind: 'sheets-not-read', sheets: others });
  yield* readSheet(opened.value, sheet, options, sink);
}

async function* readSheet(
  opened: OpenWorkbook,
  sheet: SheetPart,
  options: ReadOptions,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  const { itemSize } = opened.file.limits;
  let reader: RowReader | undefined;
  const open = (cells: string[]): boolean => {
    const plan = planColumns(cells, options);
    if (!plan.ok) {
      sink.refuse(plan.error);
      return false;
    }
    reader = new RowReader(plan.value, sink, {
      serials: opened.workbook.dateSystem,
      keepSource: options.keepSource,
    });
    sink.notice({ kind: 'columns', ...describePlan(plan.value) });
    return plan.value.firstRowIsData;
  };
  const readRow = (cells: string[], row: number): void => {
    const place = { kind: 'row', sheet: sheet.name, row } as const;
    const size = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (size > itemSize) {
      return sink.reject(
        place,
        { kind: 'too-large', limit: itemSize },
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
  const pieces = sheetRows(opened, sheet, (cells, row) => {
    if (sink.refused || cells.every((cell) => (cell ?? '').trim() === '')) return;
    const data = reader !== undefined || open(cells);
    if (data) readRow(cells, row);
  });
  let piece = await pieces.next();
  while (piece.done !== true) {
    if (sink.size > 0) yield sink.take();
    if (sink.refused) return;
    piece = await pieces.next();
  }
  if (piece.value !== null && !sink.refused) sink.refuse(piece.value);
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
