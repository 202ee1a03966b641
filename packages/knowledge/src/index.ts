export {
  type Claim,
  type ClaimConcept,
  type ClaimLanguage,
  type ClaimPattern,
  type ClaimRegister,
  type ClaimVerdict,
  claimLanguages,
  type PatternScope,
  type QuantityUnit,
  type Together,
  type Wanted,
} from './claim.ts';
export {
  type AnswerInput,
  type ClinicalModel,
  liesIn,
  type ModelExample,
  type ModelInput,
  type ModelKind,
  type ModelNumber,
  type ModelStage,
  modelKinds,
  type NumberInput,
  type Points,
  type Reading,
  type ScoreItem,
  type Stretch,
  type WordInput,
} from './clinical-model.ts';
export {
  type CodeEncounter,
  type CodeEntry,
  type CodeFlag,
  type CodeKind,
  type CodeMeaning,
  type CodeModifier,
  type CodeTime,
  type CodeValueSet,
  codeEncounters,
  codeFlags,
  codeKinds,
  codeTimes,
} from './code-value-set.ts';
export {
  type Checked,
  type Country,
  countries,
  type DatedValue,
  type KnowledgeStatus,
  type Parameter,
  type ParameterValue,
  type StartMeaning,
  type ValueSource,
} from './dated-value.ts';
export {
  type CareEvent,
  type CareFact,
  type CareMeasure,
  type Clock,
  type Indicator,
  type IndicatorCohort,
  type IndicatorColours,
  type IndicatorCondition,
  type IndicatorSet,
  type ReferenceFigure,
  type Standard,
  type StandardDemand,
  type StandardLevel,
  standardLevels,
} from './indicator-set.ts';
export { type CompiledKnowledge, type Knowledge, knowledgeFrom } from './knowledge.ts';
export { latestValue } from './latest-parameter.ts';
export { loadKnowledge } from './load-knowledge.ts';
export { ruleCases } from './load-rule-cases.ts';
export { modelNumber, modelOf, modelReadings } from './model-number.ts';
export { listOn, type NoValueInForce, numberOn, type ValueInForce } from './parameter-on.ts';
export type { Rule, RuleCase } from './rule.ts';
export type { SeedCarrier, SeedCarrierKind, SeedDocument, SeedFate, SeedItem, SeedLedger } from './seed.ts';
export { addressOf, type Source, type SourceBasis, type SourceKind } from './source.ts';
export { vocabulary } from './vocabulary.ts';
export { type VocabularyExample, vocabularyExamples } from './vocabulary-examples.ts';
export type {
  BonePart,
  CueRow,
  CueSense,
  ExamRow,
  HeadRow,
  Join,
  JoinerRow,
  Look,
  OrdinalRow,
  PartRow,
  PlainRow,
  Reach,
  SectionRow,
  SideRow,
  SiteRow,
  UnitRow,
  VocabularyRole,
  VocabularyRow,
} from './vocabulary-row.ts';
