export { type CaseFinder, createCaseFinder, type Explanation, type SetAsideMention } from './case-finder.ts';
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
