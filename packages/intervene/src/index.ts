// The public surface of intervene: what guideline, product text and reimbursement say. One section a folder.

// Alarm signs: src/alarm
export {
  type AlarmAnswer,
  type AlarmAnswers,
  type AlarmLevel,
  alarmLevel,
  alarmLevels,
  type ContextSign,
  contextSigns,
} from './alarm/alarm-level.ts';
export { type AlarmNumbers, type AlarmRules, alarmNumbersOn, alarmRulesOn } from './alarm/alarm-rules.ts';
// Pain relief: src/analgesia
export {
  type AntiInflammatoryPlan,
  analgesiaCheck,
  type OpioidPlan,
  type PainAnswer,
  type PainPatient,
  type PainPlan,
  type ParacetamolPlan,
} from './analgesia/analgesia.ts';
export { type AnalgesiaRules, analgesiaRulesOn } from './analgesia/analgesia-rules.ts';
export {
  type PainCheck,
  type PainDecision,
  type PainInputs,
  painDecision,
} from './analgesia/pain-decision.ts';
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
export {
  type Because,
  type DrugSafety,
  drugSafety,
  type SafetyTable,
  safetyTable,
} from './bone/drug-safety.ts';
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
// Follow-up: src/follow-up
export {
  type AfterAttempt,
  type AttemptOutcome,
  afterAttempt,
  agreedAttempts,
  attemptOutcomes,
  failedAttempts,
} from './follow-up/attempts.ts';
export {
  type Consequence,
  type ConsequenceKind,
  consequencesOf,
  needsNobody,
  settledQuestions,
} from './follow-up/call-consequences.ts';
export {
  askedAfterStart,
  type CallAnswers,
  type CallQuestion,
  type CallSubject,
  callQuestions,
  openQuestions,
  questionsOfCall,
  questionsToAsk,
} from './follow-up/call-questions.ts';
export { type ContactRules, contactRulesOn } from './follow-up/contact-rules.ts';
export { doseHandover } from './follow-up/dose-handover.ts';
export {
  type DoseStanding,
  type DoseState,
  doseStanding,
  type WatchedDrug,
  watchedDrugs,
} from './follow-up/dose-standing.ts';
export {
  type ContactMoment,
  type ContactPlan,
  contactMoments,
  type FollowEnd,
  type FollowedCase,
  followEnds,
  type MadeContact,
  type PlannedContact,
  plannedContacts,
} from './follow-up/planned-contacts.ts';
// The broken hip: src/hip-fracture
export { type HipFracturePatient, type HipOption, hipFractureOptions } from './hip-fracture/hip-fracture.ts';
export { type HipFractureRules, hipFractureRulesOn } from './hip-fracture/hip-fracture-rules.ts';
export {
  type SurgeryDays,
  type SurgeryTimes,
  type TimeToSurgery,
  timesToSurgery,
} from './hip-fracture/time-to-surgery.ts';
// What every answer has in common: src/logic
export type { Decided } from './logic/decided.ts';
// Tables of options: src/logic
export type { Pathway, ShownOption } from './logic/pathway.ts';
export { type SignedRules, type Standings, standingsOf } from './logic/standing.ts';
// Avascular necrosis of the hip: src/necrosis
export {
  type NecrosisCause,
  type NecrosisCauses,
  type NecrosisOption,
  type NecrosisPatient,
  necrosisCauses,
  necrosisOptions,
  type OtherHipWatch,
  otherHipWatch,
  type StatedNecrosis,
} from './necrosis/necrosis.ts';
export { type NecrosisDecision, necrosisDecision } from './necrosis/necrosis-decision.ts';
export { type NecrosisRules, necrosisRulesOn } from './necrosis/necrosis-rules.ts';
export type { SteroidCourse, SteroidTotal } from './necrosis/steroid-total.ts';
// Hip osteoarthritis: src/osteoarthritis
export {
  injectionDose,
  needsNoImage,
  type OsteoarthritisOption,
  type OsteoarthritisPatient,
  osteoarthritisOptions,
} from './osteoarthritis/hip-osteoarthritis.ts';
export {
  type OsteoarthritisDecision,
  type OsteoarthritisInputs,
  osteoarthritisDecision,
} from './osteoarthritis/osteoarthritis-decision.ts';
export { type OsteoarthritisRules, osteoarthritisRulesOn } from './osteoarthritis/osteoarthritis-rules.ts';
// Who pays beside the bone drugs: src/payment
export {
  type PaidThing,
  type PaymentLine,
  type PaymentTopic,
  paidThings,
  paymentBeside,
} from './payment/payment-beside.ts';
export { type PaymentRules, paymentRulesOn } from './payment/payment-rules.ts';
// Decisions as they are kept: src/record
export { type AnswerChange, rulesIn } from './record/answer-changes.ts';
export {
  type ChangedDecision,
  type Choice,
  changesUnder,
  type DecisionRecord,
  type RecordRefusal,
  recordDecision,
  wouldDiffer,
} from './record/decision-record.ts';
export {
  type DecisionContext,
  decisionTopics,
  type NotDecidable,
  type Topic,
  type Topics,
} from './record/decision-topics.ts';
// The broken vertebra: src/spine
export {
  type BraceOption,
  type BracePatient,
  braceOptions,
  type CementOption,
  type CementPatient,
  cementOptions,
} from './spine/brace-and-cement.ts';
export { type SpineRules, spineRulesOn } from './spine/spine-rules.ts';
export {
  type ReadScore,
  type ScoreName,
  type VertebralDecision,
  type VertebralGate,
  type VertebralPatient,
  vertebralDecision,
} from './spine/vertebral-gate.ts';
