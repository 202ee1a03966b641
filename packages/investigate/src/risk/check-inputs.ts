// Compares what was recorded with what a model accepts. Decision: refusing comes before asking: a value outside the
// range is an error even while other inputs are still missing, and an input left out is one not recorded.

import { answers, failure, type Result, success } from '@breekpunt/core';
import type { ClinicalModel, ModelInput } from '@breekpunt/knowledge';
import type { MissingInput, OutsideRange, Recorded } from './model-answer.ts';

/** By the name of the model's input. */
export type Given = Readonly<Record<string, Recorded<number | string> | undefined>>;

/** What is missing of the named inputs, when nothing recorded is outside its range. */
export function checkInputs(
  model: ClinicalModel,
  given: Given,
  names: readonly string[] = Object.keys(model.inputs),
): Result<readonly MissingInput[], OutsideRange> {
  const refused: OutsideRange['inputs'][number][] = [];
  const missing: MissingInput[] = [];
  for (const name of names) {
    const input = model.inputs[name];
    if (input === undefined) throw new Error(`Model "${model.id}" has no input "${name}"`);
    const value = given[name] ?? 'not-recorded';
    if (value === 'not-recorded') missing.push({ input: name, meaning: input.meaning });
    else if (!isAccepted(input, value))
      refused.push({ input: name, meaning: input.meaning, expected: expectedOf(input), ...rangeOf(input) });
  }
  return refused.length > 0
    ? failure({ kind: 'outside-range', model: model.id, inputs: refused })
    : success(missing);
}

function isAccepted(input: ModelInput, value: number | string): boolean {
  if (input.kind === 'answer') return answers.some((answer) => answer === value);
  if (input.kind === 'word') return input.words.some((word) => word === value);
  if (typeof value !== 'number' || (input.whole && !Number.isInteger(value))) return false;
  return value >= input.least && value <= input.most;
}

function rangeOf(input: ModelInput): Pick<OutsideRange['inputs'][number], 'range'> {
  if (input.kind !== 'number') return {};
  const { least, most, unit } = input;
  return { range: { least, most, unit } };
}

function expectedOf(input: ModelInput): string {
  if (input.kind === 'answer') return 'yes, no or not-recorded';
  if (input.kind === 'word') return `one of ${input.words.join(', ')}`;
  const whole = input.whole ? 'a whole number ' : '';
  return `${whole}from ${input.least} to ${input.most} ${input.unit}`;
}
