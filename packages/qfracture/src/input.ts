// What goes in, and what is wrong with it. Decision: a value outside the range of the original is refused with that
// range, never moved to its edge; an answer nobody recorded is listed as missing, never assumed to be "no".

import { type Answer, answers, type Sex } from '@breekpunt/core';
import { equations } from './coefficients.ts';
import {
  type AlcoholIntake,
  alcoholIntakes,
  type Condition,
  conditions,
  type EthnicGroup,
  ethnicGroups,
  type SmokingHabit,
  smokingHabits,
} from './questions.ts';

export type Recorded<T> = T | 'not-recorded';

export interface QFractureInput {
  readonly sex: Sex;
  /** Whole years. */
  readonly age: Recorded<number>;
  /** kg/m². */
  readonly bodyMassIndex: Recorded<number>;
  readonly alcohol: Recorded<AlcoholIntake>;
  readonly smoking: Recorded<SmokingHabit>;
  readonly ethnicGroup: Recorded<EthnicGroup>;
  /** A condition left out is one not recorded. Those the equations of this sex do not use are ignored. */
  readonly conditions: Readonly<Partial<Record<Condition, Answer>>>;
  /** Horizon in whole years. */
  readonly years: number;
}

/** A value the original does not accept: which one, and what it accepts. The value itself is not repeated. */
export interface QFractureRefusal {
  readonly kind: 'outside-range';
  readonly inputs: readonly { readonly input: string; readonly expected: string }[];
}

export const ranges = {
  age: { least: 30, most: 100 },
  bodyMassIndex: { least: 20, most: 40 },
  years: { least: 1, most: 18 },
} as const;

const allConditions = Object.keys(conditions) as Condition[];
const askedOf = { female: askedBy('female'), male: askedBy('male') } as const;

/** The conditions that the equations of this sex use; the others are not asked. */
export function conditionsFor(sex: 'female' | 'male'): readonly Condition[] {
  return askedOf[sex];
}

function askedBy(sex: 'female' | 'male'): readonly Condition[] {
  const { osteoporotic, hip } = equations[sex];
  return allConditions.filter(
    (condition) => conditions[condition] in osteoporotic.boolean || conditions[condition] in hip.boolean,
  );
}

/** Everything recorded that the original would not accept. */
export function refusedInputs(input: QFractureInput): QFractureRefusal['inputs'] {
  const refused: { input: string; expected: string }[] = [];
  const refuse = (name: string, expected: string): void => {
    refused.push({ input: name, expected });
  };
  const { age, bodyMassIndex, years } = ranges;
  if (input.sex !== 'female' && input.sex !== 'male' && input.sex !== 'not-recorded')
    refuse('sex', 'female or male');
  if (!isRecordedWithin(input.age, age) || (input.age !== 'not-recorded' && !Number.isInteger(input.age)))
    refuse('age', `a whole number of years from ${age.least} to ${age.most}`);
  if (!isRecordedWithin(input.bodyMassIndex, bodyMassIndex))
    refuse('bodyMassIndex', `from ${bodyMassIndex.least} to ${bodyMassIndex.most} kg/m²`);
  if (!isRecordedWithin(input.years, years) || !Number.isInteger(input.years))
    refuse('years', `a whole number of years from ${years.least} to ${years.most}`);
  if (!isRecordedWord(input.alcohol, alcoholIntakes)) refuse('alcohol', alcoholIntakes.join(', '));
  if (!isRecordedWord(input.smoking, smokingHabits)) refuse('smoking', smokingHabits.join(', '));
  if (!isRecordedWord(input.ethnicGroup, ethnicGroups)) refuse('ethnicGroup', ethnicGroups.join(', '));
  for (const condition of allConditions) {
    if (!answers.includes(answerTo(input, condition))) refuse(condition, 'yes, no or not-recorded');
  }
  return refused;
}

/** Everything the equations need and nobody recorded. */
export function missingInputs(input: QFractureInput): readonly string[] {
  const asked = input.sex === 'female' || input.sex === 'male' ? conditionsFor(input.sex) : [];
  const missing: string[] = plainInputs.filter((name) => input[name] === 'not-recorded');
  for (const condition of asked) if (answerTo(input, condition) === 'not-recorded') missing.push(condition);
  return missing;
}

const plainInputs = ['sex', 'age', 'bodyMassIndex', 'alcohol', 'smoking', 'ethnicGroup'] as const;

export function answerTo(input: QFractureInput, condition: Condition): Answer {
  return input.conditions[condition] ?? 'not-recorded';
}

function isRecordedWithin(value: Recorded<number>, range: { least: number; most: number }): boolean {
  if (value === 'not-recorded') return true;
  return typeof value === 'number' && value >= range.least && value <= range.most;
}

function isRecordedWord(value: string, words: readonly string[]): boolean {
  return value === 'not-recorded' || words.includes(value);
}
