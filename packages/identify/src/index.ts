export { type CaseFinder, createCaseFinder, type Explanation, type SetAsideMention } from './case-finder.ts';
export { type CodeIndex, indexCodes } from './codes/code-index.ts';
export type { CodedFinding, CodeEncounter } from './codes/coded-finding.ts';
export {
  type CodeProblem,
  type CodeReading,
  findingsFromCodes,
  type OtherCode,
  type PatientCode,
} from './codes/findings-from-codes.ts';
export { type Eligibility, eligibility } from './eligibility/eligibility.ts';
export type { EligibilityPatient } from './eligibility/eligibility-patient.ts';
export { type EligibilityRules, eligibilityRulesOn } from './eligibility/eligibility-rules.ts';
export { type MissingFact, missingFacts, type Reason } from './eligibility/judgement.ts';
export {
  compareUrgency,
  patientUrgency,
  type Urgency,
  type UrgencyPoint,
  type UrgencyReason,
  type UrgencyRules,
  urgency,
  urgencyRulesOn,
} from './eligibility/urgency.ts';
export {
  type ClinicalFracture,
  clinicalFractureFrom,
  progressionRole,
} from './episodes/clinical-fracture.ts';
export {
  type EpisodeEvidence,
  type EpisodeNote,
  type EpisodeNoteKind,
  type EpisodeOnset,
  type EpisodeStatus,
  type EvidenceRole,
  episodeNoteKinds,
  type FractureEpisode,
  type IgnoredEvidence,
  type IgnoredReason,
  type Mechanism,
  type MergedEpisodes,
} from './episodes/episode.ts';
export { type EpisodeRules, episodeRulesOn } from './episodes/episode-rules.ts';
export type { DateBasis, DateRange } from './episodes/fracture-dates.ts';
export {
  type EvidenceSource,
  evidenceFromCodes,
  evidenceFromReport,
  type FractureEvidence,
  type ReportFacts,
  sourceKey,
} from './episodes/fracture-evidence.ts';
export { mergeEpisodes } from './episodes/merge-episodes.ts';
export {
  type AbsentScope,
  type Evidence,
  type Experiencer,
  type Finding,
  type FindingFlag,
  type FindingKind,
  type FractureTime,
  findingFlags,
  type Limitation,
  type Presence,
  type ReportContext,
  type ReportResult,
  type ReportSection,
  type Span,
  type Triage,
} from './finding.ts';
export { type Cue, type CueClass, cueClassOf, cuesOf, type Piece, piecesOf } from './proof/cued-text.ts';
export { sentenceAround } from './proof/sentence-around.ts';
export { type ReadingBounds, readingBounds } from './reading-bounds.ts';
