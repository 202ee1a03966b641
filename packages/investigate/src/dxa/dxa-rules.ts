// The numbers of bone densitometry as knowledge has them on a day, for one rule set. Decision: read once, so that the
// functions of this folder are arithmetic on an object that a test can print.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { type Knowledge, type NoValueInForce, numberOn } from '@breekpunt/knowledge';
import { numbersOn, rangesOn, wordsOn } from '../parameters-on.ts';
import type { PlausibleRange } from '../plausible-value.ts';
import { type DxaSite, dxaSites } from './dxa-scan.ts';

export const dxaRuleSets = ['BE', 'NL', 'ISCD'] as const;
/** Belgium's reimbursement texts, the Dutch guideline, or the positions of ISCD. */
export type DxaRuleSet = (typeof dxaRuleSets)[number];

export interface DxaRules {
  readonly ruleSet: DxaRuleSet;
  /** Sites of which the lowest counts. */
  readonly sites: readonly DxaSite[];
  /** Sites that stand in when none of those can be measured. */
  readonly fallbackSites: readonly DxaSite[];
  readonly leastVertebrae: number;
  readonly discordantAbove: number;
  readonly normalFrom: number;
  readonly osteoporosisAtMost: number;
  readonly zBelowExpectedAtMost: number;
  /** Completed years. */
  readonly tScoreFromAge: number;
  readonly changeFactor: number;
  readonly recomputedDifference: number;
  readonly plausible: Readonly<Record<'score' | 'bmd', PlausibleRange>>;
}

export function dxaRulesOn(
  knowledge: Knowledge,
  ruleSet: DxaRuleSet,
  date: CalendarDate,
): Result<DxaRules, NoValueInForce> {
  const sites = wordsOn(knowledge, `dxa.${ruleSet.toLowerCase()}-sites`, date, dxaSites);
  if (!sites.ok) return sites;
  const fallbackSites = wordsOn(knowledge, 'dxa.fallback-sites', date, dxaSites);
  if (!fallbackSites.ok) return fallbackSites;
  const plausible = rangesOn(knowledge, date, {
    score: 'dxa.plausible-score',
    bmd: 'dxa.plausible-bone-density',
  });
  if (!plausible.ok) return plausible;
  const numbers = numbersOn(knowledge, date, {
    leastVertebrae: 'dxa.least-vertebrae',
    discordantAbove: 'dxa.discordant-above',
    normalFrom: 'dxa.normal-from',
    osteoporosisAtMost: 'dxa.osteoporosis-at-most',
    zBelowExpectedAtMost: 'dxa.z-below-expected-at-most',
    tScoreFromAge: 'dxa.t-score-from-age',
    changeFactor: 'dxa.change-factor',
    recomputedDifference: 'dxa.recomputed-difference',
  });
  if (!numbers.ok) return numbers;
  return success({
    ruleSet,
    sites: sites.value,
    fallbackSites: fallbackSites.value,
    plausible: plausible.value,
    ...numbers.value,
  });
}

/** The T-score of a country's density criterion: Belgium's is strict, the Dutch one is not. */
export interface DensityCriterion {
  readonly country: 'BE' | 'NL';
  readonly tScore: number;
  readonly meetsAtTheValue: boolean;
}

export function densityCriterionOn(
  knowledge: Knowledge,
  country: 'BE' | 'NL',
  date: CalendarDate,
): Result<DensityCriterion, NoValueInForce> {
  const id = country === 'BE' ? 'dxa.be-t-score-below' : 'dxa.nl-t-score-at-most';
  const tScore = numberOn(knowledge, id, date);
  return tScore.ok ? success({ country, tScore: tScore.value, meetsAtTheValue: country === 'NL' }) : tScore;
}
