// Whether a broken hip was operated on in time, by each definition beside the others. Decision: calendar days, as the
// definitions count them; a delay with a listed reason is still a delay, and the reason stands beside it.

import { type Answer, type CalendarDate, daysBetween } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { all, type Condition, known, not, open, when } from '../logic/condition.ts';
import type { HipFractureRules } from './hip-fracture-rules.ts';

export interface SurgeryDays {
  readonly admitted: Recorded<CalendarDate>;
  readonly operated: CalendarDate | 'not-operated' | 'not-recorded';
  readonly age: Recorded<number>;
  /** By the words of `reasonsForDelay`; other words are not excused. */
  readonly delayReasons: readonly string[];
}

export interface TimeToSurgery {
  readonly definition: 'NL' | 'OECD' | 'NICE';
  /** not-counted: the definition does not look at this patient. */
  readonly outcome: 'in-time' | 'late' | 'not-counted' | 'cannot-tell';
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

export interface SurgeryTimes {
  readonly times: readonly TimeToSurgery[];
  /** Reasons for a delay that the guideline lists. */
  readonly excused: readonly string[];
}

export function timesToSurgery(days: SurgeryDays, rules: HipFractureRules): SurgeryTimes {
  const { numbers, reasonsForDelay } = rules;
  const old = known(days.age, 'age', (age) => age >= numbers.dutchFromAge);
  return {
    times: [
      time('NL', 'HS16', within(days, numbers.dutchDays), old, rules),
      time('OECD', 'HS17', within(days, numbers.oecdDays), old, rules),
      time('NICE', 'HS18', within(days, numbers.niceDays), when(true), rules),
    ],
    // HS19.
    excused: days.delayReasons.filter((reason) => reasonsForDelay.includes(reason)),
  };
}

function time(
  definition: TimeToSurgery['definition'],
  rule: string,
  inTime: Condition,
  counted: Condition,
  { standings }: HipFractureRules,
): TimeToSurgery {
  const reasons = [rule];
  const outcome = outcomeOf(inTime, counted);
  const missing = outcome === 'cannot-tell' ? [...counted.missing, ...inTime.missing] : [];
  return { definition, outcome, reasons, missing, standing: standings.of(reasons) };
}

function outcomeOf(inTime: Condition, counted: Condition): TimeToSurgery['outcome'] {
  if (counted.answer === 'no') return 'not-counted';
  const words: Readonly<Record<Answer, TimeToSurgery['outcome']>> = {
    yes: 'in-time',
    no: all(counted, not(inTime)).answer === 'yes' ? 'late' : 'cannot-tell',
    'not-recorded': 'cannot-tell',
  };
  return words[all(counted, inTime).answer];
}

/** Who was never operated on was not operated on in time. */
function within({ admitted, operated }: SurgeryDays, days: number): Condition {
  if (operated === 'not-operated') return when(false);
  if (operated === 'not-recorded') return open('day-of-the-operation');
  return known(admitted, 'day-of-admission', (from) => daysBetween(from, operated) <= days);
}
