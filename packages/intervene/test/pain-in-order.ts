// Somebody in whom nothing speaks against a drug against pain, and plans that lack nothing.

import type { PainPatient, PainPlan } from '../src/index.ts';

export const painInOrder: PainPatient = {
  age: 60,
  weightKg: 70,
  egfr: 80,
  frail: 'no',
  liverFailure: 'no',
  paracetamolRisk: 'no',
  heartFailure: 'no',
  ulcer: 'no',
  anticoagulant: 'no',
  otherAntiInflammatory: 'no',
  aspirin: 'no',
  ssri: 'no',
  gabapentinoidOrBenzodiazepine: 'no',
};

export const readyPlans: { readonly [D in PainPlan['drug']]: Extract<PainPlan, { readonly drug: D }> } = {
  paracetamol: { drug: 'paracetamol', days: 5, lowerDoseNotEnough: 'no' },
  'anti-inflammatory': {
    drug: 'anti-inflammatory',
    isIbuprofen: 'no',
    stomachProtection: 'yes',
    kidneyCheckPlanned: 'yes',
  },
  opioid: {
    drug: 'opioid',
    isTramadol: 'no',
    days: 5,
    morphineMg: 20,
    stopDay: 'yes',
    laxative: 'yes',
    taperPlan: 'yes',
    fallAndDrivingWarning: 'yes',
  },
};

/** The same, of the two drugs that aspirin and an SSRI speak against. */
export const plansMostHeldBack: readonly PainPlan[] = [
  readyPlans.paracetamol,
  { ...readyPlans['anti-inflammatory'], isIbuprofen: 'yes' },
  { ...readyPlans.opioid, isTramadol: 'yes' },
];
