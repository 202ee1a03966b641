// Takes a laboratory result into the unit in which it is kept, with its reference range. Decision: a unit that is not
// known is refused with the units that are, never guessed from the size of the number; 9.0 mg/dL read as mmol/L would
// be a dying patient.

import { failure, type Result, success } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import { conventionalUnits, type LabRules } from './lab-rules.ts';
import {
  type CanonicalUnit,
  canonicalUnits,
  type LabResult,
  type MeasuredTest,
  type SentResult,
} from './lab-test.ts';

export type ResultRefusal =
  | ImplausibleValue
  | { readonly kind: 'unknown-unit'; readonly test: MeasuredTest; readonly expected: readonly string[] }
  | { readonly kind: 'range-upside-down'; readonly test: MeasuredTest };

/** Other ways of writing a unit; compared without spaces, in small letters. */
const spellings: Readonly<Record<string, string>> = {
  'umol/l': 'µmol/l',
  'μmol/l': 'µmol/l',
  'mcmol/l': 'µmol/l',
  'µg/l': 'ng/ml',
  'μg/l': 'ng/ml',
  'ug/l': 'ng/ml',
  'ng/l': 'pg/ml',
  'miu/l': 'mu/l',
  'uiu/ml': 'mu/l',
  'µiu/ml': 'mu/l',
  'μiu/ml': 'mu/l',
  'uu/ml': 'mu/l',
  'µu/ml': 'mu/l',
  'iu/l': 'u/l',
  'mm/uur': 'mm/h',
  'mm/u': 'mm/h',
  'mmol/d': 'mmol/24h',
  'mmol/dag': 'mmol/24h',
  'mmol/24u': 'mmol/24h',
};

export function parseResult(sent: SentResult, rules: LabRules): Result<LabResult, ResultRefusal> {
  const { test, range } = sent;
  const unit = canonicalUnits[test];
  const factor = factorFor(test, sent.unit, unit, rules);
  if (factor === null) return failure({ kind: 'unknown-unit', test, expected: knownUnits(test, rules) });
  const value = plausible(test, sent.value * factor, rules.plausible[test]);
  if (!value.ok) return value;
  if (range !== null && range.low !== null && range.high !== null && range.low > range.high) {
    return failure({ kind: 'range-upside-down', test });
  }
  const inUnit = (bound: number | null): number | null => (bound === null ? null : bound * factor);
  return success({
    ...sent,
    value: value.value,
    unit,
    range: range === null ? null : { low: inUnit(range.low), high: inUnit(range.high) },
  });
}

/** The units in which a test may come. */
export function knownUnits(test: MeasuredTest, rules: LabRules): readonly string[] {
  const other = conventionalUnits[test];
  return other === undefined || rules.factors[test] === undefined
    ? [canonicalUnits[test]]
    : [canonicalUnits[test], other];
}

function factorFor(test: MeasuredTest, written: string, unit: CanonicalUnit, rules: LabRules): number | null {
  const plain = written.replaceAll(/\s/g, '').toLowerCase();
  const known = spellings[plain] ?? plain;
  if (known === unit.toLowerCase()) return 1;
  return known === conventionalUnits[test] ? (rules.factors[test] ?? null) : null;
}
