// The public surface of intervene: what guideline, product text and reimbursement say. One section a folder.

// Treatment of fragile bone: src/bone
export type { AnabolicFirst, Turn } from './bone/anabolic-first.ts';
export { type BoneDecision, boneDecision, type Course, type DrugOption } from './bone/bone-decision.ts';
export {
  type BonePatient,
  type BrokenVertebra,
  type Glucocorticoid,
  type KnownFracture,
  type MedicalFact,
  medicalFacts,
  type RuleSet,
  ruleSets,
  type SpineFindings,
} from './bone/bone-patient.ts';
export { type BoneRules, boneRulesOn } from './bone/bone-rules.ts';
export { checkBonePatient, type PatientRefusal } from './bone/check-bone-patient.ts';
export { type ClockRules, clockRulesOn } from './bone/clock-rules.ts';
export { type Drug, drugs, isAnabolic } from './bone/drug.ts';
export {
  type Dose,
  type DrugFact,
  type DrugKnowledge,
  type DrugTable,
  drugTableOn,
} from './bone/drug-knowledge.ts';
export { type Because, type DrugSafety, drugSafety } from './bone/drug-safety.ts';
export { type FractureOnTreatment, fractureOnTreatment } from './bone/fracture-on-treatment.ts';
export type { Indication } from './bone/indication.ts';
export { type Payment, reimbursement } from './bone/reimbursement.ts';
export type { Risk } from './bone/risk-category.ts';
export {
  type ClockKind,
  type CurrentTreatment,
  type SafetyClock,
  type SafetyClocks,
  safetyClocks,
} from './bone/safety-clocks.ts';
export type { Supplement } from './bone/supplements.ts';
export { type ThighPainPath, thighPain } from './bone/thigh-pain.ts';
export type { Place } from './bone/treatment-order.ts';
// What every answer has in common: src/logic
export type { Decided } from './logic/decided.ts';
export { type SignedRules, type Standings, standingsOf } from './logic/standing.ts';
