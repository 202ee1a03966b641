// The public surface of inform: what patients get to read, compiled from the case.

export { type MedicineKind, medicineKinds, type OperationKind, operationKinds } from '@breekpunt/knowledge';

// The alarm check: src/alarm
export { type AlarmCard, type AlarmCheck, type AlarmQuestion, alarmCheck } from './alarm/alarm-check.ts';
export { type AlarmOutcome, type AlarmReply, alarmOutcome } from './alarm/alarm-outcome.ts';
// Claims of leaflets: src/claims
export {
  type ClaimCheck,
  type ClaimChecker,
  createClaimChecker,
  type FoundClaim,
} from './claims/check-claims.ts';
// The diary: src/diary
export { type DiaryEntry, type DiaryFinding, diaryFindings, diaryUrgency } from './diary/diary-rule.ts';
// Decision aids: src/grids
export { gridSummary, type Weighed } from './grids/grid-summary.ts';
export { type CitedSource, optionGrids, type ShownGrid } from './grids/option-grids.ts';
// The guide: src/guide
export { compileGuide, type GuideRefusal } from './guide/compile-guide.ts';
export type {
  AppointmentBlock,
  Block,
  CallAction,
  ChecklistBlock,
  ContactBlock,
  ExerciseBlock,
  Guide,
  GuideSource,
  HomeCheckAdvice,
  HomeCheckBlock,
  IconArrayBlock,
  IconArrayRow,
  MedicineBlock,
  NotKnownBlock,
  Origin,
  PlannerBlock,
  QuizBlock,
  Section,
  SpanRow,
  SpansBlock,
  TestBlock,
  TextBlock,
  WarningBlock,
} from './guide/guide.ts';
export { type GuidePhase, type Hold, holds, type PhaseId, phaseIds } from './guide/phase.ts';
// The check of home and aids: src/home
export { fitsHome } from './home/fits-home.ts';
// What it is made from: src/input
export {
  type Appointment,
  type AppointmentKind,
  appointmentKinds,
  type Diagnosis,
  type GivenByTeam,
  type GuideInput,
  type HipSite,
  type HomeSituation,
  type HospitalDirectory,
  type HospitalService,
  type Medication,
  type Medicine,
  type ServiceRole,
  serviceRoles,
  type Treatment,
} from './input/guide-input.ts';
// Letters: src/letters
export { aboutLine, composeLetter } from './letters/compose-letter.ts';
export {
  type FrameworkItem,
  frameworkItems,
  type Letter,
  type LetterItem,
  type LetterKind,
  type LetterLanguage,
  type LetterSection,
  letterKinds,
  letterLanguages,
} from './letters/letter.ts';
export {
  type LetterFacts,
  type LetterFracture,
  type Letterhead,
  type RiskFactor,
  riskFactors,
} from './letters/letter-facts.ts';
export { type LetterSay, letterSay } from './letters/letter-words.ts';
// Medicines: src/medicines
export type { OpioidNotes, OpioidStanding } from './medicines/opioid-standing.ts';
// The numbers it goes by: src/plan
export { type GuideRules, guideRulesOn } from './plan/guide-rules.ts';
