// Whether the insurance pays for a drug, apart from whether it is indicated. Decision: where a text was not read to its
// end the answer is "cannot tell" with the part that is missing, and a patient who fails every part that was read is
// still told so.

import { all, any, asked, type Condition, countOf, not, open } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import { belgianDensity, belgianVertebra } from './belgian-criteria.ts';
import type { BonePatient } from './bone-patient.ts';
import type { BelgianPayment, BoneRules, DutchPayment } from './bone-rules.ts';
import type { Drug } from './drug.ts';
import { allBlocked, type SafetyTable } from './drug-safety.ts';
import {
  hipFracture,
  isPostmenopausal,
  isWoman,
  tScoreBelowByOwnSex,
  vertebralFracture,
} from './fracture-conditions.ts';
import { majorRecentFracture } from './risk-category.ts';
import type { BelgianNumbers } from './treatment-numbers.ts';

/** on-request: paid when the insurance agrees to a request, for which the criteria seem met. */
export type Payment = 'paid' | 'on-request' | 'not-paid';

export function reimbursement(
  drug: Drug,
  patient: BonePatient,
  safety: SafetyTable,
  rules: BoneRules,
): Decided<Payment> {
  switch (rules.treatment.set) {
    case 'BE':
      if (rules.belgium === null) throw new Error('The Belgian rules came without the texts of payment');
      return belgian(drug, patient, safety, rules, rules.belgium, rules.treatment);
    case 'NL':
      if (rules.dutch === null) throw new Error('The Dutch rules came without the texts of payment');
      return dutch(drug, rules.dutch, rules);
    case 'NICE':
      return decided<Payment>('cannot-tell', ['RB12'], ['a rule of reimbursement'], rules.standings);
  }
}

function dutch(
  drug: Drug,
  { withoutConditions, unmarked, listed }: DutchPayment,
  { standings }: BoneRules,
): Decided<Payment> {
  const paid = (rules: readonly string[], missing: readonly string[] = []): Decided<Payment> =>
    decided<Payment>('paid', rules, missing, standings);
  if (withoutConditions.includes(drug)) return paid(['RB9']);
  if (unmarked.includes(drug)) return paid(['RB30']);
  if (listed.includes(drug)) return paid(['RB31'], ['a condition of annex 2']);
  if (drug === 'alendronate') return paid(['RB13', 'RB14']);
  return decided<Payment>('cannot-tell', ['RB11'], ['the answer of insurer or pharmacist'], standings);
}

function belgian(
  drug: Drug,
  patient: BonePatient,
  safety: SafetyTable,
  rules: BoneRules,
  payment: BelgianPayment,
  numbers: BelgianNumbers,
): Decided<Payment> {
  const { standings } = rules;
  if (payment.onPrescription.includes(drug)) return decided<Payment>('paid', ['RB1'], [], standings);
  const answer = (rule: string, condition: Condition): Decided<Payment> => answered(condition, [rule], rules);
  switch (drug) {
    case 'zoledronate':
      return zoledronate(patient, payment, rules);
    case 'denosumab':
      return answer('RB5', secondLine(patient, payment, safety, rules));
    case 'romosozumab':
      return answer('RB6', romosozumab(patient, payment, numbers, rules));
    case 'teriparatide':
      return answer('RB7', all(isPostmenopausal(patient), open('the paragraph of teriparatide of today')));
    default:
      return answer('RB8', open('the Belgian text of this drug'));
  }
}

function answered(
  condition: Condition,
  reasons: readonly string[],
  { standings }: BoneRules,
): Decided<Payment> {
  switch (condition.answer) {
    case 'yes':
      return decided<Payment>('on-request', reasons, [], standings);
    case 'no':
      return decided<Payment>('not-paid', reasons, [], standings);
    case 'not-recorded':
      return decided<Payment>('cannot-tell', reasons, condition.missing, standings);
  }
}

function zoledronate(patient: BonePatient, payment: BelgianPayment, rules: BoneRules): Decided<Payment> {
  const woman = isWoman(patient);
  if (woman.answer === 'not-recorded') return answered(woman, ['RB2', 'RB3'], rules);
  const vertebra = belgianVertebra(patient, payment);
  const free = not(asked(patient.facts['other-bone-drug-now'] ?? 'not-recorded', 'other-bone-drug-now'));
  if (woman.answer === 'yes') {
    const criterion = any(hipFracture(patient), vertebra, belgianDensity(patient, payment, rules));
    return answered(all(isPostmenopausal(patient), criterion, free), ['RB2', 'RB4'], rules);
  }
  const spine = tScoreBelowByOwnSex(patient, ['lumbar-spine'], payment.density.tScore, rules);
  const hip = tScoreBelowByOwnSex(patient, ['total-hip', 'femoral-neck'], payment.manHipTScoreBelow, rules);
  const criterion = any(hipFracture(patient), countOf([vertebra, spine, hip], payment.manCriteria));
  return answered(all(criterion, free), ['RB3', 'RB4'], rules);
}

/** An earlier paid bisphosphonate by mouth counts, and so does a contraindication to every one of them. */
function secondLine(
  patient: BonePatient,
  payment: BelgianPayment,
  safety: SafetyTable,
  rules: BoneRules,
): Condition {
  const earlier = asked(
    patient.facts['oral-bisphosphonate-paid-before'] ?? 'not-recorded',
    'oral-bisphosphonate-paid-before',
  );
  const tablets = payment.onPrescription as readonly Drug[];
  const criterion = any(
    belgianVertebra(patient, payment),
    belgianDensity(patient, payment, rules, { youngerThanMonths: payment.secondLineDxaMonths }),
  );
  return all(isPostmenopausal(patient), any(earlier, allBlocked(tablets, safety)), criterion);
}

function romosozumab(
  patient: BonePatient,
  payment: BelgianPayment,
  numbers: BelgianNumbers,
  rules: BoneRules,
): Condition {
  const density = belgianDensity(patient, payment, rules, { atMostMonths: payment.romosozumabDxaMonths });
  const earlierVertebra = all(vertebralFracture(patient), open('the end of condition 2 of the text'));
  const fracture = majorRecentFracture(patient, numbers, rules.on, ({ seenOnImage }) =>
    asked(seenOnImage, 'fracture-seen-on-an-image'),
  );
  return all(isPostmenopausal(patient), fracture, any(density, earlierVertebra));
}
