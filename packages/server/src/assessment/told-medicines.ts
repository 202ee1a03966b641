// What the medicines that other systems told of say to the questions of the assessment. Decision: a medicine on the list
// answers "yes"; its absence answers nothing, because nobody knows whether the list is whole.

import type { FallRules } from '@breekpunt/investigate';
import type { FieldAnswer } from './answer.ts';
import type { ToldCare } from './case-record.ts';

/** Codes are names of things: the ATC groups of drugs against osteoporosis, and of diuretics. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'other-bone-drug-now': ['M05B', 'G03XC', 'H05AA'],
  diuretics: ['C03'],
};

/** Taken as far as the sender says. */
export function takenNow(told: readonly ToldCare[]): readonly ToldCare[] {
  return told.filter(
    ({ kind, status, endedOn }) =>
      kind === 'medicine' && endedOn === null && (status === 'active' || status === 'not-recorded'),
  );
}

export function answerFromMedicines(
  field: string,
  taken: readonly ToldCare[],
  classes: FallRules['drugClasses'],
): FieldAnswer {
  const isOf = (atc: readonly string[]): boolean =>
    taken.some(({ code }) => code !== null && atc.some((group) => code.startsWith(group)));
  const group = groups[field];
  if (group !== undefined) return isOf(group) ? true : null;
  if (field !== 'fall-risk-medicines') return null;
  const found = classes.filter(({ atc }) => isOf(atc)).map(({ name }) => name);
  return found.length === 0 ? null : found;
}
