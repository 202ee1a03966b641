// New pain of thigh or groin on a drug that keeps bone: the path of the atypical fracture of the femur. Decision: it is
// asked at every contact, and an unasked question is a question, never an all-clear.

import type { Answer } from '@breekpunt/core';
import { asked } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import type { ClockRules } from './clock-rules.ts';
import { type Drug, isAnabolic } from './drug.ts';

/** x-ray-both-femora: whole length, both sides, and stopping is considered while it is looked at. */
export type ThighPainPath = 'x-ray-both-femora' | 'none';

/** `drugNow`: given now or lately; null when no such drug was ever given. */
export function thighPain(
  newPain: Answer,
  drugNow: Drug | null | 'not-recorded',
  { standings }: ClockRules,
): Decided<ThighPainPath> {
  const pain = asked(newPain, 'new-pain-of-thigh-or-groin');
  const concerned =
    drugNow !== null && (drugNow === 'not-recorded' || !isAnabolic(drugNow) || drugNow === 'romosozumab');
  if (pain.answer === 'no' || !concerned) return decided<ThighPainPath>('none', ['FU11'], [], standings);
  const missing = [...pain.missing, ...(drugNow === 'not-recorded' ? ['drug-against-osteoporosis'] : [])];
  return decided<ThighPainPath>(
    missing.length === 0 ? 'x-ray-both-femora' : 'cannot-tell',
    ['FU11'],
    missing,
    standings,
  );
}
