// What the record answers, as the checks of drugs against pain ask it: one plan for each kind that is planned.

import type { CalendarDate } from '@breekpunt/core';
import type { PainInputs, PainPlan } from '@breekpunt/intervene';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import type { CaseRecord } from '../assessment/case-record.ts';
import { plannedFor } from '../assessment/is-asked.ts';
import type { PainDrug } from '../assessment/pain-fields.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';
import { egfrOf } from './hip-patient-of.ts';

export function painInputsOf(
  record: CaseRecord,
  answers: Answers,
  rules: AssessmentRules,
  today: CalendarDate,
): PainInputs {
  const planned = plannedFor(answers);
  const twoOfThem = planned.includes('ibuprofen') && planned.includes('other-anti-inflammatory');
  return {
    plans: plansOf(planned, answers),
    patient: {
      age: ageOf(record, today) ?? 'not-recorded',
      weightKg: valueOr<number>(answers, 'weight'),
      egfr: egfrOf(record, rules, today),
      frail: yesNo(answers, 'frail'),
      liverFailure: yesNo(answers, 'liver-failure'),
      paracetamolRisk: yesNo(answers, 'paracetamol-risk'),
      heartFailure: yesNo(answers, 'heart-failure'),
      ulcer: yesNo(answers, 'ulcer'),
      anticoagulant: yesNo(answers, 'anticoagulant'),
      otherAntiInflammatory: twoOfThem ? 'yes' : yesNo(answers, 'second-anti-inflammatory'),
      aspirin: yesNo(answers, 'aspirin'),
      ssri: yesNo(answers, 'ssri'),
      gabapentinoidOrBenzodiazepine: yesNo(answers, 'gabapentinoid-or-benzodiazepine'),
    },
  };
}

function plansOf(planned: readonly PainDrug[], answers: Answers): readonly PainPlan[] {
  const isPlanned = (drug: PainDrug): 'yes' | 'no' => (planned.includes(drug) ? 'yes' : 'no');
  const any = (...drugs: readonly PainDrug[]): boolean => drugs.some((drug) => planned.includes(drug));
  const paracetamol: PainPlan = {
    drug: 'paracetamol',
    days: valueOr<number>(answers, 'paracetamol-days'),
    lowerDoseNotEnough: yesNo(answers, 'lower-dose-not-enough'),
  };
  const antiInflammatory: PainPlan = {
    drug: 'anti-inflammatory',
    isIbuprofen: isPlanned('ibuprofen'),
    stomachProtection: yesNo(answers, 'stomach-protection'),
    kidneyCheckPlanned: yesNo(answers, 'kidney-check'),
  };
  const opioid: PainPlan = {
    drug: 'opioid',
    isTramadol: isPlanned('tramadol'),
    days: valueOr<number>(answers, 'opioid-days'),
    morphineMg: valueOr<number>(answers, 'opioid-morphine'),
    stopDay: yesNo(answers, 'opioid-stop-day'),
    laxative: yesNo(answers, 'opioid-laxative'),
    taperPlan: yesNo(answers, 'opioid-taper'),
    fallAndDrivingWarning: yesNo(answers, 'opioid-warning'),
  };
  return [
    ...(any('paracetamol') ? [paracetamol] : []),
    ...(any('ibuprofen', 'other-anti-inflammatory') ? [antiInflammatory] : []),
    ...(any('tramadol', 'other-opioid') ? [opioid] : []),
  ];
}
