// A table of acute hip care from another system of the hospital, row by row. Decision: columns by their names, in any order and as
// few as the sender has; an empty cell says nothing. What a person wrote stands, a file fills what is empty and may correct an
// earlier file.

import {
  type Answer,
  type CalendarDate,
  failure,
  parseCalendarDate,
  type Result,
  success,
} from '@breekpunt/core';
import { dischargePlaces, readPlainTable } from '@breekpunt/integrate';
import type { HipCare, KeptHipCare } from './hip-care.ts';

const columns: Readonly<Record<string, keyof HipCare>> = {
  arrived_on: 'arrivedOn',
  arrived_clock: 'arrivedClock',
  operated: 'operated',
  operated_on: 'operatedOn',
  operated_clock: 'operatedClock',
  operation_as_advised: 'operationAsAdvised',
  geriatrician: 'geriatrician',
  geriatrician_on: 'geriatricianOn',
  geriatrician_clock: 'geriatricianClock',
  mobilised: 'mobilised',
  mobilised_on: 'mobilisedOn',
  delirium_tested: 'deliriumTested',
  delirium: 'delirium',
  nutrition_assessed: 'nutritionAssessed',
  discharged_on: 'dischargedOn',
  discharged_to: 'dischargedTo',
  home_at_120_days: 'homeAt120Days',
  medicine_at_120_days: 'medicineAt120Days',
};

/** Of the file; the number of the patient and the day of arrival say which case is meant. */
const hipCareColumns: readonly string[] = ['patient_number', ...Object.keys(columns)];

export const emptyHipCare: HipCare = {
  arrivedOn: null,
  arrivedClock: null,
  operated: 'not-recorded',
  operatedOn: null,
  operatedClock: null,
  operationAsAdvised: 'not-recorded',
  geriatrician: 'not-recorded',
  geriatricianOn: null,
  geriatricianClock: null,
  mobilised: 'not-recorded',
  mobilisedOn: null,
  deliriumTested: 'not-recorded',
  delirium: 'not-recorded',
  nutritionAssessed: 'not-recorded',
  dischargedOn: null,
  dischargedTo: null,
  homeAt120Days: 'not-recorded',
  medicineAt120Days: 'not-recorded',
};

export interface HipCareRow {
  /** From 1, without the line of names. */
  readonly row: number;
  readonly number: string;
  readonly arrivedOn: CalendarDate;
  readonly said: Partial<HipCare>;
}

export interface HipCareRowProblem {
  readonly row: number;
  readonly column: string;
  readonly expected: 'a-known-column' | 'a-number' | 'a-day' | 'a-time' | 'yes-or-no' | 'a-known-word';
}

export interface HipCareTable {
  readonly rows: readonly HipCareRow[];
  readonly problems: readonly HipCareRowProblem[];
}

export function readHipCareFile(text: string): HipCareTable {
  const table = readPlainTable(text);
  const names = table.names.map((name) => name.toLowerCase());
  const unknown = names.filter((name) => !hipCareColumns.includes(name));
  const absent = ['patient_number', 'arrived_on'].filter((name) => !names.includes(name));
  if (unknown.length + absent.length > 0)
    return {
      rows: [],
      problems: [...absent, ...unknown].map((column) => ({ row: 0, column, expected: 'a-known-column' })),
    };
  const rows: HipCareRow[] = [];
  const problems: HipCareRowProblem[] = [];
  for (const [place, cells] of table.rows.entries()) {
    const read = readRow(place + 1, names, cells);
    if (read.ok) rows.push(read.value);
    else problems.push(read.error);
  }
  return { rows, problems };
}

function readRow(
  row: number,
  names: readonly string[],
  cells: readonly string[],
): Result<HipCareRow, HipCareRowProblem> {
  const said: Record<string, unknown> = {};
  for (const [place, column] of names.entries()) {
    const field = columns[column];
    const cell = cells[place] ?? '';
    if (field === undefined || cell === '') continue;
    const value = cellValue(field, cell);
    if (!value.ok) return failure({ row, column, expected: value.error });
    said[field] = value.value;
  }
  const number = cells[names.indexOf('patient_number')] ?? '';
  if (number === '') return failure({ row, column: 'patient_number', expected: 'a-number' });
  const care = said as Partial<HipCare>;
  if (care.arrivedOn == null) return failure({ row, column: 'arrived_on', expected: 'a-day' });
  return success({ row, number, arrivedOn: care.arrivedOn, said: care });
}

function cellValue(field: keyof HipCare, cell: string): Result<unknown, HipCareRowProblem['expected']> {
  if (field === 'dischargedTo')
    return dischargePlaces.some((one) => one === cell) ? success(cell) : failure('a-known-word');
  if (field.endsWith('On')) {
    const read = parseCalendarDate(cell);
    return read.ok ? success(read.value) : failure('a-day');
  }
  if (field.endsWith('Clock'))
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(cell) ? success(cell) : failure('a-time');
  return cell === 'yes' || cell === 'no' ? success(cell) : failure('yes-or-no');
}

/** The block with what a file says put into it; the same object when that changes nothing. */
export function filledIn(kept: KeptHipCare | null, said: Partial<HipCare>): HipCare {
  const before: HipCare = kept ?? emptyHipCare;
  const byHand = kept !== null && kept.source === 'manual';
  const changes = Object.entries(said).filter(([name, value]) => {
    const known = before[name as keyof HipCare] as Answer | string | null;
    const empty = known === null || known === 'not-recorded';
    return value !== known && (empty || !byHand);
  });
  return changes.length === 0 ? before : { ...before, ...Object.fromEntries(changes) };
}
