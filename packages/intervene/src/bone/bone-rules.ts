// Everything that a decision about the bones takes from knowledge, for one rule set on one day. Decision: read once and
// handed to pure functions, so that thousands of patients can be decided on one reading, and an old decision on an old one.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import {
  belgianHeightCriterionOn,
  type DensityCriterion,
  type DxaRules,
  densityCriterionOn,
  dxaRulesOn,
  type HeightCriterion,
  numbersOn,
  type PlausibleRange,
  rangesOn,
} from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';
import type { RuleSet } from './bone-patient.ts';
import { type DrugTable, drugTableOn } from './drug-knowledge.ts';
import { type TreatmentNumbers, treatmentNumbersOn } from './treatment-numbers.ts';

const safetyNumbers = {
  daysAfterHipSurgery: 'drugs.zoledronate-days-after-hip-surgery',
  vitaminDEnoughFrom: 'drugs.vitamin-d-enough-from',
} as const;

const plausibleIds = {
  clearance: 'drugs.plausible-clearance',
  vitaminD: 'labs.plausible-vitamin-d',
  tScore: 'dxa.plausible-score',
  glucocorticoidDose: 'drugs.plausible-glucocorticoid-dose',
} as const;

const belgianPayment = {
  manHipTScoreBelow: 'reimbursement.be-zoledronate-man-hip-t-score-below',
  manCriteria: 'reimbursement.be-zoledronate-man-criteria',
  secondLineDxaMonths: 'reimbursement.be-second-line-dxa-months',
  romosozumabDxaMonths: 'reimbursement.be-romosozumab-dxa-months',
} as const;

export interface BelgianPayment extends Readonly<Record<keyof typeof belgianPayment, number>> {
  readonly onPrescription: readonly string[];
  readonly density: DensityCriterion;
  readonly height: HeightCriterion;
}

/** Drugs by what a Dutch text says of their payment; a drug that none names was not found. */
export interface DutchPayment {
  readonly withoutConditions: readonly string[];
  /** None of its products is marked as unpaid or paid on conditions. */
  readonly unmarked: readonly string[];
  /** On the list of what is paid; whether on conditions was not read. */
  readonly listed: readonly string[];
}

export interface SupplementRules {
  /** mg a day: one number is the least, two are a range. */
  readonly calcium: readonly number[];
  /** IU a day. */
  readonly vitaminD: readonly number[];
}

export interface BoneRules {
  readonly set: RuleSet;
  readonly on: CalendarDate;
  readonly knowledgeVersion: string;
  readonly standings: Standings;
  readonly treatment: TreatmentNumbers;
  readonly dxa: DxaRules;
  readonly drugs: DrugTable;
  readonly safety: Readonly<Record<keyof typeof safetyNumbers, number>>;
  readonly plausible: Readonly<Record<keyof typeof plausibleIds, PlausibleRange>>;
  readonly supplements: SupplementRules;
  /** Null for the other sets. */
  readonly belgium: BelgianPayment | null;
  /** Null for the other sets. */
  readonly dutch: DutchPayment | null;
}

export function boneRulesOn(
  knowledge: Knowledge,
  set: RuleSet,
  on: CalendarDate,
  signed: SignedRules,
): Result<BoneRules, NoValueInForce> {
  const treatment = treatmentNumbersOn(knowledge, set, on);
  if (!treatment.ok) return treatment;
  const dxa = dxaRulesOn(knowledge, set === 'NICE' ? 'ISCD' : set, on);
  if (!dxa.ok) return dxa;
  const table = drugTableOn(knowledge, on);
  if (!table.ok) return table;
  const safety = numbersOn(knowledge, on, safetyNumbers);
  if (!safety.ok) return safety;
  const plausible = rangesOn(knowledge, on, plausibleIds);
  if (!plausible.ok) return plausible;
  const supplements = supplementsOn(knowledge, set, on);
  if (!supplements.ok) return supplements;
  const belgium = set === 'BE' ? belgianPaymentOn(knowledge, on) : success(null);
  if (!belgium.ok) return belgium;
  return success({
    set,
    on,
    knowledgeVersion: knowledge.version,
    standings: standingsOf(knowledge, signed),
    treatment: treatment.value,
    dxa: dxa.value,
    drugs: table.value,
    safety: safety.value,
    plausible: plausible.value,
    supplements: supplements.value,
    belgium: belgium.value,
    dutch: set === 'NL' ? dutchPaymentOn(knowledge, on) : null,
  });
}

function supplementsOn(
  knowledge: Knowledge,
  set: RuleSet,
  on: CalendarDate,
): Result<SupplementRules, NoValueInForce> {
  const calcium = listOn(knowledge, `treatment.${set.toLowerCase()}-calcium`, on);
  if (!calcium.ok) return calcium;
  const vitaminD = listOn(knowledge, `treatment.${set.toLowerCase()}-vitamin-d`, on);
  if (!vitaminD.ok) return vitaminD;
  return success({ calcium: calcium.value.map(Number), vitaminD: vitaminD.value.map(Number) });
}

/** Before the day on which a text was seen it names nobody: then nothing was found, which is an answer of its own. */
function dutchPaymentOn(knowledge: Knowledge, on: CalendarDate): DutchPayment {
  const named = (id: string): readonly string[] => {
    const list = listOn(knowledge, id, on);
    return list.ok ? list.value.map(String) : [];
  };
  return {
    withoutConditions: named('reimbursement.nl-without-conditions'),
    unmarked: named('reimbursement.nl-unmarked'),
    listed: named('reimbursement.nl-listed'),
  };
}

function belgianPaymentOn(knowledge: Knowledge, on: CalendarDate): Result<BelgianPayment, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, belgianPayment);
  if (!numbers.ok) return numbers;
  const oral = listOn(knowledge, 'reimbursement.be-oral-bisphosphonates', on);
  if (!oral.ok) return oral;
  const density = densityCriterionOn(knowledge, 'BE', on);
  if (!density.ok) return density;
  const height = belgianHeightCriterionOn(knowledge, on);
  if (!height.ok) return height;
  return success({
    ...numbers.value,
    onPrescription: oral.value.map(String),
    density: density.value,
    height: height.value,
  });
}
