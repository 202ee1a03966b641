// CSV, TSV and their semicolon and pipe relations: bytes to events. One decision: rows are cut, decoded and turned
// into records chunk by chunk, one batch a chunk, so memory stays at a chunk plus the row that spans it.

import type { EventSink } from '../event-sink.ts';
import type { ReadBatch, ReadLimits, ReadOptions } from '../report-record.ts';
import { ByteDecoder, decodeWhole, encodingFromHead, isDamaged } from '../text/byte-decoder.ts';
import type { ByteStream } from '../text/byte-stream.ts';
import { type ColumnPlan, describePlan, planColumns } from './column-plan.ts';
import { DelimitedRows, type RowHandler } from './delimited-rows.ts';
import { RowReader } from './record-from-row.ts';
import { sniffTable } from './sniff-table.ts';

const separatorLine = /^sep=([,;\t|])\r?$/;

export async function* readDelimited(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  const encoding = options.encoding ?? encodingFromHead(stream.head);
  const head = decodeWhole(stream.head, encoding).text;
  const shape = sniffTable(head, stream.complete, options.mapping);
  const declared = separatorLine.exec(head.slice(0, 7).split('\n')[0] ?? '')?.[1];
  const delimiter = options.delimiter ?? declared ?? shape.delimiter;
  const decoder = new ByteDecoder(encoding);
  const table = new TableRows(options, limits.itemSize, sink, decoder, declared !== undefined);
  const rows = new DelimitedRows(delimiter, shape.newline, limits.itemSize, table);
  for await (const chunk of stream.chunks()) {
    rows.push(decoder.decode(chunk));
    if (sink.size > 0) yield sink.take();
    if (sink.refused) return;
  }
  rows.push(decoder.end());
  rows.end();
  table.end();
  const seen = decoder.encoding ?? 'utf-8';
  sink.notice({ kind: 'format', format: 'csv', encoding: seen, delimiter });
}

class TableRows implements RowHandler {
  readonly #options: ReadOptions;
  readonly #limit: number;
  readonly #sink: EventSink;
  readonly #decoder: ByteDecoder;
  #skipSeparatorLine: boolean;
  #plan: ColumnPlan | undefined;
  #reader: RowReader | undefined;
  #width = 0;

  constructor(
    options: ReadOptions,
    limit: number,
    sink: EventSink,
    decoder: ByteDecoder,
    skipSeparatorLine: boolean,
  ) {
    this.#options = options;
    this.#limit = limit;
    this.#sink = sink;
    this.#decoder = decoder;
    this.#skipSeparatorLine = skipSeparatorLine;
  }

  row(cells: string[], line: number, source: string, start: number, end: number): void {
    if (this.#sink.refused) return;
    if (this.#skipSeparatorLine && line === 1) {
      this.#skipSeparatorLine = false;
      return;
    }
    if (isBlankRow(cells)) return;
    if (this.#reader === undefined && !this.#open(cells)) return;
    const raw = (): string => source.slice(start, end);
    const place = { kind: 'line', line } as const;
    if (cells.length !== this.#width && !fits(cells, this.#width)) {
      const reason = { kind: 'column-count', expected: this.#width, found: cells.length } as const;
      return this.#sink.reject(place, reason, raw());
    }
    if (this.#decoder.damaged && isDamaged(raw())) {
      const encoding = this.#decoder.encoding ?? 'utf-8';
      return this.#sink.reject(place, { kind: 'broken-encoding', encoding }, raw());
    }
    this.#reader?.read(cells, place, () => `line-${line}`, raw);
  }

  bad(reason: 'unbalanced-quote' | 'too-large', line: number, raw: string, truncated: boolean): void {
    if (this.#sink.refused) return;
    const described =
      reason === 'too-large' ? ({ kind: reason, limit: this.#limit } as const) : ({ kind: reason } as const);
    this.#sink.reject({ kind: 'line', line }, described, raw, truncated);
  }

  end(): void {
    if (this.#plan === undefined && !this.#sink.refused) this.#sink.refuse({ kind: 'no-header-row' });
  }

  /** Settles the columns on the first row; true when that row is itself data. */
  #open(cells: readonly string[]): boolean {
    const plan = planColumns(cells, this.#options);
    if (!plan.ok) {
      this.#sink.refuse(plan.error);
      return false;
    }
    this.#plan = plan.value;
    this.#width = cells.length;
    this.#reader = new RowReader(plan.value, this.#sink, { keepSource: this.#options.keepSource });
    this.#sink.notice({ kind: 'columns', ...describePlan(plan.value) });
    return plan.value.firstRowIsData;
  }
}

function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Spreadsheets leave empty cells hanging after the last column; nothing is lost with them. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell === '');
}
