// Which questions of a call stand open on the page: not those that the patient settled in the guide, and of a drug that was not begun
// only what does not ask how it goes.

import type { CallSheet } from '@breekpunt/server';
import type { CallAnswer, CallQuestion } from './sheet-change.ts';

export function shownQuestions(
  { questions, afterStart }: Pick<CallSheet, 'questions' | 'afterStart'>,
  settled: readonly CallQuestion[],
  started: CallAnswer,
): readonly CallQuestion[] {
  return questions.filter(
    (question) => !settled.includes(question) && !(started === 'no' && afterStart.includes(question)),
  );
}
