// What the record here says to another system about a patient it knows: the same answers as the page of the case. Decision:
// what nobody confirmed is said to be so and leads to nothing further; advice is given only on a case that a person confirmed. What
// forbids a drug holds for everybody for whom it is ordered.

import { unreachable } from '@breekpunt/core';
import {
  type BoneDecision,
  type BonePatient,
  boneDecision,
  boneRulesOn,
  type DoseStanding,
  type Drug,
} from '@breekpunt/intervene';
import type { CaseRecord } from '../assessment/case-record.ts';
import { ownFracture } from '../assessment/fractures-of.ts';
import { answersOf } from '../assessment/shown-answers.ts';
import { bonePatientOf } from '../decision/bone-patient-of.ts';
import { type Deciding, inputsOf } from '../decision/decisions-of.ts';
import { drugOfCode } from '../decision/sign-decision.ts';
import type { Decision } from '../records/decision.ts';
import { type CardPlan, plan } from './card-plan.ts';
import type { DraftMedicine } from './hook-facts.ts';

export interface KnownCase {
  readonly record: CaseRecord;
  readonly confirmed: boolean;
  readonly decisions: readonly Decision[];
  /** Doses that the patient waits for, as the list of follow-up has them (waiting-doses.ts). */
  readonly doses: readonly DoseStanding[];
}

/** For a patient who is looked at, or goes home. `densityElsewhere`: the asking system has one. */
export function plansOfCase(
  { record, confirmed, decisions, doses }: KnownCase,
  densityElsewhere: boolean,
  deciding: Deciding,
): readonly CardPlan[] {
  // Nothing is open for somebody who died, and no injection is due.
  if (record.person.deceased === 'yes') return [];
  const { site, on } = ownFracture(record);
  const of = { case: record.case, site, on };
  const found = record.episode.reasons.map(({ rule }) => rule);
  const injection = doses.flatMap((dose) => dosePlan(record, dose));
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

/** Denosumab and zoledronate: what is due, and above all what is late. */
function dosePlan(record: CaseRecord, dose: DoseStanding): readonly CardPlan[] {
  const of = { case: record.case, on: dose.dueOn, drug: dose.drug };
  switch (dose.state) {
    case 'overdue': {
      // Of the rules of a late denosumab the one that says what is at stake speaks for the card.
      const first = dose.drug === 'denosumab' ? ['FU3'] : [];
      return [plan('injection-overdue', 'critical', [...new Set([...first, ...dose.reasons])], of)];
    }
    case 'due':
    case 'soon':
      return [plan('injection-due', dose.state === 'due' ? 'warning' : 'info', dose.reasons, of)];
    case 'later':
    case 'cannot-tell':
      return [];
    default:
      return unreachable(dose.state);
  }
}

/**
 * For drugs against osteoporosis that are being ordered; other drugs are none of ours. On a confirmed case all that the rules say
 * of the drug; of anybody else only a fact that forbids it or puts it off: what nobody asked of a patient who is not followed
 * here is no news, and which drug comes first is advice.
 */
export function plansOfOrders(
  known: KnownCase | null,
  stranger: BonePatient,
  medicines: readonly DraftMedicine[],
  deciding: Deciding,
): readonly CardPlan[] {
  const ordered = medicines.flatMap(({ codes }) =>
    codes.flatMap(({ system, code }) => (system === 'atc' ? [drugOfCode(code)] : [])),
  );
  const decision = known === null ? boneOfStranger(stranger, deciding) : boneOf(known.record, deciding);
  if (decision === null) return [];
  const ofCase = known?.record.case ?? null;
  const all = [...new Set(ordered)].flatMap((drug) =>
    drug === null ? [] : plansOfDrug(drug, ofCase, decision),
  );
  return known?.confirmed === true
    ? all
    : all.filter(({ about }) => about === 'drug-blocked' || about === 'drug-not-yet');
}

function boneOfStranger(patient: BonePatient, { rules, context }: Deciding): BoneDecision | null {
  const known = boneRulesOn(rules.knowledge, context.set, context.on, context.signed);
  return known.ok ? boneDecision(patient, known.value) : null;
}

function plansOfDrug(drug: Drug, ofCase: number | null, { options }: BoneDecision): readonly CardPlan[] {
  const option = options.find((each) => each.drug === drug);
  if (option === undefined) return [];
  const { safety, turn } = option;
  const of = { case: ofCase, drug };
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
