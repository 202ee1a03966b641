// One row of a table of bone densitometries to a measurement. Decision: a row with something that cannot be read stays out whole,
// with its line and the field, because a T-score without its region or its day would be counted as another one. What a number
// may be is not judged here.

import type { CalendarDate, VertebralLevel } from '@breekpunt/core';
import { readDate } from '../read-date.ts';
import { sexFrom } from '../recorded-values.ts';
import type { RecordedSex } from '../report-record.ts';
import type { DensityColumn, DensityColumns } from './density-columns.ts';
import { type DensityRegion, densityRegionFrom, lumbarLevelsFrom, sideFrom } from './density-words.ts';

export interface DensityTableRow {
  /** In the file, from 1. */
  readonly line: number;
  /** The number of the patient at the hospital. */
  readonly patient: string;
  readonly birthDate: CalendarDate | null;
  readonly sex: RecordedSex | null;
  readonly on: CalendarDate;
  readonly region: DensityRegion;
  readonly side: 'left' | 'right' | null;
  /** g/cm2. */
  readonly bmd: number | null;
  readonly tScore: number | null;
  readonly zScore: number | null;
  readonly vertebraeUsed: readonly VertebralLevel[] | null;
  readonly vertebraeExcluded: readonly VertebralLevel[] | null;
  readonly referenceDatabase: string | null;
  readonly referenceSex: 'female' | 'male' | null;
  readonly maker: string | null;
  readonly model: string | null;
  readonly serial: string | null;
}

/** The program's words only, never the row's. */
export interface DensityTableReject {
  readonly line: number;
  /** Which field could not be read; null: the row itself. */
  readonly field: DensityColumn | null;
  readonly why: 'missing' | 'not-a-date' | 'not-a-number' | 'unknown-word' | 'no-value' | 'broken-row';
}

type CellOf = (column: DensityColumn) => string;
type DateSystem = '1900' | '1904';

class Unread extends Error {
  readonly field: DensityColumn;
  readonly why: DensityTableReject['why'];

  constructor(field: DensityColumn, why: DensityTableReject['why']) {
    super(why);
    this.field = field;
    this.why = why;
  }
}

/** @param serialFrom how a spreadsheet counts days, when a bare number may be one. */
export function densityRowFrom(
  cells: readonly string[],
  line: number,
  columns: DensityColumns,
  serialFrom?: DateSystem,
): DensityTableRow | DensityTableReject {
  const cell = (column: DensityColumn): string => {
    const index = columns.get(column);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  try {
    return filledRow(line, cell, serialFrom);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { line, field: error.field, why: error.why };
  }
}

function filledRow(line: number, cell: CellOf, serialFrom?: DateSystem): DensityTableRow {
  const [patient, place] = [cell('patient'), cell('region')];
  if (patient === '') throw new Unread('patient', 'missing');
  const on = dayIn(cell, 'on', serialFrom);
  if (on === null) throw new Unread('on', 'missing');
  const region = densityRegionFrom(place);
  if (region === undefined) throw new Unread('region', place === '' ? 'missing' : 'unknown-word');
  const [bmd, tScore, zScore] = [numberIn(cell, 'bmd'), numberIn(cell, 'tScore'), numberIn(cell, 'zScore')];
  if (bmd === null && tScore === null && zScore === null) throw new Unread('bmd', 'no-value');
  const levels = region === 'lumbar-spine' ? levelsIn(cell) : null;
  const reference = sexIn(cell, 'referenceSex');
  return {
    line,
    patient,
    birthDate: dayIn(cell, 'birthDate', serialFrom),
    sex: sexIn(cell, 'sex'),
    on,
    region,
    side: region === 'lumbar-spine' ? null : sideFrom(`${cell('side')} ${place}`),
    bmd,
    tScore,
    zScore,
    vertebraeUsed: levels?.used ?? null,
    vertebraeExcluded: levels === null || levels.excluded.length === 0 ? null : levels.excluded,
    referenceDatabase: cell('reference') || null,
    referenceSex: reference === 'female' || reference === 'male' ? reference : null,
    maker: cell('maker') || null,
    model: cell('model') || null,
    serial: cell('serial') || null,
  };
}

function dayIn(cell: CellOf, column: 'on' | 'birthDate', serialFrom?: DateSystem): CalendarDate | null {
  const read = readDate(cell(column), serialFrom);
  if (read.kind === 'not-a-date') throw new Unread(column, 'not-a-date');
  return read.kind === 'date' ? read.date : null;
}

/** With a comma or a point, any of the minus signs of print, and the power of ten with which spreadsheets keep a small number. */
function numberIn(cell: CellOf, column: 'bmd' | 'tScore' | 'zScore'): number | null {
  const text = cell(column);
  if (/^(|-|n\/?a|nvt)$/i.test(text)) return null;
  const plain = text.replace(/^[−–]/, '-').replace(',', '.');
  if (!/^[+-]?\d{1,4}(\.\d+)?(e-\d{1,2})?$/i.test(plain)) throw new Unread(column, 'not-a-number');
  return Number(plain);
}

function sexIn(cell: CellOf, column: 'sex' | 'referenceSex'): RecordedSex | null {
  const text = cell(column);
  if (text === '') return null;
  const sex = sexFrom(text);
  if (sex === undefined) throw new Unread(column, 'unknown-word');
  return sex;
}

/** Of a column of their own, else of the region ("L1-L4"); what is left out is taken from the set. */
function levelsIn(cell: CellOf): ReturnType<typeof lumbarLevelsFrom> {
  const [stated, out] = [cell('vertebrae') || cell('region'), cell('excluded')];
  return lumbarLevelsFrom(out === '' ? stated : `${stated} zonder ${out}`);
}
