// OST: (kilograms − years) / 5, cut off to a whole number. Decision: divided by 5 rather than multiplied by 0.2,
// because 0.2 is not exact in binary and a difference of 10 kg must give exactly 2.

import { type Result, success } from '@breekpunt/core';
import { liesIn, modelNumber, modelOf, modelReadings } from '@breekpunt/knowledge';
import { checkInputs } from './check-inputs.ts';
import {
  type CannotTell,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from './model-answer.ts';
import type { Meaning } from './point-score.ts';

export interface OstInput {
  /** Whole years. */
  readonly age: Recorded<number>;
  readonly weightKg: Recorded<number>;
}

/** The cut for Caucasian women, or the three bands for Asian women. */
export type OstReading = 'caucasian' | 'asian';

export type OstAnswer =
  | {
      readonly outcome: 'value';
      readonly index: number;
      readonly reading: Meaning;
      readonly model: ModelStamp;
    }
  | CannotTell;

/** For women after the menopause. */
export function ost(
  knowledge: ModelKnowledge,
  input: OstInput,
  reading: OstReading,
): Result<OstAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'ost');
  const { age, weightKg } = input;
  const checked = checkInputs(model, { age, weight: weightKg });
  if (!checked.ok) return checked;
  if (age === 'not-recorded' || weightKg === 'not-recorded')
    return success({ outcome: 'cannot-tell', missing: checked.value, model: stampOf(model) });
  // Adding 0 turns the -0 of a small negative difference into 0.
  const index = Math.trunc((weightKg - age) / modelNumber(model, 'divisor').value) + 0;
  const found = modelReadings(model, reading).find((one) => liesIn(one, index));
  if (found === undefined) throw new Error('The readings of OST do not cover every index');
  return success({
    outcome: 'value',
    index,
    reading: { means: found.means, says: found.says },
    model: stampOf(model),
  });
}
