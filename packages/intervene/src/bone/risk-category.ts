// How high the risk is: low, high or very high. Decision: "very high" is asked first, because it changes which drug comes
// first; while it is open nobody is called merely high.

import { all, any, type Condition, when } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import type { BonePatient, KnownFracture } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';
import {
  brokenVertebrae,
  glucocorticoidsFrom,
  gradeFrom,
  isAged,
  isAtMost,
  isBelowNeck,
  isYoungerThan,
  lostHeight,
  someFracture,
  tScoreAtMost,
} from './fracture-conditions.ts';
import type { Indication } from './indication.ts';
import type { BelgianNumbers, DutchNumbers, NiceNumbers } from './treatment-numbers.ts';

export type Risk = 'low' | 'high' | 'very-high' | 'outside-rules';

const ruleOf = { NL: 'TX15', BE: 'TX16', NICE: 'TX17' } as const;

export function riskCategory(
  patient: BonePatient,
  indicated: Decided<Indication>,
  rules: BoneRules,
): Decided<Risk> {
  const { standings, treatment } = rules;
  const rule = ruleOf[treatment.set];
  if (indicated.outcome === 'outside-rules') return decided<Risk>('outside-rules', ['TX14'], [], standings);
  const unsureWhetherWithin = indicated.outcome === 'cannot-tell' && indicated.reasons.includes('TX14');
  if (unsureWhetherWithin) return decided<Risk>('cannot-tell', ['TX14'], indicated.missing, standings);
  const veryHigh = veryHighRisk(patient, rules);
  if (veryHigh.answer === 'yes') return decided<Risk>('very-high', [rule], [], standings);
  if (veryHigh.answer === 'not-recorded') {
    return decided<Risk>('cannot-tell', [rule], [...veryHigh.missing, ...indicated.missing], standings);
  }
  switch (indicated.outcome) {
    case 'treat':
    case 'consider':
      return decided<Risk>('high', ['TX18', rule], [], standings);
    case 'no-drug':
      return decided<Risk>('low', ['TX18', rule], [], standings);
    case 'cannot-tell':
      return decided<Risk>('cannot-tell', ['TX18'], indicated.missing, standings);
  }
}

function veryHighRisk(patient: BonePatient, rules: BoneRules): Condition {
  const { treatment, on } = rules;
  switch (treatment.set) {
    case 'NL':
      return severeRecentVertebrae(patient, treatment, rules);
    case 'BE':
      return majorRecentFracture(patient, treatment, on);
    case 'NICE':
      return veryHighByNogg(patient, treatment, rules);
  }
}

function severeRecentVertebrae(patient: BonePatient, numbers: DutchNumbers, { on }: BoneRules): Condition {
  const recent = (grade: number, count: number): Condition =>
    brokenVertebrae(patient, count, (each) =>
      all(gradeFrom(each, grade), isYoungerThan(each.on, numbers.recentMonths, on)),
    );
  return any(recent(3, numbers.severeCount), recent(2, numbers.moderateCount));
}

/**
 * A major fracture of the last 24 months, as Belgium's reimbursement text counts them and as BBC is quoted. `also`: what
 * more a fracture outside the spine has to meet.
 */
export function majorRecentFracture(
  patient: BonePatient,
  numbers: BelgianNumbers,
  on: BoneRules['on'],
  also: (fracture: KnownFracture) => Condition = () => when(true),
): Condition {
  const { majorMonths } = numbers;
  const elsewhere = someFracture(patient, (each) => {
    const recent = isAtMost(each.on, majorMonths, on);
    const forearm = all(
      when(numbers.forearmSites.includes(each.site)),
      isAged(patient, numbers.forearmFromAge, on),
    );
    return all(recent, any(when(numbers.majorSites.includes(each.site)), forearm), also(each));
  });
  const vertebra = brokenVertebrae(patient, 1, (each) =>
    all(isAtMost(each.on, majorMonths, on), lostHeight(each, numbers)),
  );
  return any(elsewhere, patient.spine === 'not-made' ? when(false) : vertebra);
}

function veryHighByNogg(patient: BonePatient, numbers: NiceNumbers, rules: BoneRules): Condition {
  const vertebrae = any(
    brokenVertebrae(patient, 1, (each) => isAtMost(each.on, numbers.veryHighVertebralMonths, rules.on)),
    brokenVertebrae(patient, numbers.veryHighVertebralCount, () => when(true)),
  );
  const told = someFracture(patient, (each) =>
    all(when(isBelowNeck(each.site)), isAtMost(each.on, numbers.veryHighVertebralMonths, rules.on)),
  );
  return any(
    told,
    patient.spine === 'not-made' ? when(false) : vertebrae,
    tScoreAtMost(patient, numbers.veryHighTScoreAtMost, rules),
    glucocorticoidsFrom(patient, numbers.veryHighDose, numbers.veryHighMonths),
  );
}
