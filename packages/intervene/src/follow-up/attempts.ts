// What comes after an attempt: another one on a day, or the end of trying. Decision: only an attempt that reached nobody counts
// towards giving up; a later day that was agreed on is kept, however often.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { ContactRules } from './contact-rules.ts';

export const attemptOutcomes = [
  'no-answer',
  'voicemail',
  'wrong-number',
  // Somebody said from which day on.
  'later',
  'in-hospital',
  'abroad',
  // The patient asks not to be rung.
  'not-by-phone',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Nobody was spoken to. */
export const failedAttempts: readonly AttemptOutcome[] = ['no-answer', 'voicemail', 'wrong-number'];
/** A day to try again may have been agreed on. */
export const agreedAttempts: readonly AttemptOutcome[] = ['later', 'in-hospital', 'abroad'];

export interface ContactAttempt {
  readonly outcome: AttemptOutcome;
  /** The day that was agreed on; null: none was named. */
  readonly again: CalendarDate | null;
  /** Attempts that failed so far, this one included. */
  readonly failed: number;
}

export type AfterAttempt =
  | { readonly next: 'try-again'; readonly on: CalendarDate; readonly reasons: readonly string[] }
  /** The number is looked up before anybody rings it again. */
  | { readonly next: 'look-up-number'; readonly on: CalendarDate; readonly reasons: readonly string[] }
  /** By another way than the telephone, from today. */
  | { readonly next: 'another-way'; readonly reasons: readonly string[] }
  | { readonly next: 'not-reached'; readonly reasons: readonly string[] };

export function afterAttempt({ outcome, again, failed }: ContactAttempt, rules: ContactRules): AfterAttempt {
  const retry = addDays(rules.on, rules.retryDays);
  switch (outcome) {
    case 'later':
    case 'in-hospital':
    case 'abroad':
      return { next: 'try-again', on: again ?? retry, reasons: ['FC18'] };
    case 'not-by-phone':
      return { next: 'another-way', reasons: ['FC20'] };
    case 'wrong-number':
      return failed >= rules.attempts
        ? { next: 'not-reached', reasons: ['FC6', 'FC19'] }
        : { next: 'look-up-number', on: retry, reasons: ['FC19'] };
    case 'no-answer':
    case 'voicemail':
      return failed >= rules.attempts
        ? { next: 'not-reached', reasons: ['FC6'] }
        : { next: 'try-again', on: retry, reasons: ['FC6'] };
  }
}
