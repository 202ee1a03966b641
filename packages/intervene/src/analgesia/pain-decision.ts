// Every drug against pain that is planned, each with its own answer. Decision: beside each other and never added up; a drug
// that is not planned is not asked about.

import type { RuleSet } from '../bone/bone-patient.ts';
import { analgesiaCheck, type PainAnswer, type PainPatient, type PainPlan } from './analgesia.ts';
import type { AnalgesiaRules } from './analgesia-rules.ts';

export interface PainInputs {
  readonly patient: PainPatient;
  /** At most one of each kind. */
  readonly plans: readonly PainPlan[];
}

export interface PainCheck extends PainAnswer {
  readonly drug: PainPlan['drug'];
}

export interface PainDecision {
  readonly checks: readonly PainCheck[];
}

/** NICE has no rules of pain relief here; the doses are then those of Belgium. */
export function painDecision(
  { patient, plans }: PainInputs,
  set: RuleSet,
  rules: AnalgesiaRules,
): PainDecision {
  const country = set === 'NL' ? 'NL' : 'BE';
  return {
    checks: plans.map((plan) => ({
      drug: plan.drug,
      ...analgesiaCheck(plan, patient, country, rules),
    })),
  };
}
