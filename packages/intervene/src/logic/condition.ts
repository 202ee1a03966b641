// Whether something holds: yes, no, or not recorded together with the questions that would settle it. Decision: a
// question is only asked while its answer could still change the whole, so a settled condition asks nothing.

import type { Answer } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';

export interface Condition {
  readonly answer: Answer;
  /** What to ask; empty unless the answer is not recorded. */
  readonly missing: readonly string[];
}

export const holds: Condition = { answer: 'yes', missing: [] };
export const fails: Condition = { answer: 'no', missing: [] };

export function when(truth: boolean): Condition {
  return truth ? holds : fails;
}

export function open(...missing: readonly string[]): Condition {
  return { answer: 'not-recorded', missing };
}

/** A recorded answer; `question` names it when it is not. */
export function asked(answer: Answer, question: string): Condition {
  return answer === 'not-recorded' ? open(question) : when(answer === 'yes');
}

/** A test of a recorded value. */
export function known<T>(value: Recorded<T>, question: string, test: (value: T) => boolean): Condition {
  return value === 'not-recorded' ? open(question) : when(test(value));
}

/** Yes when every part holds; no as soon as one fails. */
export function all(...parts: readonly Condition[]): Condition {
  if (parts.some(({ answer }) => answer === 'no')) return fails;
  return settled(parts) ?? holds;
}

/** Yes as soon as one part holds; no when every part fails. */
export function any(...parts: readonly Condition[]): Condition {
  if (parts.some(({ answer }) => answer === 'yes')) return holds;
  return settled(parts) ?? fails;
}

export function not(part: Condition): Condition {
  if (part.answer === 'not-recorded') return part;
  return part.answer === 'yes' ? fails : holds;
}

/** At least `count` of the parts hold. */
export function countOf(parts: readonly Condition[], count: number): Condition {
  const yes = parts.filter(({ answer }) => answer === 'yes').length;
  const unknown = parts.filter(({ answer }) => answer === 'not-recorded');
  if (yes >= count) return holds;
  return yes + unknown.length < count ? fails : open(...questionsOf(unknown));
}

/** The questions of several conditions, each once, in order. */
export function questionsOf(parts: readonly Condition[]): readonly string[] {
  return [...new Set(parts.flatMap(({ missing }) => missing))];
}

function settled(parts: readonly Condition[]): Condition | undefined {
  const unknown = parts.filter(({ answer }) => answer === 'not-recorded');
  return unknown.length === 0 ? undefined : open(...questionsOf(unknown));
}
