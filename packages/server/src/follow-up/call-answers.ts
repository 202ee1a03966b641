// The answers of a call as they stand on the row of a contact. Decision: one list says which column holds which question, so
// that a question cannot be shown and not be kept.

import type { Answer, CalendarDate } from '@breekpunt/core';
import { type CallAnswers, type CallQuestion, callQuestions } from '@breekpunt/intervene';
import { z } from 'zod';

/** Its part of the row of a contact. */
export interface AnswerRow {
  readonly medicine_started: Answer;
  readonly still_prescribed: Answer;
  readonly side_effects: Answer;
  readonly thigh_or_groin_pain: Answer;
  readonly dental_event: Answer;
  readonly new_fall: Answer;
  readonly new_fracture: Answer;
  readonly exercise_started: Answer;
  readonly has_questions: Answer;
}

const answerColumns: Readonly<Record<CallQuestion, keyof AnswerRow>> = {
  started: 'medicine_started',
  'still-taking': 'still_prescribed',
  'side-effects': 'side_effects',
  'thigh-or-groin-pain': 'thigh_or_groin_pain',
  jaw: 'dental_event',
  fall: 'new_fall',
  fracture: 'new_fracture',
  exercises: 'exercise_started',
  questions: 'has_questions',
};

export function answersFrom(row: AnswerRow): CallAnswers {
  return Object.fromEntries(
    callQuestions.map((question) => [question, row[answerColumns[question]]]),
  ) as unknown as CallAnswers;
}

export function columnsFrom(answers: Partial<CallAnswers>): Partial<AnswerRow> {
  return Object.fromEntries(
    callQuestions.flatMap((question) => {
      const answer = answers[question];
      return answer === undefined ? [] : [[answerColumns[question], answer]];
    }),
  );
}

/** As the page or the guide sends them; a question that did not come keeps its answer. */
export const answersForm: z.ZodType<Partial<CallAnswers>> = z.partialRecord(
  z.enum(callQuestions),
  z.enum(['yes', 'no', 'not-recorded']),
);

/** What the patient said stands where nobody asked; what the nurse heard stands over it. */
export function withReply(answers: CallAnswers, reply: Partial<CallAnswers>): CallAnswers {
  return Object.fromEntries(
    callQuestions.map((question) => {
      const own = answers[question];
      return [question, own === 'not-recorded' ? (reply[question] ?? own) : own];
    }),
  ) as unknown as CallAnswers;
}

export interface SheetChange {
  readonly answers?: Partial<CallAnswers> | undefined;
  readonly startedOn?: CalendarDate | null | undefined;
  readonly note?: string | null | undefined;
  readonly owner?: number | null | undefined;
}
