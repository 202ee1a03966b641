export {
  type DemandMissing,
  type Organisation,
  type StandardReached,
  standardReached,
} from './indicators/best-practice.ts';
export { type FindingCounts, precisionOf, recallOf } from './indicators/case-finding-figures.ts';
export {
  addCase,
  type CountedCase,
  type Counts,
  countCase,
  letters,
  noCounts,
  tallyIn,
} from './indicators/counted-case.ts';
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
  pseudonymField,
  type RegistryField,
  type RegistryLayout,
  type RegistryProblem,
  registryFieldsOf,
  registryLayouts,
  registryProblems,
} from './registry/registry-fields.ts';
export { type Calibrated, calibrate, type Fit } from './simulation/calibrate.ts';
export { type Cascade, throughputOf } from './simulation/cascade.ts';
export { groups, hazardTables, type SiteGroup } from './simulation/hazard-tables.ts';
export { type MixCell, outcomes, type Run, simulate } from './simulation/simulate.ts';
export {
  numberIn,
  type SimulationParameters,
  simulationParametersOn,
} from './simulation/simulation-parameters.ts';
export { type Check, validate } from './simulation/validate.ts';
export {
  type Effect,
  type Estimate,
  effects,
  type HorizonResult,
  type WhatIf,
  type WhatIfResult,
  whatIf,
} from './simulation/what-if.ts';
export {
  type Funnel,
  type FunnelLimits,
  type FunnelPoint,
  funnelLimits,
  funnelOf,
} from './statistics/funnel.ts';
export { leastMonths, medianOf, type RunChart, runChart } from './statistics/run-chart.ts';
export { type Share, wilson } from './statistics/wilson.ts';
