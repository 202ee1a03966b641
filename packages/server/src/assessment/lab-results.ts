// The newest usable result of each test of the panel. Decision: a result that cannot be read (an unknown unit, a value that
// cannot be true, "less than") is kept in sight as unusable and is never a value.

import type { CalendarDate } from '@breekpunt/core';
import { type LabResult, type LabRules, type MeasuredTest, parseResult } from '@breekpunt/investigate';
import type { LabRow } from '../records/lab-result.ts';
import { labTestOf } from './lab-codes.ts';

export interface NewestResult {
  readonly row: LabRow & { readonly sampledOn: CalendarDate };
  readonly result: LabResult;
}

export interface LabResults {
  readonly usable: ReadonlyMap<MeasuredTest, NewestResult>;
  /** Tests of which only something unreadable came, newest of each. */
  readonly unusable: ReadonlyMap<MeasuredTest, LabRow>;
}

export function labResultsOf(rows: readonly LabRow[], rules: LabRules): LabResults {
  const usable = new Map<MeasuredTest, NewestResult>();
  const unusable = new Map<MeasuredTest, LabRow>();
  for (const row of rows) {
    const test = labTestOf(row.loinc, row.localCode);
    if (test === null || row.status === 'cancelled' || row.status === 'entered-in-error') continue;
    const result = resultFrom(row, test, rules);
    if (result === null || row.sampledOn === null) unusable.set(test, row);
    else if (isNewer(row, usable.get(test)))
      usable.set(test, { row: { ...row, sampledOn: row.sampledOn }, result });
  }
  for (const test of usable.keys()) unusable.delete(test);
  return { usable, unusable };
}

function resultFrom(row: LabRow, test: MeasuredTest, rules: LabRules): LabResult | null {
  const { value, unit, comparator, sampledOn, referenceLow: low, referenceHigh: high } = row;
  if (value === null || unit === null || comparator !== null || sampledOn === null) return null;
  const range = low === null && high === null ? null : { low, high };
  const read = parseResult({ test, value, unit, date: sampledOn, range }, rules);
  return read.ok ? read.value : null;
}

function isNewer(row: LabRow, known: NewestResult | undefined): boolean {
  return (
    known === undefined ||
    (row.sampledOn ?? '') > known.row.sampledOn ||
    (row.sampledOn === known.row.sampledOn && row.id > known.row.id)
  );
}
