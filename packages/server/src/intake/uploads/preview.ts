// A look into an uploaded table before it is taken: its columns with what stands in them, what each is taken for, and
// what would be read and left out. Nothing is kept.

import {
  type ColumnField,
  type ColumnMapping,
  describeRefusal,
  lookAtTable,
  type Notice,
  type TableLook,
} from '@breekpunt/integrate';
import { type LeftOut, leftOutByReader, leftOutByRecords, untakableByItself } from './left-out.ts';
import { RepeatedRows } from './repeated-rows.ts';
import { eventsOf, type FileShape, tableName } from './upload-reading.ts';

export interface PreviewColumn {
  readonly header: string;
  /** What stands in the first rows. */
  readonly samples: readonly string[];
}

export interface Preview {
  /** Null when the file is no table, or none that can be opened. */
  readonly table: {
    readonly format: 'csv' | 'xlsx';
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly sheets: readonly string[];
    readonly headerRow: boolean;
    readonly columns: readonly PreviewColumn[];
  } | null;
  /** Which column feeds which field, as numbers from 1. */
  readonly used: { readonly [F in ColumnField]?: number };
  /** Rows with something in them: reports + repeated + leftOut. */
  readonly items: number;
  readonly reports: number;
  readonly repeated: number;
  readonly leftOut: number;
  /** The first ones. */
  readonly reasons: readonly LeftOut[];
  /** Words for sex and language that are not known here; the field stays not recorded. */
  readonly unrecognised: readonly { readonly field: string; readonly count: number }[];
  /** Why nothing can be read at all, with the reader's own code; null when something can. */
  readonly refusal: { readonly code: string; readonly sentence: string } | null;
}

const rowsLookedAt = 9;
const samplesShown = 4;
const sampleLength = 160;
const reasonsShown = 20;

/** The table as it shows itself, or cut as a person said. */
export async function lookAt(raw: Uint8Array, name: string, shape: FileShape): Promise<TableLook | null> {
  const look = await lookAtTable(raw, { name: tableName(name), ...shape }, rowsLookedAt);
  return look.ok ? look.value : null;
}

export async function previewOf(
  raw: Uint8Array,
  name: string,
  mapping: ColumnMapping | null,
  shape: FileShape,
): Promise<Preview> {
  const reasons: LeftOut[] = [];
  const unrecognised: { field: string; count: number }[] = [];
  const rows = new RepeatedRows();
  const tally = { items: 0, reports: 0, repeated: 0, leftOut: 0 };
  let refusal: Preview['refusal'] = null;
  const leaveOut = (row: LeftOut): void => {
    tally.leftOut += 1;
    if (reasons.length < reasonsShown) reasons.push(row);
  };
  for await (const event of eventsOf(raw, { name, mapping, shape })) {
    if (event.kind === 'notice') noticed(event.notice, unrecognised);
    else if (event.kind === 'refused') {
      const { reason } = event.refusal;
      refusal = { code: reason.kind, sentence: describeRefusal(reason) };
    } else if (event.kind === 'reject') leaveOut(leftOutByReader(event.reject.place, event.reject.reason));
    else if (event.kind === 'end') tally.items = event.tally.items;
    else {
      const trouble = untakableByItself(event.record);
      if (rows.distinct(event.record) === null) tally.repeated += 1;
      else if (trouble !== null) leaveOut(leftOutByRecords(event.record.place, trouble));
      else tally.reports += 1;
    }
  }
  const look = await lookAt(raw, name, shape);
  const headerRow = shape.headerRow ?? hasHeaders(mapping);
  return {
    table: look === null ? null : { ...shapeOf(look), headerRow, columns: columnsOf(look, headerRow) },
    used: usedColumns(mapping, look),
    ...tally,
    reasons,
    unrecognised,
    refusal,
  };
}

function noticed(notice: Notice, unrecognised: { field: string; count: number }[]): void {
  if (notice.kind === 'unrecognised-values') unrecognised.push({ field: notice.field, count: notice.count });
}

/** A mapping by numbers alone says that there are none; before anybody says anything, a table has them. */
function hasHeaders(mapping: ColumnMapping | null): boolean {
  return mapping === null || Object.values(mapping).some((column) => typeof column === 'string');
}

function shapeOf({ format, encoding, delimiter, sheets }: TableLook) {
  return { format, encoding, delimiter, sheets };
}

function columnsOf({ rows }: TableLook, headerRow: boolean): PreviewColumn[] {
  const [first = []] = rows;
  const data = headerRow ? rows.slice(1) : rows;
  return first.map((header, index) => ({
    header: headerRow ? header.trim() : '',
    samples: data
      .map((row) => (row[index] ?? '').trim())
      .filter((cell) => cell !== '')
      .slice(0, samplesShown)
      .map((cell) => (cell.length > sampleLength ? `${cell.slice(0, sampleLength)} …` : cell)),
  }));
}

function usedColumns(mapping: ColumnMapping | null, look: TableLook | null): Preview['used'] {
  if (mapping === null) return look?.guessed ?? {};
  const headers = (look?.rows[0] ?? []).map((header) => header.trim());
  const numbers = Object.entries(mapping).map(([field, column]) => [
    field,
    typeof column === 'number' ? column : headers.indexOf(column.trim()) + 1,
  ]);
  return Object.fromEntries(numbers.filter(([, number]) => number !== 0)) as Preview['used'];
}
