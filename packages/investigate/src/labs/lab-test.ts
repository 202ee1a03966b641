// The laboratory tests that this service asks for, and a result as a laboratory sent it. Decision: a result keeps the
// laboratory's own reference range, which goes before any range of ours; absent, present and refused are three things.

import type { CalendarDate } from '@breekpunt/core';

export const measuredTests = [
  'calcium',
  'ionised-calcium',
  'albumin',
  'creatinine',
  'tsh',
  'vitamin-d',
  'phosphate',
  'alkaline-phosphatase',
  'esr',
  'crp',
  'haemoglobin',
  'pth',
  'testosterone',
  'urine-calcium-24h',
] as const;
/** Tests that give a number. `vitamin-d` is 25-hydroxyvitamin D. */
export type MeasuredTest = (typeof measuredTests)[number];

/** `m-protein` (or the protein spectrum) is found or not found; it has no number here. */
export type LabTest = MeasuredTest | 'm-protein';
export const labTests: readonly LabTest[] = [...measuredTests, 'm-protein'];

export interface ReferenceRange {
  /** In the unit of the result; null where the range is open. */
  readonly low: number | null;
  readonly high: number | null;
}

/** As sent. `unit` is what the laboratory wrote: mg/dL, µmol/L. */
export interface SentResult {
  readonly test: MeasuredTest;
  readonly value: number;
  readonly unit: string;
  readonly date: CalendarDate;
  /** Null when the laboratory sent none. */
  readonly range: ReferenceRange | null;
  /** Calcium only: many laboratories send a value already corrected for albumin. */
  readonly adjustedForAlbumin?: 'yes' | 'no' | 'not-recorded';
}

/** In the unit of `canonicalUnits`. */
export interface LabResult extends SentResult {
  readonly unit: CanonicalUnit;
}

export interface ProteinResult {
  readonly test: 'm-protein';
  readonly found: 'yes' | 'no';
  readonly date: CalendarDate;
}

export type CanonicalUnit =
  | 'mmol/L'
  | 'g/L'
  | 'µmol/L'
  | 'mU/L'
  | 'nmol/L'
  | 'U/L'
  | 'mm/h'
  | 'mg/L'
  | 'pmol/L'
  | 'mmol/24h';

/** The unit in which every result is kept and compared. */
export const canonicalUnits: Readonly<Record<MeasuredTest, CanonicalUnit>> = {
  calcium: 'mmol/L',
  'ionised-calcium': 'mmol/L',
  albumin: 'g/L',
  creatinine: 'µmol/L',
  tsh: 'mU/L',
  'vitamin-d': 'nmol/L',
  phosphate: 'mmol/L',
  'alkaline-phosphatase': 'U/L',
  esr: 'mm/h',
  crp: 'mg/L',
  haemoglobin: 'mmol/L',
  pth: 'pmol/L',
  testosterone: 'nmol/L',
  'urine-calcium-24h': 'mmol/24h',
};
