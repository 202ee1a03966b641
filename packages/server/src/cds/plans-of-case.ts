// What the record here says to another system about a patient it knows: the same answers as the page of the case. Decision:
// what nobody confirmed is said to be so and leads to nothing further; advice is given only on a case that a person confirmed.

import type { CalendarDate } from '@breekpunt/core';
import {
  type BoneDecision,
  boneDecision,
  boneRulesOn,
  clockRulesOn,
  type Drug,
  safetyClocks,
} from '@breekpunt/intervene';
import type { CaseRecord } from '../assessment/case-record.ts';
import { ownFracture } from '../assessment/fractures-of.ts';
import { answersOf } from '../assessment/shown-answers.ts';
import { bonePatientOf } from '../decision/bone-patient-of.ts';
import { type Deciding, inputsOf } from '../decision/decisions-of.ts';
import { atcOf } from '../decision/sign-decision.ts';
import type { Decision } from '../records/decision.ts';
import type { Injection } from '../records/injection.ts';
import { type CardPlan, plan } from './card-plan.ts';
import type { DraftMedicine } from './hook-facts.ts';

export interface KnownCase {
  readonly record: CaseRecord;
  readonly confirmed: boolean;
  readonly decisions: readonly Decision[];
  readonly injections: readonly Injection[];
}

/** For a patient who is looked at, or goes home. `densityElsewhere`: the asking system has one. */
export function plansOfCase(
  { record, confirmed, decisions, injections }: KnownCase,
  densityElsewhere: boolean,
  deciding: Deciding,
): readonly CardPlan[] {
  const { site, on } = ownFracture(record);
  const of = { case: record.case, site, on };
  const found = record.episode.reasons.map(({ rule }) => rule);
  const injection = injectionPlan(record, injections, deciding);
  if (record.ended) return injection;
  if (!confirmed) return [...injection, plan('fracture-unconfirmed', 'info', found, of)];
  const answers = answersOf(record, deciding.rules);
  const { scan } = bonePatientOf(record, answers, deciding.rules, deciding.context.on);
  const density =
    scan === 'not-recorded' && !densityElsewhere ? [plan('density-missing', 'warning', found, of)] : [];
  return [...injection, ...density, ...openDecision(record, decisions, deciding)];
}

/** A drug is advised and none was chosen or refused yet. */
function openDecision(
  record: CaseRecord,
  decisions: readonly Decision[],
  deciding: Deciding,
): readonly CardPlan[] {
  if (decisions.some(({ topic }) => topic === 'bone')) return [];
  const decision = boneOf(record, deciding);
  if (decision === null || decision.indication.outcome !== 'treat') return [];
  const of = { case: record.case, ...siteOf(record) };
  const first = decision.anabolicFirst;
  return first.outcome === 'anabolic-first'
    ? [plan('anabolic-first', 'warning', first.reasons, of)]
    : [plan('decision-open', 'info', decision.indication.reasons, of)];
}

function siteOf(record: CaseRecord) {
  const { site, on } = ownFracture(record);
  return { site, on };
}

/** Null when something recorded cannot be true, or the knowledge has no value for the day. */
function boneOf(record: CaseRecord, deciding: Deciding): BoneDecision | null {
  const { rules, context } = deciding;
  const known = boneRulesOn(rules.knowledge, context.set, context.on, context.signed);
  if (!known.ok) return null;
  return boneDecision(inputsOf('bone', record, answersOf(record, rules), deciding), known.value);
}

/** Denosumab: what is due, and above all what is late. */
function injectionPlan(
  record: CaseRecord,
  injections: readonly Injection[],
  deciding: Deciding,
): readonly CardPlan[] {
  const given = injections
    .filter(({ medicine, givenOn }) => medicine === atcOf.denosumab && givenOn !== null)
    .map(({ givenOn }) => givenOn as CalendarDate)
    .toSorted();
  const last = given.at(-1);
  const { knowledge } = deciding.rules;
  const { set, on, signed } = deciding.context;
  const rules = clockRulesOn(knowledge, set, on, signed);
  if (last === undefined || !rules.ok) return [];
  const treatment = {
    drug: 'denosumab',
    startedOn: given[0] ?? 'not-recorded',
    lastDoseOn: last,
    stoppedOn: null,
    followedBy: 'not-recorded',
  } as const;
  const patient = inputsOf('bone', record, answersOf(record, deciding.rules), deciding);
  const { clocks } = safetyClocks(treatment, patient, rules.value);
  const late = clocks.find(({ kind, reached }) => kind === 'dose-overdue' && reached);
  const due = clocks.find(({ kind, reached }) => kind === 'dose-due' && reached);
  const of = { case: record.case, on: due?.on ?? null, drug: 'denosumab' as const };
  // Of the rules of an overdue dose the one that says what is at stake speaks for the card.
  if (late !== undefined) return [plan('injection-overdue', 'critical', late.reasons.toReversed(), of)];
  return due === undefined ? [] : [plan('injection-due', 'warning', due.reasons, of)];
}

const drugOfAtc: ReadonlyMap<string, Drug> = new Map(
  Object.entries(atcOf)
    .toReversed()
    .map(([drug, code]) => [code, drug as Drug]),
);

/** For drugs against osteoporosis that are being ordered; other drugs are none of ours. */
export function plansOfOrders(
  { record, confirmed }: KnownCase,
  medicines: readonly DraftMedicine[],
  deciding: Deciding,
): readonly CardPlan[] {
  if (record.ended || !confirmed) return [];
  const ordered = medicines.flatMap(({ codes }) =>
    codes.flatMap(({ system, code }) => (system === 'atc' ? [drugOfAtc.get(code)] : [])),
  );
  const decision = boneOf(record, deciding);
  if (decision === null) return [];
  return [...new Set(ordered)].flatMap((drug) =>
    drug === undefined ? [] : plansOfDrug(drug, record, decision),
  );
}

function plansOfDrug(drug: Drug, record: CaseRecord, { options }: BoneDecision): readonly CardPlan[] {
  const option = options.find((each) => each.drug === drug);
  if (option === undefined) return [];
  const { safety, turn } = option;
  const of = { case: record.case, drug };
  const plans: CardPlan[] = [];
  if (safety.outcome === 'blocked')
    plans.push(
      plan('drug-blocked', 'critical', rulesOf(safety.because, safety.reasons), {
        ...of,
        because: safety.because,
      }),
    );
  if (safety.outcome === 'not-yet')
    plans.push(
      plan('drug-not-yet', 'warning', rulesOf(safety.because, safety.reasons), {
        ...of,
        because: safety.because,
        on: safety.from,
      }),
    );
  if (safety.outcome === 'cannot-tell')
    plans.push(plan('drug-unclear', 'info', safety.reasons, { ...of, missing: safety.missing.length }));
  if (turn.outcome === 'after-anabolic') plans.push(plan('anabolic-before', 'warning', turn.reasons, of));
  if (turn.outcome === 'after-bisphosphonate')
    plans.push(plan('bisphosphonate-before', 'info', turn.reasons, of));
  return plans;
}

function rulesOf(because: readonly { readonly rule: string }[], all: readonly string[]): readonly string[] {
  const own = because.map(({ rule }) => rule);
  return [...new Set(own.length > 0 ? own : all)];
}
