// The numbers of the laboratory panel as knowledge has them on a day. Decision: a reference range that knowledge does
// not have is null, and then only the laboratory's own range can call a result low or high.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { type Knowledge, type NoValueInForce, numberOn } from '@breekpunt/knowledge';
import { numberListOn, numbersOn, rangesOn, wordsOn } from '../parameters-on.ts';
import type { PlausibleRange } from '../plausible-value.ts';
import { type LabTest, labTests, type MeasuredTest, measuredTests, type ReferenceRange } from './lab-test.ts';

export interface LabRules {
  readonly plausible: Readonly<Record<MeasuredTest | 'weight' | 'age', PlausibleRange>>;
  /** From a conventional unit, written as in `conventionalUnits`, to the canonical one. */
  readonly factors: Readonly<Partial<Record<MeasuredTest, number>>>;
  /** Ranges that stand in when the laboratory sent none; they differ by sex where two are given. */
  readonly references: Readonly<
    Partial<Record<MeasuredTest, Readonly<Record<'female' | 'male', ReferenceRange>>>>
  >;
  /** mmol/L of calcium for each g/L of albumin, and the albumin at which nothing is corrected. */
  readonly correctedCalcium: { readonly each: number; readonly albumin: number };
  readonly egfr: Readonly<Record<'female' | 'male', EgfrConstants>>;
  readonly clearance: { readonly age: number; readonly female: number; readonly male: number };
  /** Least rate of G1, G2, G3a, G3b and G4. */
  readonly kidneyStagesFrom: readonly number[];
  readonly vitaminDLoadBelow: number;
  readonly vitaminDSupplementTo: number;
  readonly pthWhenEgfrBelow: number;
  readonly testosteroneBelowAge: number;
}

export interface EgfrConstants {
  readonly factor: number;
  /** mg/dL. */
  readonly bend: number;
  readonly below: number;
  readonly above: number;
  readonly age: number;
  readonly sex: number;
}

/** The tests of a country's panel, and whom it is asked for. */
export interface PanelRules {
  readonly country: 'BE' | 'NL';
  readonly standard: readonly LabTest[];
  readonly extended: readonly LabTest[];
  /** Added for men; Belgium only, from a review. */
  readonly men: readonly LabTest[];
  readonly testosteroneBelowAge: number;
  /** Null where no text says for whom: Belgium. */
  readonly asked: { readonly fromAge: number; readonly tScoreAtMost: number } | null;
}

export function labRulesOn(knowledge: Knowledge, date: CalendarDate): Result<LabRules, NoValueInForce> {
  const ids = Object.fromEntries(
    [...measuredTests, 'weight' as const, 'age' as const].map((each) => [each, `labs.plausible-${each}`]),
  ) as Record<MeasuredTest | 'weight' | 'age', string>;
  const plausible = rangesOn(knowledge, date, ids);
  if (!plausible.ok) return plausible;
  const numbers = numbersOn(knowledge, date, {
    vitaminDLoadBelow: 'labs.vitamin-d-load-below',
    vitaminDSupplementTo: 'labs.vitamin-d-supplement-to',
    pthWhenEgfrBelow: 'labs.pth-when-egfr-below',
    testosteroneBelowAge: 'labs.testosterone-below-age',
  });
  if (!numbers.ok) return numbers;
  const calcium = numberListOn(knowledge, 'labs.corrected-calcium', date, 2);
  if (!calcium.ok) return calcium;
  const clearance = numberListOn(knowledge, 'labs.cockcroft-gault-factors', date, 3);
  if (!clearance.ok) return clearance;
  const stages = numberListOn(knowledge, 'labs.kidney-stages-from', date, 5);
  if (!stages.ok) return stages;
  const female = egfrConstantsOn(knowledge, 'female', date);
  if (!female.ok) return female;
  const male = egfrConstantsOn(knowledge, 'male', date);
  if (!male.ok) return male;
  const factors = factorsOn(knowledge, date);
  if (!factors.ok) return factors;
  const [each = 0, albumin = 0] = calcium.value;
  const [age = 0, women = 0, men = 0] = clearance.value;
  return success({
    plausible: plausible.value,
    factors: factors.value,
    references: referencesOn(knowledge, date),
    correctedCalcium: { each, albumin },
    egfr: { female: female.value, male: male.value },
    clearance: { age, female: women, male: men },
    kidneyStagesFrom: stages.value,
    ...numbers.value,
  });
}

export function panelRulesOn(
  knowledge: Knowledge,
  country: 'BE' | 'NL',
  date: CalendarDate,
): Result<PanelRules, NoValueInForce> {
  const testosterone = numberOn(knowledge, 'labs.testosterone-below-age', date);
  if (!testosterone.ok) return testosterone;
  const testosteroneBelowAge = testosterone.value;
  if (country === 'BE') {
    const standard = wordsOn(knowledge, 'labs.be-panel', date, labTests);
    if (!standard.ok) return standard;
    const men = wordsOn(knowledge, 'labs.be-men-panel', date, labTests);
    if (!men.ok) return men;
    const panel = { standard: standard.value, extended: [], men: men.value, testosteroneBelowAge };
    return success({ country, ...panel, asked: null });
  }
  const standard = wordsOn(knowledge, 'labs.nl-panel', date, labTests);
  if (!standard.ok) return standard;
  const extended = wordsOn(knowledge, 'labs.nl-extended-panel', date, labTests);
  if (!extended.ok) return extended;
  const asked = numbersOn(knowledge, date, {
    fromAge: 'labs.nl-panel-from-age',
    tScoreAtMost: 'labs.nl-panel-t-score-at-most',
  });
  if (!asked.ok) return asked;
  const panel = { standard: standard.value, extended: extended.value, men: [], testosteroneBelowAge };
  return success({ country, ...panel, asked: asked.value });
}

function egfrConstantsOn(
  knowledge: Knowledge,
  sex: 'female' | 'male',
  date: CalendarDate,
): Result<EgfrConstants, NoValueInForce> {
  const list = numberListOn(knowledge, `labs.ckd-epi-2021-${sex}`, date, 6);
  if (!list.ok) return list;
  const [factor = 0, bend = 0, below = 0, above = 0, age = 0, ofSex = 0] = list.value;
  return success({ factor, bend, below, above, age, sex: ofSex });
}

/** The conventional unit of a test, as its parameter is named. */
export const conventionalUnits: Readonly<Partial<Record<MeasuredTest, string>>> = {
  calcium: 'mg/dl',
  'ionised-calcium': 'mg/dl',
  albumin: 'g/dl',
  creatinine: 'mg/dl',
  'vitamin-d': 'ng/ml',
  phosphate: 'mg/dl',
  pth: 'pg/ml',
  testosterone: 'ng/dl',
  haemoglobin: 'g/dl',
};

function factorsOn(knowledge: Knowledge, date: CalendarDate): Result<LabRules['factors'], NoValueInForce> {
  const factors: Partial<Record<MeasuredTest, number>> = {};
  for (const test of measuredTests) {
    const unit = conventionalUnits[test];
    if (unit === undefined) continue;
    const factor = numberOn(knowledge, `labs.factor-${test}-${unit.replace('/', '-')}`, date);
    if (!factor.ok) return factor;
    factors[test] = factor.value;
  }
  return success(factors);
}

/** What is not in knowledge stays out: no range is a fact of its own, shown as such. */
function referencesOn(knowledge: Knowledge, date: CalendarDate): LabRules['references'] {
  const references: Partial<Record<MeasuredTest, Record<'female' | 'male', ReferenceRange>>> = {};
  const read = (id: string): ReferenceRange | null => {
    if (knowledge.parameters[id] === undefined) return null;
    const list = numberListOn(knowledge, id, date, 2);
    return list.ok ? { low: list.value[0] ?? null, high: list.value[1] ?? null } : null;
  };
  for (const test of measuredTests) {
    const both = read(`labs.reference-${test}`);
    const female = both ?? read(`labs.reference-${test}-female`);
    const male = both ?? read(`labs.reference-${test}-male`);
    if (female !== null && male !== null) references[test] = { female, male };
  }
  return references;
}
