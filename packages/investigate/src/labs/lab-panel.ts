// Whether the laboratory panel for secondary causes is asked, and whether it is complete. Decision: "complete" is said
// of the tests of the country's own list only; tests that a guideline asks to consider stand beside it and are never
// required.

import type { Answer, Sex } from '@breekpunt/core';
import type { PanelRules } from './lab-rules.ts';
import type { LabTest } from './lab-test.ts';

export interface PanelQuestion {
  /** Completed years; null when not recorded. */
  readonly ageYears: number | null;
  readonly recentFracture: Answer;
  /** Of the sites that count; null when not recorded. */
  readonly lowestTScore: number | null;
  readonly osteoporosis: Answer;
  readonly drugIndicated: Answer;
}

export interface PanelAnswer {
  readonly outcome: 'yes' | 'no' | 'cannot-tell';
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

export function panelAsked(question: PanelQuestion, rules: PanelRules): PanelAnswer {
  const { ageYears, recentFracture, lowestTScore, osteoporosis, drugIndicated } = question;
  if (rules.asked === null) {
    // Belgium, by a review: recent fracture or osteoporosis.
    const both = { 'recent-fracture': recentFracture, osteoporosis };
    const missing = Object.keys(both).filter((key) => both[key as keyof typeof both] === 'not-recorded');
    return settled(either(recentFracture, osteoporosis), missing, 'LB2');
  }
  const { fromAge, tScoreAtMost } = rules.asked;
  const oldEnough: Answer = ageYears === null ? 'not-recorded' : ageYears >= fromAge ? 'yes' : 'no';
  const low: Answer = lowestTScore === null ? 'not-recorded' : lowestTScore <= tScoreAtMost ? 'yes' : 'no';
  const answer = both(oldEnough, either(both(recentFracture, low), drugIndicated));
  const missing = [
    ...(oldEnough === 'not-recorded' ? ['age'] : []),
    ...(recentFracture === 'not-recorded' ? ['recent-fracture'] : []),
    ...(low === 'not-recorded' && recentFracture !== 'no' ? ['T-score'] : []),
    ...(drugIndicated === 'not-recorded' ? ['drug-indicated'] : []),
  ];
  return settled(answer, missing, 'LB1');
}

export interface ExtensionReasons {
  readonly severeOrUnexplained: Answer;
  readonly multipleFractures: Answer;
  readonly cluesInHistory: Answer;
  readonly longLastingPain: Answer;
}

/** Whether the extended panel is asked: any one reason is enough, and only four times "no" is no. */
export function extendedPanelAsked(given: ExtensionReasons): PanelAnswer {
  const entries = Object.entries(given) as [string, Answer][];
  const answer = entries.map(([, each]) => each).reduce(either);
  return settled(
    answer,
    entries.filter(([, each]) => each === 'not-recorded').map(([key]) => key),
    'LB5',
  );
}

export interface PanelContext {
  readonly sex: Sex;
  readonly ageYears: number | null;
  readonly recentFracture: Answer;
  readonly extended: boolean;
}

export interface PanelStatus {
  readonly outcome: 'complete' | 'incomplete' | 'cannot-tell';
  readonly missing: readonly LabTest[];
  /** Tests to think of, not required, that are not there. */
  readonly considered: readonly LabTest[];
  /** Facts about the patient without which nobody can say what belongs to the panel. */
  readonly ask: readonly string[];
  readonly reasons: readonly string[];
}

/** `present`: the tests of which there is a usable result. */
export function panelStatus(
  present: readonly LabTest[],
  context: PanelContext,
  rules: PanelRules,
): PanelStatus {
  const { sex, ageYears, recentFracture, extended } = context;
  const sexUnknown = sex !== 'female' && sex !== 'male';
  const required = [
    ...rules.standard,
    ...(sex === 'male' ? rules.men : []),
    ...(extended
      ? rules.extended.filter((test) => test !== 'alkaline-phosphatase' || recentFracture === 'no')
      : []),
  ];
  const missing = required.filter((test) => !present.includes(test));
  const ask = [
    ...(sexUnknown && rules.men.length > 0 ? ['sex'] : []),
    ...(extended && recentFracture === 'not-recorded' ? ['recent-fracture'] : []),
  ];
  const youngMan = sex === 'male' && ageYears !== null && ageYears < rules.testosteroneBelowAge;
  const outcome = missing.length > 0 ? 'incomplete' : ask.length > 0 ? 'cannot-tell' : 'complete';
  return {
    outcome,
    missing,
    considered: youngMan && !present.includes('testosterone') ? ['testosterone'] : [],
    ask,
    reasons: [
      rules.country === 'NL' ? 'LB3' : 'LB4',
      ...(extended ? ['LB18'] : []),
      ...(youngMan ? ['LB25'] : []),
    ],
  };
}

function settled(answer: Answer, missing: readonly string[], rule: string): PanelAnswer {
  if (answer === 'not-recorded') return { outcome: 'cannot-tell', reasons: [rule], missing };
  return { outcome: answer, reasons: [rule], missing: [] };
}

function either(a: Answer, b: Answer): Answer {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'not-recorded';
}

function both(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'not-recorded';
}
