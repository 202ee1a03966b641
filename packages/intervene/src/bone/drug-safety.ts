// Whether a drug may be given: open, not yet, blocked, or not to be told. Decision: the worst that is certain counts, a
// contraindication before an open question and an open question before "not yet"; more contraindications can therefore
// never make a drug easier to get.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import {
  all,
  asked,
  type Condition,
  fails,
  known,
  not,
  open,
  questionsOf,
  when,
} from '../logic/condition.ts';
import type { BonePatient } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';
import { type Drug, drugs, safetyRuleOf } from './drug.ts';
import type { DrugFact } from './drug-knowledge.ts';
import { isPostmenopausal } from './fracture-conditions.ts';

/** A rule that speaks, and the fact or limit that made it. */
export interface Because {
  readonly rule: string;
  readonly fact: string;
}

export interface DrugSafety {
  readonly outcome: 'open' | 'not-yet' | 'blocked' | 'cannot-tell';
  /** What blocks, or what is settled first. */
  readonly because: readonly Because[];
  /** What asks for care and stops nothing. */
  readonly care: readonly Because[];
  /** First day on which the waiting is over; null when no day is known or nothing waits for one. */
  readonly from: CalendarDate | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

interface Check extends Because {
  readonly condition: Condition;
}

const settleRules: Readonly<Partial<Record<DrugFact, string>>> = {
  'low-calcium': 'DS11',
  'low-vitamin-d': 'DS12',
  'dental-problem': 'DS13',
  'raised-alkaline-phosphatase': 'DS14',
  immobilised: 'DS16',
  'heart-not-checked': 'DS17',
};

/** Every drug's safety for one patient; worked out once, because order, turn and payment ask for it again. */
export type SafetyTable = Readonly<Record<Drug, DrugSafety>>;

export function safetyTable(patient: BonePatient, rules: BoneRules): SafetyTable {
  return Object.fromEntries(drugs.map((drug) => [drug, drugSafety(drug, patient, rules)])) as Record<
    Drug,
    DrugSafety
  >;
}

/** Whether every one of these drugs is blocked. */
export function allBlocked(of: readonly Drug[], safety: SafetyTable): Condition {
  return all(
    ...of.map((drug) => {
      const { outcome, missing } = safety[drug];
      return outcome === 'cannot-tell' ? open(...missing) : when(outcome === 'blocked');
    }),
  );
}

export function drugSafety(drug: Drug, patient: BonePatient, rules: BoneRules): DrugSafety {
  const about = rules.drugs[drug];
  const rule = safetyRuleOf(drug);
  const asChecks = (facts: readonly DrugFact[]): Check[] =>
    facts.map((fact) => ({
      rule: settleRules[fact] ?? rule,
      fact,
      condition: factCondition(fact, patient, rules),
    }));
  const blocks = [
    {
      rule: 'DS15',
      fact: 'allergy',
      condition: known(patient.allergies, 'allergies', (to) => to.includes(drug)),
    },
    ...asChecks(about.blockedBy),
    ...kidneyCheck(rule, about.clearanceFrom, patient),
  ];
  const waits = [...asChecks(about.firstSettle), ...surgeryCheck(drug, patient, rules)];
  const care = [...asChecks(about.careWith), ...watchCheck(drug, about.clearanceWatchBelow, patient)];
  return weigh(blocks, waits, care, waitsUntil(drug, patient, rules), rules);
}

function weigh(
  blocks: readonly Check[],
  waits: readonly Check[],
  care: readonly Check[],
  from: CalendarDate | null,
  { standings }: BoneRules,
): DrugSafety {
  const held = (checks: readonly Check[]): Because[] =>
    checks.filter(({ condition }) => condition.answer === 'yes').map(({ rule, fact }) => ({ rule, fact }));
  const [blocking, waiting, careful] = [held(blocks), held(waits), held(care)];
  const openChecks = [...blocks, ...waits].filter(({ condition }) => condition.answer === 'not-recorded');
  const outcome =
    blocking.length > 0
      ? 'blocked'
      : openChecks.length > 0
        ? 'cannot-tell'
        : waiting.length > 0
          ? 'not-yet'
          : 'open';
  const because = outcome === 'open' ? [] : [...blocking, ...waiting];
  const checked = outcome === 'open' ? [...blocks, ...waits] : because;
  const asks = outcome === 'cannot-tell' ? ['DS19', ...openChecks.map(({ rule }) => rule)] : [];
  const reasons = [
    ...new Set([...checked.map(({ rule }) => rule), ...asks, ...careful.map(({ rule }) => rule)]),
  ];
  return {
    outcome,
    because,
    care: careful,
    from: waiting.some(({ rule }) => rule === 'DS5') ? from : null,
    reasons,
    missing: outcome === 'blocked' ? [] : questionsOf(openChecks.map(({ condition }) => condition)),
    standing: standings.of(reasons),
  };
}

/** Whether a fact that drugs depend on holds; some are worked out from a laboratory result. */
function factCondition(fact: DrugFact, patient: BonePatient, { safety }: BoneRules): Condition {
  switch (fact) {
    case 'low-calcium':
      return known(patient.calcium, 'corrected-calcium', (level) => level === 'low');
    case 'high-calcium':
      return known(patient.calcium, 'corrected-calcium', (level) => level === 'high');
    case 'low-vitamin-d':
      return known(patient.vitaminD, 'vitamin-d', (level) => level < safety.vitaminDEnoughFrom);
    case 'not-postmenopausal':
      return not(isPostmenopausal(patient));
    case 'pregnancy':
      return patient.facts.pregnancy !== 'yes' && cannotBePregnant(patient)
        ? fails
        : plainFact(fact, patient);
    default:
      return plainFact(fact, patient);
  }
}

function plainFact(fact: keyof BonePatient['facts'], { facts }: BonePatient): Condition {
  return asked(facts[fact] ?? 'not-recorded', fact);
}

function cannotBePregnant({ sex, postmenopausal }: BonePatient): boolean {
  return sex === 'male' || (sex === 'female' && postmenopausal === 'yes');
}

function kidneyCheck(rule: string, least: number | null, { clearance }: BonePatient): readonly Check[] {
  if (least === null) return [];
  const condition = known(clearance, 'creatinine-clearance', (value) => value < least);
  return [{ rule, fact: 'creatinine-clearance', condition }];
}

function watchCheck(drug: Drug, below: number | null, { clearance }: BonePatient): readonly Check[] {
  if (below === null) return [];
  const rule = drug === 'romosozumab' ? 'DS18' : 'DS6';
  const condition = known(clearance, 'creatinine-clearance', (value) => value < below);
  return [{ rule, fact: 'creatinine-clearance', condition }];
}

function surgeryCheck(drug: Drug, patient: BonePatient, rules: BoneRules): readonly Check[] {
  if (drug !== 'zoledronate') return [];
  const until = waitsUntil(drug, patient, rules);
  const condition =
    patient.hipSurgery === 'not-recorded'
      ? open('day-of-the-hip-operation')
      : when(until !== null && rules.on < until);
  return [{ rule: 'DS5', fact: 'hip-operation', condition }];
}

function waitsUntil(drug: Drug, { hipSurgery }: BonePatient, { safety }: BoneRules): CalendarDate | null {
  if (drug !== 'zoledronate' || hipSurgery === 'none' || hipSurgery === 'not-recorded') return null;
  return addDays(hipSurgery, safety.daysAfterHipSurgery);
}
