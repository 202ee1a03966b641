// One question of a call: yes, no, not asked. Decision: "not asked" is an answer that is seen from the start, because it is
// what the record says until somebody asks.

import type { ReactElement } from 'react';
import type { CallAnswer, CallQuestion } from './sheet-change.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

const choices = ['yes', 'no', 'not-recorded'] as const;

interface CallQuestionProps {
  readonly question: CallQuestion;
  readonly words: string;
  readonly answer: CallAnswer;
  /** Said by the patient in the guide, and not yet by anybody in the call. */
  readonly byPatient: boolean;
  readonly disabled: boolean;
  give(answer: CallAnswer): void;
}

export function CallQuestionField({
  question,
  words,
  answer,
  byPatient,
  disabled,
  give,
}: CallQuestionProps): ReactElement {
  const own = useFollowUpWords();
  return (
    <li>
      <fieldset className="call-question" data-question={question} tabIndex={-1} disabled={disabled}>
        <legend>{words}</legend>
        <div className="line">
          {choices.map((choice, index) => (
            <label
              key={choice}
              className="radio"
              data-unasked={(choice === 'not-recorded' && answer === choice) || undefined}
            >
              <input
                type="radio"
                name={`call-${question}`}
                checked={answer === choice}
                onChange={() => give(choice)}
              />
              {own(`answer.${choice}`)} <kbd aria-hidden="true">{index + 1}</kbd>
            </label>
          ))}
        </div>
        {byPatient && <p className="small muted from-patient">{own('fromPatient')}</p>}
      </fieldset>
    </li>
  );
}
