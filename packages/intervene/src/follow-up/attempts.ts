// What comes after an attempt that failed: another one on a day, or the end of trying.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { ContactRules } from './contact-rules.ts';

export type AfterAttempt =
  | { readonly next: 'try-again'; readonly on: CalendarDate; readonly reasons: readonly ['FC6'] }
  | { readonly next: 'not-reached'; readonly reasons: readonly ['FC6'] };

/** `failed`: attempts so far, the last included. */
export function afterAttempt(failed: number, rules: ContactRules): AfterAttempt {
  return failed >= rules.attempts
    ? { next: 'not-reached', reasons: ['FC6'] }
    : { next: 'try-again', on: addDays(rules.on, rules.retryDays), reasons: ['FC6'] };
}
