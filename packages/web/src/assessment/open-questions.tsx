// What the decision still asks, answerable on the spot: the answer goes into the assessment and the decision is made again.

import type { TopicView } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { type ReactElement, useRef, useState } from 'react';
import { AnswerField } from './answer-field.tsx';
import { fieldInSentence } from './field-in-sentence.ts';
import { useOfAnswers } from './use-answers.tsx';
import { type AssessmentSay, useAssessmentWords } from './use-assessment-words.ts';

const shownAtFirst = 6;

export function OpenQuestions({
  questions,
  prefix,
}: {
  readonly questions: TopicView['questions'];
  /** Before the ids on the page: a question can stand on it several times. */
  readonly prefix: string;
}): ReactElement {
  const own = useAssessmentWords();
  const [all, showAll] = useState(false);
  // A question that was just answered stays where it was, so that nothing moves under a hand.
  const ever = useRef<readonly string[]>([]);
  const asked = [...new Set(questions.flatMap((each) => each.fields))];
  ever.current = [...new Set([...ever.current, ...asked])];
  // Read as one word: an array would be another at every look.
  const answered = useOfAnswers((answers) =>
    ever.current.filter((field) => answers.saving(field) !== undefined).join(' '),
  ).split(' ');
  const fields = ever.current.filter((field) => asked.includes(field) || answered.includes(field));
  const shown = all ? fields : fields.slice(0, shownAtFirst);
  const sentences = questions.filter((each) => each.fields.length === 0);
  return (
    <div className="open-questions">
      <h4>{own('questions')}</h4>
      {questions.length === 0 && <p className="muted">{own('questions.none')}</p>}
      <div className="stack">
        {shown.map((field) => (
          <AnswerField key={field} id={field} prefix={prefix} />
        ))}
      </div>
      {shown.length < fields.length && (
        <Button onClick={() => showAll(true)}>{own('questions.more', { n: fields.length })}</Button>
      )}
      {sentences.length > 0 && (
        <ul>
          {sentences.map(({ question }) => (
            <li key={question} className="unknown-line">
              {questionInWords(question, own)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function questionInWords(question: string, own: AssessmentSay): string {
  const words = own.of('question', question);
  if (words !== question) return words;
  return fieldInSentence(question, own);
}

/** Several, with a comma between. */
export function openQuestionWords(questions: readonly string[], own: AssessmentSay): string {
  return questions.map((each) => questionInWords(each, own)).join(', ');
}
