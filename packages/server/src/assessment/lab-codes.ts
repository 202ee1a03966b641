// Which LOINC codes are which test of the panel. Codes are names of things, not clinical numbers; the unit that comes with
// the value says how it was measured. A test under its own name comes from our own screens and the demonstration.

import { type MeasuredTest, measuredTests } from '@breekpunt/investigate';

const rows: readonly (readonly [loinc: string, test: MeasuredTest])[] = [
  ['2000-8', 'calcium'],
  ['17861-6', 'calcium'],
  ['1995-0', 'ionised-calcium'],
  ['1751-7', 'albumin'],
  ['14682-9', 'creatinine'],
  ['2160-0', 'creatinine'],
  ['3016-3', 'tsh'],
  ['62292-8', 'vitamin-d'],
  ['1989-3', 'vitamin-d'],
  ['14635-7', 'vitamin-d'],
  ['14879-1', 'phosphate'],
  ['2777-1', 'phosphate'],
  ['6768-6', 'alkaline-phosphatase'],
  ['4537-7', 'esr'],
  ['30341-2', 'esr'],
  ['1988-5', 'crp'],
  ['718-7', 'haemoglobin'],
  ['59260-0', 'haemoglobin'],
  ['2731-8', 'pth'],
  ['14866-8', 'pth'],
  ['14913-8', 'testosterone'],
  ['2986-8', 'testosterone'],
];

const byCode: ReadonlyMap<string, MeasuredTest> = new Map([
  ...rows,
  ...measuredTests.map((test): [string, MeasuredTest] => [test, test]),
]);

export function labTestOf(loinc: string | null, localCode: string | null): MeasuredTest | null {
  return byCode.get(loinc ?? '') ?? byCode.get(localCode ?? '') ?? null;
}

/** To ask another system for these tests. */
export function loincsOf(tests: readonly MeasuredTest[]): readonly string[] {
  return rows.flatMap(([loinc, test]) => (tests.includes(test) ? [loinc] : []));
}
