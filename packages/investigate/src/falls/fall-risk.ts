// The class of a person's risk of falling: by the world guidelines for the Netherlands, by the Flemish guideline for
// Belgium. Decision: an unknown that could still raise the class gives "cannot tell" with what to ask and the class
// as far as known; only an unknown that can change nothing is not asked.

import { type Answer, unreachable } from '@breekpunt/core';
import { completedHistory, type FallHistory, severeItems, type TestResult } from './fall-history.ts';
import type { FallRules } from './fall-rules.ts';
import { walkingTests } from './walking-tests.ts';

export type FallRiskClass = 'low' | 'intermediate' | 'high';

export interface FallRisk {
  readonly outcome: FallRiskClass | 'cannot-tell';
  /** The least that what is recorded already says. */
  readonly atLeast: FallRiskClass;
  readonly ruleSet: 'world' | 'flemish';
  /** Both guidelines are made for older people; of somebody younger the class is still given, and this says so. */
  readonly inPopulation: Answer;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

export function fallRisk(history: FallHistory, country: 'BE' | 'NL', rules: FallRules): FallRisk {
  const known = completedHistory(history);
  switch (country) {
    case 'BE':
      return flemish(known, rules);
    case 'NL':
      return world(known, rules);
    default:
      return unreachable(country);
  }
}

/**
 * The class by the modification of 2024, for comparison: everybody who is not at high risk walks the timed up and go,
 * and slower than its own limit is intermediate.
 */
export function modifiedWorldClass(
  risk: FallRisk,
  timedUpAndGo: TestResult,
  rules: FallRules,
): { readonly outcome: FallRiskClass | 'cannot-tell'; readonly reasons: readonly ['FA15'] } {
  const reasons = ['FA15'] as const;
  if (risk.outcome === 'high') return { outcome: 'high', reasons };
  if (risk.outcome === 'cannot-tell' || timedUpAndGo === 'not-recorded')
    return { outcome: 'cannot-tell', reasons };
  const slow = timedUpAndGo === 'unable' || timedUpAndGo > rules.tugModifiedAbove;
  return { outcome: slow ? 'intermediate' : 'low', reasons };
}

function world(history: FallHistory, rules: FallRules): FallRisk {
  const { fellInLastYear, fractureFromFall } = history;
  const inPopulation = isOldEnough(history, rules);
  const answered = (
    outcome: FallRisk['outcome'],
    atLeast: FallRiskClass,
    reasons: readonly string[],
    missing: readonly string[] = [],
  ): FallRisk => ({ outcome, atLeast, ruleSet: 'world', inPopulation, reasons, missing });
  const walking = walkingTests(history, rules);
  const testsMissing = walking.impaired === 'not-recorded' ? ['gaitSpeed', 'timedUpAndGo'] : [];

  if (fellInLastYear === 'yes') {
    const high = highReasons(history, rules);
    if (high.length > 0)
      return answered('high', 'high', [...(fractureFromFall === 'yes' ? ['FA1'] : []), ...high]);
    const atLeast = walking.impaired === 'yes' ? 'intermediate' : 'low';
    const unknown = unknownHigh(history);
    if (unknown.length > 0) {
      const alsoTests = walking.impaired === 'not-recorded' ? testsMissing : [];
      return answered('cannot-tell', atLeast, ['FA2', 'FA10'], [...unknown, ...alsoTests]);
    }
    return byWalking(walking.impaired, answered, testsMissing);
  }
  if (history.unsteady === 'yes' || history.worriedAboutFalling === 'yes') {
    // A fall that nobody asked about could still be a severe one.
    if (fellInLastYear === 'not-recorded') {
      const atLeast = walking.impaired === 'yes' ? 'intermediate' : 'low';
      return answered('cannot-tell', atLeast, ['FA5', 'FA10'], ['fellInLastYear', ...testsMissing]);
    }
    return byWalking(walking.impaired, answered, testsMissing);
  }
  if (fellInLastYear === 'no') return answered('low', 'low', ['FA5']);
  const keyQuestions = ['fellInLastYear', 'unsteady', 'worriedAboutFalling'];
  return answered(
    'cannot-tell',
    'low',
    ['FA10'],
    keyQuestions.filter((item) => isUnknown(history, item)),
  );
}

type Answered = (
  outcome: FallRisk['outcome'],
  atLeast: FallRiskClass,
  reasons: readonly string[],
  missing?: readonly string[],
) => FallRisk;

function byWalking(impaired: Answer, answered: Answered, testsMissing: readonly string[]): FallRisk {
  switch (impaired) {
    case 'yes':
      return answered('intermediate', 'intermediate', ['FA4']);
    case 'no':
      return answered('low', 'low', ['FA4']);
    case 'not-recorded':
      return answered('cannot-tell', 'low', ['FA4', 'FA10'], testsMissing);
    default:
      return unreachable(impaired);
  }
}

function highReasons(history: FallHistory, { recurrentFrom }: FallRules): string[] {
  const severe = severeItems.some((item) => history[item] === 'yes');
  const recurrent = history.numberOfFalls !== null && history.numberOfFalls >= recurrentFrom;
  return [
    ...(severe ? ['FA2'] : []),
    ...(recurrent ? ['FA3'] : []),
    ...(history.frail === 'yes' ? ['FA3'] : []),
  ];
}

function unknownHigh(history: FallHistory): string[] {
  const items = [...severeItems, 'frail' as const].filter((item) => history[item] === 'not-recorded');
  return [...items, ...(history.numberOfFalls === null ? ['numberOfFalls'] : [])];
}

const presenting = ['fractureFromFall', 'injuryNeedingPhysician', 'emergencyDepartment'] as const;

function flemish(history: FallHistory, rules: FallRules): FallRisk {
  const walking = walkingTests(history, rules);
  const anyImpaired =
    walking.impaired === 'yes' || walking.weakLegs === 'yes' || history.gaitOrBalanceProblem === 'yes';
  const recurrent = history.numberOfFalls !== null && history.numberOfFalls >= rules.recurrentFrom;
  const base = { ruleSet: 'flemish', inPopulation: isOldEnough(history, rules) } as const;
  // A fall that brought somebody to a physician counts at once; it needs no number.
  const presentsForFall = presenting.some((item) => history[item] === 'yes');
  if (presentsForFall || recurrent || anyImpaired) {
    const reasons = [...(history.fractureFromFall === 'yes' ? ['FA1'] : []), 'FA9'];
    return { ...base, outcome: 'high', atLeast: 'high', reasons, missing: [] };
  }
  const fewFalls = history.fellInLastYear === 'no' || history.numberOfFalls !== null;
  const unknownPresenting =
    history.fellInLastYear === 'no' ? [] : presenting.filter((item) => isUnknown(history, item));
  const missing = [
    ...unknownPresenting,
    ...(fewFalls ? [] : ['numberOfFalls']),
    ...(history.gaitOrBalanceProblem === 'not-recorded' ? ['gaitOrBalanceProblem'] : []),
  ];
  if (missing.length > 0) {
    return { ...base, outcome: 'cannot-tell', atLeast: 'low', reasons: ['FA9', 'FA10'], missing };
  }
  return { ...base, outcome: 'low', atLeast: 'low', reasons: ['FA9'], missing: [] };
}

function isUnknown(history: FallHistory, item: string): boolean {
  return history[item as keyof FallHistory] === 'not-recorded';
}

function isOldEnough({ ageYears }: FallHistory, rules: FallRules): Answer {
  if (ageYears === null) return 'not-recorded';
  return ageYears >= rules.fromAge ? 'yes' : 'no';
}
