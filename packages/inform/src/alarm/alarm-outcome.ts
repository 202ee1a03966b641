// Answers to a level. Decision: one yes is enough and nothing is added up; what nobody knows counts as possible, so an
// unknown answer never gives a milder card than a yes to the same question, and "care at home" needs every answer.
// No import that runs: the same lines can work in a browser that has lost its server.

import type { AlarmLevel } from '@breekpunt/intervene';
import type { AlarmCheck, AlarmQuestion } from './alarm-check.ts';

export type AlarmReply = 'yes' | 'no' | 'unknown';

export interface AlarmOutcome {
  readonly level: AlarmLevel;
  /** The level rests on what nobody knows: the card says "in doubt, call". */
  readonly inDoubt: boolean;
  /** Questions answered with yes at this level. */
  readonly because: readonly string[];
  /** Red questions without an answer: put once more before the card is shown. */
  readonly askAgain: readonly string[];
}

const levelsInOrder: readonly AlarmLevel[] = [
  'ambulance-now',
  'emergency-now',
  'call-today',
  'within-days',
  'at-home',
];

/** A question that is absent from the replies was not answered. */
export function alarmOutcome(
  { questions }: Pick<AlarmCheck, 'questions'>,
  replies: Readonly<Record<string, AlarmReply>>,
): AlarmOutcome {
  const replied = (question: AlarmQuestion): AlarmReply => replies[question.id] ?? 'unknown';
  const open = questions.filter((question) => replied(question) !== 'no');
  const level = levelsInOrder.find((each) => open.some((question) => question.level === each)) ?? 'at-home';
  const because = open.filter((question) => question.level === level && replied(question) === 'yes');
  const unknownRed = open.filter((question) => question.again !== null && replied(question) === 'unknown');
  return {
    level,
    inDoubt: level !== 'at-home' && because.length === 0,
    because: because.map(({ id }) => id),
    askAgain: unknownRed.map(({ id }) => id),
  };
}
