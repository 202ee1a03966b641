// What the walking and rising tests say. Decision: unable is impaired, not missing; a test that nobody did says
// nothing, and one impaired test is enough whatever the others say.

import type { Answer } from '@breekpunt/core';
import type { FallHistory, TestResult } from './fall-history.ts';
import type { FallRules } from './fall-rules.ts';

export interface WalkingTests {
  readonly slowGait: Answer;
  readonly slowUpAndGo: Answer;
  readonly weakLegs: Answer;
  /** Slow gait or slow up-and-go: the two that the world guidelines use. One of them done and good is enough for "no". */
  readonly impaired: Answer;
  readonly reasons: readonly string[];
}

export function walkingTests(history: FallHistory, rules: FallRules): WalkingTests {
  const slowGait = judged(history.gaitSpeed, (speed) => speed <= rules.gaitSpeedAtMost);
  const slowUpAndGo = judged(history.timedUpAndGo, (seconds) => seconds > rules.tugAbove);
  const weakLegs = judged(history.chairStand, (seconds) => seconds > rules.chairStandAbove);
  const impaired =
    slowGait === 'yes' || slowUpAndGo === 'yes'
      ? 'yes'
      : slowGait === 'no' || slowUpAndGo === 'no'
        ? 'no'
        : 'not-recorded';
  return { slowGait, slowUpAndGo, weakLegs, impaired, reasons: ['FA6', 'FA7', 'FA8'] };
}

function judged(result: TestResult, isImpaired: (value: number) => boolean): Answer {
  if (result === 'not-recorded') return 'not-recorded';
  return result === 'unable' || isImpaired(result) ? 'yes' : 'no';
}
