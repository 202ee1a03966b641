// The decision, once per table, which column feeds which field. One decision: an explicit mapping replaces
// detection altogether; what the mapping does not name stays unread, so that nothing is read by surprise.

import { failure, type Result, success } from '@breekpunt/core';
import { type ColumnField, type ColumnMapping, columnFields, type RefusalReason } from '../report-record.ts';
import { detectColumns, headerWord } from './column-headers.ts';

export interface ColumnPlan {
  readonly columns: ReadonlyMap<ColumnField, number>;
  /** Empty when the table has no header row. */
  readonly headers: readonly string[];
  /** Whether the first row is data. */
  readonly firstRowIsData: boolean;
}

export interface PlanOptions {
  readonly mapping?: ColumnMapping | undefined;
  readonly headerRow?: boolean | undefined;
}

export function planColumns(
  firstRow: readonly string[],
  options: PlanOptions,
): Result<ColumnPlan, RefusalReason> {
  const headers = firstRow.map((header) => header.trim());
  if (options.mapping !== undefined) return planFromMapping(options.mapping, headers, options.headerRow);
  const columns = detectColumns(headers);
  if (columns.size === 0 || options.headerRow === false) return failure({ kind: 'no-header-row' });
  return complete({ columns, headers, firstRowIsData: false });
}

function planFromMapping(
  mapping: ColumnMapping,
  headers: readonly string[],
  headerRow: boolean | undefined,
): Result<ColumnPlan, RefusalReason> {
  const entries = columnFields.flatMap((field) => {
    const column = mapping[field];
    return column === undefined ? [] : [[field, column] as const];
  });
  const firstRowIsData =
    headerRow === undefined ? entries.every(([, c]) => typeof c === 'number') : !headerRow;
  const columns = new Map<ColumnField, number>();
  for (const [field, column] of entries) {
    const index =
      typeof column === 'number' ? column - 1 : firstRowIsData ? -1 : indexOfHeader(headers, column);
    if (!Number.isInteger(index) || index < 0 || index >= headers.length) {
      const known = firstRowIsData ? [] : headers;
      return failure({ kind: 'mapped-column-absent', field, column: String(column), headers: known });
    }
    columns.set(field, index);
  }
  return complete({ columns, headers: firstRowIsData ? [] : headers, firstRowIsData });
}

function indexOfHeader(headers: readonly string[], name: string): number {
  const exact = headers.indexOf(name.trim());
  return exact !== -1 ? exact : headers.findIndex((header) => headerWord(header) === headerWord(name));
}

function complete(plan: ColumnPlan): Result<ColumnPlan, RefusalReason> {
  const { columns } = plan;
  if (columns.has('text') || columns.has('conclusion') || columns.has('codes')) return success(plan);
  return failure({ kind: 'missing-column', field: 'text', headers: plan.headers });
}

/** The notice that tells which column feeds which field. */
export function describePlan(plan: ColumnPlan): { used: Record<string, string>; ignored: string[] } {
  const used: Record<string, string> = {};
  for (const [field, index] of plan.columns) used[field] = plan.headers[index] ?? `#${index + 1}`;
  const taken = new Set(plan.columns.values());
  return { used, ignored: plan.headers.filter((header, index) => header !== '' && !taken.has(index)) };
}
