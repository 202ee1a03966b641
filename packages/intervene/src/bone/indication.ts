// Whether a drug against osteoporosis is indicated, by one rule set. Decision: the questions of safety and of payment are
// asked elsewhere; who is too young for the rules gets no answer from them but a way to the second line.

import { all, any, asked, type Condition, fails, holds, open } from '../logic/condition.ts';
import { type Decided, decide, decided, type RuleRow } from '../logic/decided.ts';
import type { BonePatient } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';
import {
  anyFragilityFracture,
  brokenVertebrae,
  glucocorticoidsFrom,
  gradeFrom,
  hipFracture,
  isAged,
  isPostmenopausal,
  tScoreAtMost,
  vertebralFracture,
} from './fracture-conditions.ts';
import { majorRecentFracture } from './risk-category.ts';
import type { BelgianNumbers, DutchNumbers, NiceNumbers } from './treatment-numbers.ts';

export type Indication = 'treat' | 'consider' | 'no-drug' | 'outside-rules';

export function indication(patient: BonePatient, rules: BoneRules): Decided<Indication> {
  const { treatment, on, standings } = rules;
  const oldEnough = isAged(patient, treatment.fromAge, on);
  const within = treatment.set === 'NICE' ? any(oldEnough, isPostmenopausal(patient)) : oldEnough;
  if (within.answer === 'no') return decided<Indication>('outside-rules', ['TX14'], [], standings);
  if (within.answer === 'not-recorded') {
    return decided<Indication>('cannot-tell', ['TX14'], within.missing, standings);
  }
  switch (treatment.set) {
    case 'NL':
      return decide(dutchRows(patient, treatment, rules), noDrug('TX5'), standings, 'ask-only');
    case 'BE':
      return decide(belgianRows(patient, treatment, rules), noDrug('TX5'), standings);
    case 'NICE':
      return decide(niceRows(patient, treatment, rules), noDrug('TX13'), standings);
  }
}

function noDrug(rule: string): { rules: readonly string[]; outcome: Indication } {
  return { rules: [rule], outcome: 'no-drug' };
}

function dutchRows(
  patient: BonePatient,
  numbers: DutchNumbers,
  rules: BoneRules,
): readonly RuleRow<Indication>[] {
  const hip = hipFracture(patient);
  const vertebra = any(
    brokenVertebrae(patient, 1, (each) => gradeFrom(each, numbers.vertebralGradeFrom)),
    brokenVertebrae(patient, numbers.mildCount, () => holds),
  );
  return [
    { rule: 'TX3', when: all(hip, isAged(patient, numbers.hipDirectlyFromAge, rules.on)), outcome: 'treat' },
    { rule: 'TX1', when: tScoreAtMost(patient, numbers.tScoreAtMost, rules), outcome: 'treat' },
    { rule: 'TX2', when: vertebra, outcome: 'treat' },
    { rule: 'TX4', when: hip, outcome: 'consider' },
  ];
}

function belgianRows(
  patient: BonePatient,
  numbers: BelgianNumbers,
  rules: BoneRules,
): readonly RuleRow<Indication>[] {
  const broken = any(hipFracture(patient), vertebralFracture(patient));
  return [
    { rule: 'TX6', when: broken, outcome: 'treat' },
    { rule: 'TX7', when: tScoreAtMost(patient, numbers.tScoreAtMost, rules), outcome: 'treat' },
    { rule: 'TX16', when: majorRecentFracture(patient, numbers, rules.on), outcome: 'treat' },
    { rule: 'TX8', when: fraxAboveThreshold(patient, numbers), outcome: 'treat' },
  ];
}

/** Between the two ends the threshold of this age would have to be known. */
function fraxAboveThreshold({ fraxMajor }: BonePatient, { fraxEnds }: BelgianNumbers): Condition {
  if (fraxMajor === 'not-recorded') return open('frax');
  if (fraxMajor >= fraxEnds[1]) return holds;
  return fraxMajor < fraxEnds[0] ? fails : open('frax-threshold-of-this-age');
}

function niceRows(
  patient: BonePatient,
  numbers: NiceNumbers,
  rules: BoneRules,
): readonly RuleRow<Indication>[] {
  const steroids = glucocorticoidsFrom(patient, numbers.glucocorticoidDose, numbers.glucocorticoidMonths);
  const loss = asked(patient.facts['accelerated-bone-loss'] ?? 'not-recorded', 'accelerated-bone-loss');
  const withRisk = all(
    tScoreAtMost(patient, numbers.tScoreWithRiskAtMost, rules),
    any(anyFragilityFracture(patient), steroids, loss),
  );
  return [
    {
      rule: 'TX9',
      when: any(hipFracture(patient), vertebralFracture(patient)),
      outcome: 'consider',
    },
    { rule: 'TX10', when: steroids, outcome: 'consider' },
    { rule: 'TX11', when: tScoreAtMost(patient, numbers.tScoreAtMost, rules), outcome: 'consider' },
    { rule: 'TX12', when: withRisk, outcome: 'consider' },
  ];
}
