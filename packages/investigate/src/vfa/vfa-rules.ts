// The numbers of vertebral morphometry as knowledge has them on a day. Decision: a grading is a named reading of
// Genant's scale, because published readings disagree on who owns a loss of exactly 25 or 40 %, and the name goes with
// every grade.

import {
  type CalendarDate,
  type Result,
  success,
  type VertebralLevel,
  vertebralLevels,
} from '@breekpunt/core';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { numberListOn, numbersOn, rangesOn, wordsOn } from '../parameters-on.ts';
import type { PlausibleRange } from '../plausible-value.ts';

export const gradingNames = ['nhg', 'radiopaedia', 'wang'] as const;
export type GradingName = (typeof gradingNames)[number];

export interface Grading {
  readonly name: GradingName;
  /** Percent from which grade 1, 2 and 3 begin. */
  readonly from: readonly [number, number, number];
  /** Which grade owns exactly that percentage: the one that begins there, or the one below. */
  readonly atBoundary: readonly ['higher' | 'lower', 'higher' | 'lower', 'higher' | 'lower'];
  /** Percentages on which readings differ. */
  readonly disputed: readonly number[];
}

export interface VfaRules {
  readonly levels: readonly VertebralLevel[];
  readonly grading: Grading;
  readonly plausibleHeight: PlausibleRange;
  /** Degrees from which some sources, and from which all, speak of hyperkyphosis. */
  readonly hyperkyphosisFrom: readonly [number, number];
}

export interface HeightCriterion {
  /** Both must be reached at the same border. */
  readonly percent: number;
  readonly mm: number;
}

export function vfaRulesOn(
  knowledge: Knowledge,
  name: GradingName,
  date: CalendarDate,
): Result<VfaRules, NoValueInForce> {
  const levels = wordsOn(knowledge, 'vfa.levels', date, vertebralLevels);
  if (!levels.ok) return levels;
  const grading = gradingOn(knowledge, name, date);
  if (!grading.ok) return grading;
  const ranges = rangesOn(knowledge, date, { height: 'vfa.plausible-height' });
  if (!ranges.ok) return ranges;
  const kyphosis = numberListOn(knowledge, 'vfa.hyperkyphosis-from', date, 2);
  if (!kyphosis.ok) return kyphosis;
  return success({
    levels: levels.value,
    grading: grading.value,
    plausibleHeight: ranges.value.height,
    hyperkyphosisFrom: kyphosis.value as [number, number],
  });
}

function gradingOn(
  knowledge: Knowledge,
  name: GradingName,
  date: CalendarDate,
): Result<Grading, NoValueInForce> {
  const fromId = name === 'nhg' ? 'vertebral.nl-genant-grade-from' : `vfa.genant-${name}-from`;
  const from = numberListOn(knowledge, fromId, date, 3);
  if (!from.ok) return from;
  const atBoundary = wordsOn(knowledge, `vfa.genant-${name}-at-boundary`, date, ['higher', 'lower'] as const);
  if (!atBoundary.ok) return atBoundary;
  const disputed = listOn(knowledge, 'vertebral.genant-boundary-readings', date);
  if (!disputed.ok) return disputed;
  return success({
    name,
    from: from.value as unknown as Grading['from'],
    atBoundary: atBoundary.value as unknown as Grading['atBoundary'],
    disputed: disputed.value.map(Number),
  });
}

/** The loss of height by which Belgium's reimbursement texts know a vertebral fracture. */
export function belgianHeightCriterionOn(
  knowledge: Knowledge,
  date: CalendarDate,
): Result<HeightCriterion, NoValueInForce> {
  return numbersOn(knowledge, date, {
    percent: 'reimbursement.be-vertebral-height-loss-percent',
    mm: 'reimbursement.be-vertebral-height-loss-millimetres',
  });
}
