// Kidney function from creatinine: the filtration rate for the stage, the clearance for drug limits. Decision: the two
// are never mixed up and carry their names, because a drug text that says "CrCl below 35" does not mean the filtration
// rate; both are unrounded, and nothing is computed for a sex that is not recorded.

import { failure, type Result, type Sex, success } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { LabRules } from './lab-rules.ts';

export interface KidneyInput {
  /** µmol/L, by a method traceable to IDMS; null when not recorded. */
  readonly creatinine: number | null;
  readonly sex: Sex;
  /** Completed years; null when not recorded. */
  readonly ageYears: number | null;
}

export type KidneyRefusal =
  | ImplausibleValue
  | { readonly kind: 'missing'; readonly missing: readonly ('creatinine' | 'sex' | 'age' | 'weight')[] };

export type KidneyStage = 'G1' | 'G2' | 'G3a' | 'G3b' | 'G4' | 'G5';

export interface FiltrationRate {
  readonly name: 'eGFR, CKD-EPI 2021';
  /** mL/min/1.73 m2. */
  readonly value: number;
  readonly stage: KidneyStage;
  readonly reasons: readonly ['LB8', 'LB9'];
}

export interface CreatinineClearance {
  readonly name: 'creatinine clearance, Cockcroft-Gault';
  /** mL/min, by actual body weight. */
  readonly value: number;
  readonly reasons: readonly ['LB10'];
}

/** The equation's constants are in mg/dL: without the factor of knowledge there is no answer. */
export function filtrationRate(input: KidneyInput, rules: LabRules): Result<FiltrationRate, KidneyRefusal> {
  const known = complete(input, rules);
  if (!known.ok) return known;
  const { sex, creatinine, ageYears } = known.value;
  const { factor, bend, below, above, age, sex: ofSex } = rules.egfr[sex];
  const ratio = creatinine / (rules.factors.creatinine ?? Number.NaN) / bend;
  const value = factor * Math.min(ratio, 1) ** below * Math.max(ratio, 1) ** above * age ** ageYears * ofSex;
  return success({
    name: 'eGFR, CKD-EPI 2021',
    value,
    stage: stageOf(value, rules),
    reasons: ['LB8', 'LB9'],
  });
}

export function creatinineClearance(
  input: KidneyInput & { readonly weightKg: number | null },
  rules: LabRules,
): Result<CreatinineClearance, KidneyRefusal> {
  const known = complete(input, rules);
  const weight = input.weightKg === null ? null : plausible('weight', input.weightKg, rules.plausible.weight);
  if (!known.ok) {
    return known.error.kind === 'missing' && weight === null
      ? failure({ kind: 'missing', missing: [...known.error.missing, 'weight'] })
      : known;
  }
  if (weight === null) return failure({ kind: 'missing', missing: ['weight'] });
  if (!weight.ok) return weight;
  const { sex, creatinine, ageYears } = known.value;
  const value = ((rules.clearance.age - ageYears) * weight.value * rules.clearance[sex]) / creatinine;
  return success({ name: 'creatinine clearance, Cockcroft-Gault', value, reasons: ['LB10'] });
}

function complete(
  { creatinine, sex, ageYears }: KidneyInput,
  rules: LabRules,
): Result<{ sex: 'female' | 'male'; creatinine: number; ageYears: number }, KidneyRefusal> {
  if (creatinine === null || ageYears === null || (sex !== 'female' && sex !== 'male')) {
    const missing = [
      ...(creatinine === null ? (['creatinine'] as const) : []),
      ...(sex !== 'female' && sex !== 'male' ? (['sex'] as const) : []),
      ...(ageYears === null ? (['age'] as const) : []),
    ];
    return failure({ kind: 'missing', missing });
  }
  const level = plausible('creatinine', creatinine, rules.plausible.creatinine);
  if (!level.ok) return level;
  const age = plausible('age', ageYears, rules.plausible.age);
  return age.ok ? success({ sex, creatinine, ageYears }) : age;
}

const stages: readonly KidneyStage[] = ['G1', 'G2', 'G3a', 'G3b', 'G4'];

function stageOf(value: number, rules: LabRules): KidneyStage {
  const index = rules.kidneyStagesFrom.findIndex((least) => value >= least);
  return stages[index] ?? 'G5';
}
