// The public surface of investigate: what a patient's examinations and answers amount to. One section a folder.

// Classifications: src/classifications
export {
  type Arco2019Answer,
  type Arco2019Stage,
  arco2019,
  arco2019Stages,
  type HeadFindings,
} from './classifications/arco-2019.ts';
export { type GardenType, gardenTypes, isDisplaced } from './classifications/garden.ts';
export { type JicCollapse, type JicType, jicCollapse, jicTypes } from './classifications/jic-collapse.ts';
export { type KerboulAnswer, type KerboulInput, kerboul } from './classifications/kerboul.ts';
export {
  arco1994Extent,
  type ExtentAnswer,
  type ExtentLetter,
  steinbergExtent,
} from './classifications/necrosis-extent.ts';
export {
  type OfClass,
  type OfClassAnswer,
  type OfFindings,
  ofClass,
  ofClasses,
} from './classifications/of-class.ts';
export {
  type NoCut,
  type OfScoreInput,
  type OfScoreVersion,
  ofScore,
  readOfTotal,
} from './classifications/of-score.ts';
export {
  type PauwelsAnswer,
  type PauwelsEdition,
  type PauwelsType,
  pauwels,
} from './classifications/pauwels.ts';
export {
  type StagingSystem,
  type StatedStage,
  stagesOf,
  stagingSystems,
  statedStage,
  type UnknownStage,
} from './classifications/stated-stage.ts';
export {
  type AoSpineMorphology,
  type AoSpineNeurology,
  aoSpineMorphologies,
  aoSpineNeurologies,
  type TlAosisInput,
  tlAosis,
} from './classifications/tl-aosis.ts';
export {
  type TlicsInput,
  tlics,
  tlicsLigaments,
  tlicsMorphologies,
  tlicsNeurologies,
} from './classifications/tlics.ts';
export { type TrochantericGroupAnswer, trochantericGroup } from './classifications/trochanteric-group.ts';
// Bone densitometry: src/dxa
export {
  type BelgianDxaQuestion,
  type BelgianDxaRight,
  type BelgianDxaRules,
  belgianDxaRight,
  belgianDxaRulesOn,
} from './dxa/belgian-dxa-right.ts';
export {
  type DensityChange,
  densityChange,
  leastSignificantChange,
  type NotComparable,
  type Precision,
  type PrecisionUnit,
  precisionUnits,
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
export { dxaMakerFrom } from './dxa/dxa-maker.ts';
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
export { type LowestSite, lowestSite, type PassedOver, type ScoreKind } from './dxa/lowest-site.ts';
export { discordantVertebrae, type LumbarValidity, lumbarValidity } from './dxa/lumbar-validity.ts';
export { type DxaRefusal, parseDxaScan, type ScanDays } from './dxa/parse-dxa-scan.ts';
export { type PrecisionRefusal, parsePrecision } from './dxa/parse-precision.ts';
export { parseScore } from './dxa/parse-score.ts';
export { type NotRecomputed, type RecomputedTScore, recomputedTScore } from './dxa/recomputed-t-score.ts';
export {
  type NoStandardisedDensity,
  type StandardisedDensity,
  standardisedDensity,
} from './dxa/standardised-density.ts';
export { type BandStretch, type TScoreBand, tScoreBand } from './dxa/t-score-band.ts';
// Falls: src/falls
export {
  completedHistory,
  type FallHistory,
  type HistoryRefusal,
  historyRefusals,
  severeItems,
  type TestResult,
} from './falls/fall-history.ts';
export { type FallPlan, fallPlan } from './falls/fall-plan.ts';
export { type FallRisk, type FallRiskClass, fallRisk, modifiedWorldClass } from './falls/fall-risk.ts';
export { type FallRiskDrug, type FallRiskDrugs, fallRiskDrugs } from './falls/fall-risk-drugs.ts';
export {
  type FallRiskDrugClass,
  type FallRules,
  fallRiskDrugClasses,
  fallRulesOn,
} from './falls/fall-rules.ts';
export {
  type BloodPressure,
  type OrthostaticAnswer,
  type OrthostaticRefusal,
  type OrthostaticTest,
  orthostaticAnswer,
  type StandingPressure,
} from './falls/orthostatic-test.ts';
export { type WalkingTests, walkingTests } from './falls/walking-tests.ts';
// Laboratory: src/labs
export { type CorrectedCalcium, correctedCalcium } from './labs/corrected-calcium.ts';
export {
  type CreatinineClearance,
  creatinineClearance,
  type FiltrationRate,
  filtrationRate,
  type KidneyInput,
  type KidneyRefusal,
  type KidneyStage,
} from './labs/kidney-function.ts';
export {
  type FindingsContext,
  type LabFinding,
  type LabFindings,
  labFindings,
  type NextStep,
  nextSteps,
} from './labs/lab-findings.ts';
export {
  type ExtensionReasons,
  extendedPanelAsked,
  type PanelAnswer,
  type PanelContext,
  type PanelQuestion,
  type PanelStatus,
  panelAsked,
  panelStatus,
} from './labs/lab-panel.ts';
export {
  conventionalUnits,
  type EgfrConstants,
  type LabRules,
  labRulesOn,
  type PanelRules,
  panelRulesOn,
} from './labs/lab-rules.ts';
export {
  type CanonicalUnit,
  canonicalUnits,
  type LabResult,
  type LabTest,
  labTests,
  type MeasuredTest,
  measuredTests,
  type ProteinResult,
  type ReferenceRange,
  type SentResult,
} from './labs/lab-test.ts';
export { knownUnits, parseResult, type ResultRefusal } from './labs/parse-result.ts';
export { type ResultLevel, resultLevel } from './labs/result-level.ts';
export { type SecondLineAnswer, secondLineAsked } from './labs/second-line.ts';
export { numbersOn, rangesOn, wordsOn } from './parameters-on.ts';
export { type ImplausibleValue, type PlausibleRange, plausible } from './plausible-value.ts';
// Risk models: src/risk
export {
  type AdjustedFrax,
  adjustFraxForGlucocorticoids,
  checkEnteredFrax,
  type EnteredFrax,
  type NotAdjustable,
} from './risk/entered-frax.ts';
export { type FractureIndexForm, type FractureIndexInput, fractureIndex } from './risk/fracture-index.ts';
export {
  type CurvePoint,
  curveYears,
  type Estimate,
  imminentRefracture,
  type RefractureAnswer,
  type RefractureInput,
  type RefractureSite,
  refractureSiteOf,
} from './risk/imminent-refracture.ts';
export {
  type CannotTell,
  type MissingInput,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from './risk/model-answer.ts';
export { type CopdItems, type NhgScoreInput, nhgScore, nhgScoreInCopd } from './risk/nhg-score.ts';
export {
  type NottinghamAnswer,
  type NottinghamEquation,
  type NottinghamInput,
  nottinghamHipFractureScore,
  nottinghamMortalityPercent,
} from './risk/nottingham-hip-fracture-score.ts';
export { type OraiInput, orai } from './risk/orai.ts';
export { type OstAnswer, type OstInput, type OstReading, ost } from './risk/ost.ts';
export {
  type Mobility,
  mobilities,
  type ParkerInput,
  parkerMobilityScore,
} from './risk/parker-mobility-score.ts';
export type { Meaning, ScoreAnswer, ScoreCannotTell, ScoreValue } from './risk/point-score.ts';
export { type HeightChange, heightChange } from './vfa/compared-heights.ts';
// Vertebral fracture assessment: src/vfa
export {
  type ComparedLevel,
  comparedSpines,
  type DatedGrades,
  type LevelChange,
  type NotComparableReadings,
} from './vfa/compared-spines.ts';
export { type GenantGrade, type GradedLoss, genantGrade } from './vfa/genant-grade.ts';
export { type HeightCriterionAnswer, meetsHeightCriterion } from './vfa/height-criterion.ts';
export {
  type Endplate,
  type KyphosisAngle,
  kyphosisAngle,
  kyphosisClass,
  type NoAngle,
} from './vfa/kyphosis.ts';
export {
  type HeightLoss,
  type MeasuredVertebra,
  measureSpine,
  measureVertebra,
  type SpineHeights,
  type VertebraShape,
} from './vfa/measured-vertebra.ts';
export type { PixelSize, Point } from './vfa/point.ts';
export {
  type LevelGrade,
  measuredGrades,
  type SpineSummary,
  spineSummary,
  visualGrades,
} from './vfa/spine-summary.ts';
export {
  type EndplatePoints,
  type HeightPosition,
  type HeightsRefusal,
  heightPositions,
  heightsFromPoints,
  parseHeights,
  type SixPoints,
  type VertebraHeights,
} from './vfa/vertebra-heights.ts';
export {
  type GradeAgreement,
  gradeAgreement,
  heightsOf,
  parseReadings,
  type Readability,
  type ReadingRefusal,
  readabilities,
  type VertebraReading,
  type VisualGrade,
} from './vfa/vertebra-reading.ts';
export {
  belgianHeightCriterionOn,
  type Grading,
  type GradingName,
  gradingNames,
  type HeightCriterion,
  type VfaRules,
  vfaRulesOn,
} from './vfa/vfa-rules.ts';
