// What a call asks. Decision: always in one order, with the drug first, so that it can be answered by hand without
// looking; what a drug makes worth asking is left out for whoever has none.

import type { Answer } from '@breekpunt/core';
import type { Drug } from '../bone/drug.ts';
import type { ContactMoment } from './planned-contacts.ts';

export const callQuestions = [
  'started',
  'still-taking',
  'side-effects',
  'thigh-or-groin-pain',
  'jaw',
  'fall',
  'fracture',
  'exercises',
  'questions',
] as const;
export type CallQuestion = (typeof callQuestions)[number];
export type CallAnswers = Readonly<Record<CallQuestion, Answer>>;

export interface CallSubject {
  readonly moment: ContactMoment;
  /** Advised, taken or stopped; null: none. */
  readonly drug: Drug | null;
  /** An earlier contact, or a dose, showed that it was begun. */
  readonly begun: Answer;
}

export function questionsOfCall({ moment, drug, begun }: CallSubject): readonly CallQuestion[] {
  const ofDrug: readonly CallQuestion[] =
    drug === null
      ? []
      : [
          ...(begun === 'yes' ? [] : (['started'] as const)),
          'still-taking',
          'side-effects',
          'thigh-or-groin-pain',
          'jaw',
        ];
  const always: readonly CallQuestion[] = ['fall', 'fracture', 'exercises', 'questions'];
  return moment === 'injection' ? [...ofDrug, 'questions'] : [...ofDrug, ...always];
}

/** Those that are left out for whoever never began: nobody is asked how it goes with a drug that was not begun. */
export const askedAfterStart: readonly CallQuestion[] = ['still-taking', 'side-effects'];

/** What is to be asked, by what was answered so far. */
export function questionsToAsk(
  subject: CallSubject,
  { started }: Partial<Pick<CallAnswers, 'started'>>,
): readonly CallQuestion[] {
  const all = questionsOfCall(subject);
  return started === 'no' ? all.filter((question) => !askedAfterStart.includes(question)) : all;
}

/** Asked and not answered yet. */
export function openQuestions(subject: CallSubject, answers: CallAnswers): readonly CallQuestion[] {
  return questionsToAsk(subject, answers).filter((question) => answers[question] === 'not-recorded');
}
