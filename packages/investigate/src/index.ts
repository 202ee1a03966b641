// The public surface of investigate: what a patient's examinations and answers amount to. One section a folder.

// Risk models: src/risk

export {
  type DensityChange,
  densityChange,
  leastSignificantChange,
  type NotComparable,
  type Precision,
  type ScannedRegion,
} from './dxa/density-change.ts';
export {
  type DensityClass,
  type DensityPatient,
  densityClass,
  type TScoreClass,
  tScoreClass,
  type ZScoreClass,
} from './dxa/density-class.ts';
export { type DensityCriterionAnswer, meetsDensityCriterion } from './dxa/density-criterion.ts';
export {
  type DxaObservationIndex,
  type DxaObservationMeaning,
  type DxaQuantity,
  dxaObservationsOn,
} from './dxa/dxa-observation.ts';
export {
  type DensityCriterion,
  type DxaRuleSet,
  type DxaRules,
  densityCriterionOn,
  dxaRuleSets,
  dxaRulesOn,
} from './dxa/dxa-rules.ts';
export {
  type DxaDevice,
  type DxaMaker,
  type DxaMeasurement,
  type DxaScan,
  type DxaSite,
  dxaMakers,
  dxaSites,
  type ExcludedVertebra,
  type ExclusionReason,
  exclusionReasons,
  type NotMeasurable,
  type ScoreReference,
  type StatedScore,
} from './dxa/dxa-scan.ts';
export { type LowestSite, lowestSite, type PassedOver } from './dxa/lowest-site.ts';
export { discordantVertebrae, type LumbarValidity, lumbarValidity } from './dxa/lumbar-validity.ts';
export { type DxaRefusal, parseDxaScan, type ScanDays } from './dxa/parse-dxa-scan.ts';
export { parseScore } from './dxa/parse-score.ts';
export { type NotRecomputed, type RecomputedTScore, recomputedTScore } from './dxa/recomputed-t-score.ts';
export {
  type NoStandardisedDensity,
  type StandardisedDensity,
  standardisedDensity,
} from './dxa/standardised-density.ts';
// Bone densitometry: src/dxa
export {
  describeImplausible,
  type ImplausibleValue,
  type PlausibleRange,
  plausible,
} from './plausible-value.ts';
