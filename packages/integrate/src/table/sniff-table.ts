// Delimiter and line ending from the beginning of a delimited file. One decision: each delimiter is tried with the
// real row reader, and the one that yields known headers and equal rows wins; counting characters would be
// fooled by commas in report text. It does not decide the encoding.

import type { ColumnMapping } from '../report-record.ts';
import { detectColumns } from './column-headers.ts';
import { DelimitedRows } from './delimited-rows.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface TableShape {
  readonly delimiter: Delimiter;
  readonly newline: '\n' | '\r';
}

const rowsTried = 40;

/** `complete`: whether `head` is the whole file; otherwise its last row may be cut and is not counted. */
export function sniffTable(head: string, complete: boolean, mapping?: ColumnMapping): TableShape {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  let best: TableShape = { delimiter: ',', newline };
  let bestScore = -1;
  for (const delimiter of delimiters) {
    const score = scoreOf(firstRows(head, complete, delimiter, newline), mapping);
    if (score > bestScore) {
      bestScore = score;
      best = { delimiter, newline };
    }
  }
  return best;
}

function firstRows(head: string, complete: boolean, delimiter: Delimiter, newline: '\n' | '\r'): string[][] {
  const rows: string[][] = [];
  const reader = new DelimitedRows(delimiter, newline, head.length, {
    row: (cells) => {
      if (rows.length < rowsTried && cells.some((cell) => cell.trim() !== '')) rows.push(cells);
    },
    bad: () => {},
  });
  reader.push(head);
  if (complete) reader.end();
  return rows;
}

/** Known or mapped headers count most, then equal rows, then the number of columns. */
function scoreOf(rows: readonly string[][], mapping: ColumnMapping | undefined): number {
  const header = rows[0];
  if (header === undefined) return 0;
  const equal = rows.filter((row) => row.length === header.length).length / rows.length;
  const wanted = Object.values(mapping ?? {});
  const mapped = wanted.filter((c) =>
    typeof c === 'string' ? header.some((h) => h.trim() === c) : c <= header.length,
  );
  const known = mapping === undefined ? detectColumns(header).size : mapped.length;
  return known * 100 + equal * 50 + Math.min(header.length, 30);
}
