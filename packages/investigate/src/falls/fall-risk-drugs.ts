// Which of a person's drugs raise the risk of falling. Decision: a list that was never taken up is not an empty list,
// and a code too short to tell is asked, not passed over.

import type { Answer, Coded } from '@breekpunt/core';
import type { FallRiskDrugClass, FallRules } from './fall-rules.ts';

export interface FallRiskDrug {
  readonly code: string;
  readonly classes: readonly FallRiskDrugClass[];
}

export interface FallRiskDrugs {
  readonly any: Answer;
  readonly found: readonly FallRiskDrug[];
  /** Codes of a wider group, of which only some members raise the risk. */
  readonly unclear: readonly string[];
  readonly reasons: readonly ['FA12'];
  readonly missing: readonly string[];
}

/** `drugs`: everything the person takes; null when nobody took the list up. */
export function fallRiskDrugs(drugs: readonly Coded<'atc'>[] | null, rules: FallRules): FallRiskDrugs {
  if (drugs === null) {
    return { any: 'not-recorded', found: [], unclear: [], reasons: ['FA12'], missing: ['medication list'] };
  }
  const codes = [...new Set(drugs.map(({ code }) => String(code)))];
  const found = codes
    .map((code) => ({ code, classes: classesOf(code, rules) }))
    .filter(({ classes }) => classes.length > 0);
  const unclear = codes.filter(
    (code) =>
      classesOf(code, rules).length === 0 &&
      rules.drugClasses.some(({ atc }) => atc.some((group) => group.startsWith(code))),
  );
  return {
    any: found.length > 0 ? 'yes' : unclear.length > 0 ? 'not-recorded' : 'no',
    found,
    unclear,
    reasons: ['FA12'],
    missing: unclear.length > 0 ? ['which drug of a wider group'] : [],
  };
}

function classesOf(code: string, rules: FallRules): FallRiskDrugClass[] {
  return rules.drugClasses
    .filter(({ atc }) => atc.some((group) => code.startsWith(group)))
    .map(({ name }) => name);
}
