export { disclaimer } from './disclaimer.ts';
export {
  conditionsFor,
  type QFractureInput,
  type QFractureRefusal,
  type Recorded,
  ranges,
} from './input.ts';
export {
  model,
  type QFractureAnswer,
  type QFractureModel,
  type QFractureWarning,
  qfracture,
} from './qfracture.ts';
export {
  type AlcoholIntake,
  alcoholIntakes,
  type Condition,
  conditions,
  type EthnicGroup,
  ethnicGroups,
  type SmokingHabit,
  smokingHabits,
} from './questions.ts';
