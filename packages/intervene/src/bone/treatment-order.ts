// Which drug comes first, by one rule set. Decision: a place is a rank that drugs may share, because guidelines often give
// no order; a drug that the rule set does not name has no place. Nothing here looks at what a drug forbids.

import type { Condition } from '../logic/condition.ts';
import { any, asked } from '../logic/condition.ts';
import type { Decided } from '../logic/decided.ts';
import type { BonePatient, RuleSet } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';
import type { Drug } from './drug.ts';
import { glucocorticoidsFrom, recentHipFracture } from './fracture-conditions.ts';
import type { Risk } from './risk-category.ts';
import type { DutchNumbers } from './treatment-numbers.ts';

export interface Place {
  /** 1 comes first; drugs of one place have no order. */
  readonly rank: number;
  readonly rule: string;
}

export interface TreatmentOrder {
  readonly places: ReadonlyMap<Drug, Place>;
  /** Questions whose answer could change the order. */
  readonly missing: readonly string[];
}

type Ranks = readonly (readonly [rule: string, ...drugs: Drug[]])[];

export function treatmentOrder(patient: BonePatient, risk: Decided<Risk>, rules: BoneRules): TreatmentOrder {
  const { treatment } = rules;
  const veryHigh = risk.outcome === 'very-high';
  switch (treatment.set) {
    case 'NL':
      return dutchOrder(patient, veryHigh, treatment, rules);
    case 'BE':
      return { places: ranked(belgianRanks(veryHigh)), missing: [] };
    case 'NICE':
      return { places: ranked(niceRanks(veryHigh)), missing: [] };
  }
}

/** Tablets that are not tolerated, or not taken. */
function troubleWithTablets({ facts }: BonePatient): Condition {
  return any(
    asked(facts['tablets-not-tolerated'] ?? 'not-recorded', 'tablets-not-tolerated'),
    asked(facts['tablets-not-taken'] ?? 'not-recorded', 'tablets-not-taken'),
  );
}

function dutchOrder(
  patient: BonePatient,
  veryHigh: boolean,
  numbers: DutchNumbers,
  rules: BoneRules,
): TreatmentOrder {
  const hip = recentHipFracture(patient, numbers.recentMonths, rules.on);
  if (veryHigh) {
    const onGlucocorticoids = glucocorticoidsFrom(patient, 0, numbers.glucocorticoidMonths);
    const ranks = onGlucocorticoids.answer === 'yes' ? dutchWithGlucocorticoids : dutchVeryHigh;
    return { places: ranked(ranks), missing: onGlucocorticoids.missing };
  }
  const trouble = troubleWithTablets(patient);
  const ranks =
    hip.answer === 'yes' ? dutchAfterHip : trouble.answer === 'yes' ? dutchWithoutTablets : dutchHigh;
  const missing = hip.answer === 'yes' ? [] : [...hip.missing, ...trouble.missing];
  return { places: ranked(ranks), missing };
}

const dutchHigh: Ranks = [
  ['TX22', 'alendronate', 'risedronate'],
  ['TX24', 'alendronate-solution', 'zoledronate', 'denosumab'],
];
const dutchWithoutTablets: Ranks = [
  ['TX24', 'alendronate-solution', 'zoledronate', 'denosumab'],
  ['TX22', 'alendronate', 'risedronate'],
];
const dutchAfterHip: Ranks = [
  ['TX23', 'zoledronate'],
  ['TX22', 'alendronate', 'risedronate'],
  ['TX24', 'alendronate-solution', 'denosumab'],
];
const dutchVeryHigh: Ranks = [
  ['TX19', 'teriparatide', 'romosozumab'],
  ['TX24', 'zoledronate', 'denosumab'],
  ['TX22', 'alendronate', 'risedronate', 'alendronate-solution'],
];
const dutchWithGlucocorticoids: Ranks = [
  ['TX26', 'teriparatide', 'zoledronate', 'denosumab'],
  ['TX25', 'romosozumab'],
  ['TX22', 'alendronate', 'risedronate', 'alendronate-solution'],
];

function belgianRanks(veryHigh: boolean): Ranks {
  const later: Ranks = [
    ['TX27', 'alendronate'],
    ['TX29', 'risedronate', 'ibandronate', 'zoledronate', 'alendronate-solution'],
    ['TX28', 'denosumab'],
    ['TX29', 'raloxifene'],
  ];
  return veryHigh ? [['TX20', 'teriparatide', 'romosozumab'], ...later] : later;
}

function niceRanks(veryHigh: boolean): Ranks {
  const keep: Ranks = [
    ['TX30', 'alendronate', 'risedronate', 'ibandronate', 'zoledronate', 'denosumab', 'raloxifene'],
  ];
  return veryHigh ? [['TX19', 'teriparatide', 'romosozumab', 'abaloparatide'], ...keep] : keep;
}

function ranked(ranks: Ranks): ReadonlyMap<Drug, Place> {
  return new Map(
    ranks.flatMap(([rule, ...named], place) =>
      named.map((drug): [Drug, Place] => [drug, { rank: place + 1, rule }]),
    ),
  );
}

/** Of which rule sets treatment has an anabolic course first at very high risk. */
export const anabolicRuleOf: Readonly<Record<RuleSet, string>> = { NL: 'TX19', BE: 'TX20', NICE: 'TX19' };
