// A table of bone densitometries (CSV, TSV) to measurements, one region of one examination a row. Decision: a row with something
// that cannot be read stays out whole, with its line and the field, because a T-score without its region or its day would be
// counted as another one. What a number may be is not judged here.

import { type CalendarDate, failure, type Result, success, type VertebralLevel } from '@breekpunt/core';
import { readDate } from '../read-date.ts';
import { defaultLimits } from '../read-limits.ts';
import { sexFrom } from '../recorded-values.ts';
import type { RecordedSex } from '../report-record.ts';
import { headerWord } from '../table/column-headers.ts';
import { DelimitedRows } from '../table/delimited-rows.ts';
import { sniffTable } from '../table/sniff-table.ts';
import { decodeWhole } from '../text/byte-decoder.ts';
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

type Column =
  | 'patient'
  | 'birthDate'
  | 'sex'
  | 'on'
  | 'region'
  | 'side'
  | 'bmd'
  | 'tScore'
  | 'zScore'
  | 'vertebrae'
  | 'excluded'
  | 'reference'
  | 'referenceSex'
  | 'maker'
  | 'model'
  | 'serial';

/** The program's words only, never the row's. */
export interface DensityTableReject {
  readonly line: number;
  /** Which field could not be read; null: the row itself. */
  readonly field: Column | null;
  readonly why: 'missing' | 'not-a-date' | 'not-a-number' | 'unknown-word' | 'no-value' | 'broken-row';
}

export interface DensityTable {
  readonly rows: readonly DensityTableRow[];
  readonly rejects: readonly DensityTableReject[];
}

export type DensityTableRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'missing-columns'; readonly columns: readonly string[] };

const words: Readonly<Record<Column, string>> = {
  patient:
    'patient patientid patientnummer patientnr patientennummer pid mrn dossiernummer numeropatient nopatient idpatient ipp',
  birthDate: 'birthdate dateofbirth dob geboortedatum datenaissance datedenaissance',
  sex: 'sex gender geslacht sexe',
  on: 'date datum scandate scandatum examdate onderzoeksdatum studydate dateexamen datedelexamen',
  region: 'region regio site plaats zone locatie meetplaats meetzone',
  side: 'side kant zijde cote',
  bmd: 'bmd bmdgcm2 bmdgcm² bmdgcm dichtheid botdichtheid densite dmo dmogcm2 dmogcm²',
  tScore: 'tscore tscoreyoungadult t',
  zScore: 'zscore z',
  vertebrae: 'vertebrae wervels vertebres levels niveaus',
  excluded:
    'excluded excludedvertebrae excludedlevels uitgesloten uitgeslotenwervels nietmeegeteld exclus vertebresexclues',
  reference: 'reference referencedatabase referentie referentiedatabase basereference',
  referenceSex: 'referencesex referentiegeslacht sexereference',
  maker: 'maker manufacturer merk fabrikant fabricant marque',
  model: 'model modele toestel device appareil',
  serial: 'serial serialnumber serialno serienummer toestelnummer numerodeserie deviceserial sn',
};

const needed: readonly Column[] = ['patient', 'on', 'region'];
const values: readonly Column[] = ['bmd', 'tScore', 'zScore'];

export function readDensityTable(bytes: Uint8Array): Result<DensityTable, DensityTableRefusal> {
  const { text } = decodeWhole(bytes);
  if (text.trim() === '') return failure({ kind: 'empty' });
  const { delimiter, newline } = sniffTable(text.slice(0, 65_536), text.length <= 65_536);
  const rows: DensityTableRow[] = [];
  const rejects: DensityTableReject[] = [];
  let columns: ReadonlyMap<Column, number> | null = null;
  const reader = new DelimitedRows(delimiter, newline, defaultLimits.itemSize, {
    row: (cells, line) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (columns === null) columns = columnsOf(cells);
      else {
        const found = rowFrom(cells, line, columns);
        if ('why' in found) rejects.push(found);
        else rows.push(found);
      }
    },
    bad: (_reason, line) => void rejects.push({ line, field: null, why: 'broken-row' }),
  });
  reader.push(text);
  reader.end();
  const missing = missingIn(columns);
  return missing.length > 0
    ? failure({ kind: 'missing-columns', columns: missing })
    : success({ rows, rejects });
}

function columnsOf(headers: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [index, header] of headers.entries()) {
    const word = headerWord(header);
    for (const [column, known] of Object.entries(words) as [Column, string][])
      if (!found.has(column) && known.split(' ').includes(word)) found.set(column, index);
  }
  return found;
}

function missingIn(columns: ReadonlyMap<Column, number> | null): readonly string[] {
  const lacks = (column: Column): boolean => columns?.has(column) !== true;
  return [...needed.filter(lacks), ...(values.every(lacks) ? ['bmd, tScore or zScore'] : [])];
}

class Unread extends Error {
  readonly field: Column;
  readonly why: DensityTableReject['why'];

  constructor(field: Column, why: DensityTableReject['why']) {
    super(why);
    this.field = field;
    this.why = why;
  }
}

function rowFrom(
  cells: readonly string[],
  line: number,
  columns: ReadonlyMap<Column, number>,
): DensityTableRow | DensityTableReject {
  const cell = (column: Column): string => {
    const index = columns.get(column);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  try {
    return filledRow(line, cell);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { line, field: error.field, why: error.why };
  }
}

function filledRow(line: number, cell: (column: Column) => string): DensityTableRow {
  const [patient, place] = [cell('patient'), cell('region')];
  if (patient === '') throw new Unread('patient', 'missing');
  const on = dayIn(cell, 'on');
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
    birthDate: dayIn(cell, 'birthDate'),
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

function dayIn(cell: (column: Column) => string, column: 'on' | 'birthDate'): CalendarDate | null {
  const read = readDate(cell(column));
  if (read.kind === 'not-a-date') throw new Unread(column, 'not-a-date');
  return read.kind === 'date' ? read.date : null;
}

/** With a comma or a point, and any of the minus signs of print. */
function numberIn(cell: (column: Column) => string, column: 'bmd' | 'tScore' | 'zScore'): number | null {
  const text = cell(column);
  if (/^(|-|n\/?a|nvt)$/i.test(text)) return null;
  const plain = text.replace(/^[−–]/, '-').replace(',', '.');
  if (!/^[+-]?\d{1,4}(\.\d+)?$/.test(plain)) throw new Unread(column, 'not-a-number');
  return Number(plain);
}

function sexIn(cell: (column: Column) => string, column: 'sex' | 'referenceSex'): RecordedSex | null {
  const text = cell(column);
  if (text === '') return null;
  const sex = sexFrom(text);
  if (sex === undefined) throw new Unread(column, 'unknown-word');
  return sex;
}

/** Of a column of their own, else of the region ("L1-L4"); what is left out is taken from the set. */
function levelsIn(cell: (column: Column) => string): ReturnType<typeof lumbarLevelsFrom> {
  const [stated, out] = [cell('vertebrae') || cell('region'), cell('excluded')];
  return lumbarLevelsFrom(out === '' ? stated : `${stated} zonder ${out}`);
}
