export {
  type DemandMissing,
  type Organisation,
  type StandardReached,
  standardReached,
} from './indicators/best-practice.ts';
export { type FindingCounts, precisionOf, recallOf } from './indicators/case-finding-figures.ts';
export { type ExpectedCaseload, expectedIn, ratioOf } from './indicators/expected-caseload.ts';
export type { DoseStanding } from './indicators/injections-in-time.ts';
export { type Contribution, judgeCase } from './indicators/judge-case.ts';
export { type PatientStanding, type Standing, standings } from './indicators/judge-patient.ts';
export type { Reason } from './indicators/reason.ts';
export {
  addTallies,
  type Colour,
  colourOf,
  emptyTally,
  type Figure,
  figureOf,
  leastShown,
  type Tally,
} from './indicators/tally.ts';
export type {
  CareRecord,
  ContactSeen,
  DecisionOutcome,
  FallsSeen,
  HipSeen,
  InjectionSeen,
  ScanSeen,
  Seen,
} from './record/care-record.ts';
export {
  type Funnel,
  type FunnelLimits,
  type FunnelPoint,
  funnelLimits,
  funnelOf,
} from './statistics/funnel.ts';
export { leastMonths, medianOf, type RunChart, runChart } from './statistics/run-chart.ts';
export { type Share, wilson } from './statistics/wilson.ts';
