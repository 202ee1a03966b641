// Rows of a CSV file as RFC 4180 describes them: commas, quotes where needed, CRLF. Text that a
// spreadsheet would run as a formula gets an apostrophe in front, because a report is not to be trusted.

import type { Cell } from './cell.ts';

/** Marks the file as UTF-8 for spreadsheets. */
export const csvStart = '\ufeff';

export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
