// One question: its label, the way to answer it, where the answer came from, and what became of saving it. Decision: every
// question has three answers, none chosen beforehand, and one that can be taken back.

import type { FieldAnswer, ShownField } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { memo, type NamedExoticComponent, type ReactElement } from 'react';
import { useSession } from '../api/use-session.tsx';
import { clockTime, dayInWords, moment } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { answerInWords } from './answer-in-words.ts';
import { ComposedInput, isComposed } from './composed-input.tsx';
import { refusedInWords } from './refused-in-words.ts';
import { SimpleInput } from './simple-input.tsx';
import { type Saving, useAnswering, useOfAnswers } from './use-answers.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';
import { YesNoInput } from './yes-no-input.tsx';

export interface InputProps {
  readonly field: ShownField;
  readonly answer: FieldAnswer;
  /** Before the ids on the page: a question can stand on it twice. */
  readonly prefix: string;
  /** Of the sentence under the question that says what is wrong; undefined when nothing is. */
  readonly describedBy: string | undefined;
  save(answer: FieldAnswer): void;
}

interface AnswerFieldProps {
  readonly id: string;
  /** Before the ids on the page: a question can stand on it twice. */
  readonly prefix?: string;
}

export const AnswerField: NamedExoticComponent<AnswerFieldProps> = memo(function AnswerField({
  id,
  prefix = 'q',
}: AnswerFieldProps): ReactElement | null {
  const { save, drop } = useAnswering();
  const field = useOfAnswers((answers) => answers.field(id));
  const saving = useOfAnswers((answers) => answers.saving(id));
  if (field === undefined) return null;
  return <Question field={field} prefix={prefix} saving={saving} save={save} drop={drop} />;
});

interface QuestionProps {
  readonly field: ShownField;
  readonly prefix: string;
  readonly saving: Saving | undefined;
  save(field: string, answer: FieldAnswer): void;
  drop(field: string): void;
}

/** Drawn anew only when this question changed: there are more than a hundred on the page. */
const Question = memo(function Question({ field, prefix, saving, save, drop }: QuestionProps): ReactElement {
  const id = field.field;
  const answer = saving?.state === 'saving' || saving?.state === 'failed' ? saving.answer : field.answer;
  const wrong = saving?.state === 'failed' ? `${prefix}-${id}-wrong` : undefined;
  const input: InputProps = {
    field,
    answer,
    prefix,
    describedBy: wrong,
    save: (given) => save(id, given),
  };
  return (
    <div className="answer-field" id={`${prefix}-${id}`} data-kind={field.kind.kind}>
      {field.kind.kind === 'yes-no' ? (
        <YesNoInput {...input} />
      ) : isComposed(field) ? (
        <ComposedInput {...input} />
      ) : (
        <SimpleInput {...input} />
      )}
      <p className="answer-state small muted" role="status">
        <SavingWords field={field} saving={saving} />
      </p>
      {saving?.state === 'failed' && wrong !== undefined && (
        <NotSaved field={field} id={wrong} saving={saving} save={save} drop={drop} />
      )}
    </div>
  );
});

function SavingWords({ field, saving }: Pick<QuestionProps, 'field' | 'saving'>): ReactElement | null {
  const own = useAssessmentWords();
  const say = useSay();
  const { today, site } = useSession();
  if (saving?.state === 'saving') return <>{own('saving')}</>;
  if (saving?.state === 'failed') return null;
  if (saving?.state === 'saved')
    return <>{own('saved', { at: clockTime(saving.at, site.timeZone, say.language) })}</>;
  const { from } = field;
  if (from === null) return null;
  if (from.source === 'manual')
    return (
      <>
        {own('from.manual', {
          who: from.by ?? own('somebody'),
          when:
            from.at === null
              ? dayInWords(from.on, say)
              : moment(from.at as unknown as string, today, site.timeZone, say),
        })}
      </>
    );
  return <>{own(`from.${from.source}`, { day: dayInWords(from.on, say) })}</>;
}

/** Why an answer was not saved, and what to do: when a colleague was faster, both answers stand here. */
function NotSaved({
  field,
  id,
  saving: { error, answer },
  save,
  drop,
}: Pick<QuestionProps, 'field' | 'save' | 'drop'> & {
  readonly id: string;
  readonly saving: Extract<Saving, { state: 'failed' }>;
}): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const { site } = useSession();
  if (error.code === 'changed-meanwhile') {
    const theirs = (error.more['answer'] ?? null) as FieldAnswer;
    const at = error.more['at'];
    return (
      <div className="not-saved" id={id} role="alert">
        <p className="error-text">
          {say('notSaved')}{' '}
          {own('conflict', {
            who: typeof error.more['byName'] === 'string' ? error.more['byName'] : own('somebody'),
            at: typeof at === 'string' ? clockTime(at, site.timeZone, say.language) : '',
            answer: answerInWords(field, theirs, own, say),
          })}
        </p>
        <p className="line">
          <Button size="compact-md" onClick={() => drop(field.field)}>
            {own('conflict.keep')}
          </Button>
          <Button size="compact-md" onClick={() => save(field.field, answer)}>
            {own('conflict.mine', { answer: answerInWords(field, answer, own, say) })}
          </Button>
        </p>
      </div>
    );
  }
  const refused = refusedInWords(error, own, say);
  return (
    <div className="not-saved" id={id} role="alert">
      <p className="error-text">
        {say('notSaved')} {refused ?? failureInWords(error, say)}
      </p>
      {refused === null && (
        <p className="line">
          <span>{own('kept')}</span>
          <Button size="compact-md" onClick={() => save(field.field, answer)}>
            {own('retry')}
          </Button>
        </p>
      )}
    </div>
  );
}
