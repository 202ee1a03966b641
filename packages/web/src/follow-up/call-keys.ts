// Answering a call by hand: 1 yes, 2 no, 3 not asked, and the next question has the focus. Digits are read by their place on
// the keyboard, because AZERTY needs Shift for them.

import type { KeyboardEvent } from 'react';
import type { CallAnswer, CallQuestion } from './sheet-change.ts';

const answerOf: Readonly<Record<string, CallAnswer>> = { '1': 'yes', '2': 'no', '3': 'not-recorded' };

/** Null: the key is not one of ours, or something is being typed. */
export function answerOfKey({
  code,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): CallAnswer | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = /^(?:Digit|Numpad)([123])$/.exec(code)?.[1];
  return digit === undefined ? null : (answerOf[digit] ?? null);
}

/** j and k move as in every list. */
export function stepOfKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): 1 | -1 | null {
  if (ctrlKey || metaKey || altKey) return null;
  return key === 'j' ? 1 : key === 'k' ? -1 : null;
}

export function neighbour(
  questions: readonly CallQuestion[],
  of: CallQuestion,
  step: 1 | -1,
): CallQuestion | null {
  return questions[questions.indexOf(of) + step] ?? null;
}
