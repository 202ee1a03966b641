// The sheet of one call, made for two minutes and one hand: who, the number, the questions in one order, where the answers
// lead, and the end. It saves by itself. Decision: when denosumab is no longer taken the sheet cannot be ended before what
// follows is written down, and the form for it opens where the answer was given.

import type { CallSheet } from '@breekpunt/server';
import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import '../assessment/assessment.css';
import { nameOf } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { Leads, Over, ReplyPanel } from './call-aside.tsx';
import { Ending } from './call-ending.tsx';
import { answerOfKey, neighbour, stepOfKey } from './call-keys.ts';
import { CallQuestionField } from './call-question.tsx';
import { Saved } from './call-saved.tsx';
import { Who } from './call-who.tsx';
import { sheetQuery } from './follow-up-queries.ts';
import './follow-up.css';
import type { CallQuestion } from './sheet-change.ts';
import { ToldFracture } from './told-fracture.tsx';
import { type KeptSheet, useCallSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export default function CallPage(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const sheet = useQuery(sheetQuery(Number(id)));
  if (sheet.isLoadingError) return <Failure error={sheet.error} retry={() => void sheet.refetch()} />;
  if (sheet.data === undefined) return <GreyRows rows={10} />;
  return <Call key={sheet.data.id} sheet={sheet.data} />;
}

function Call({ sheet }: { readonly sheet: CallSheet }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const [, go] = useLocation();
  const kept = useCallSheet(sheet.id);
  const list = useRef<HTMLOListElement>(null);
  const back = (): void => go('/follow-up');
  useKeys({ Escape: back });
  const over = sheet.doneOn !== null || sheet.cancelled !== null;
  const focusOn = (question: CallQuestion | null): void => {
    if (question !== null) list.current?.querySelector<HTMLElement>(`[data-question="${question}"]`)?.focus();
  };
  const first = sheet.open[0] ?? null;
  const opened = useRef(first);
  useEffect(() => {
    if (!over && opened.current !== null)
      document.querySelector<HTMLElement>(`[data-question="${opened.current}"]`)?.focus();
  }, [over]);
  const keyed = (event: KeyboardEvent): void => {
    const { target } = event;
    const at = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-question]') : null;
    const question = sheet.questions.find((each) => each === at?.dataset['question']);
    if (question === undefined || over) return;
    const answer = answerOfKey(event);
    const step = answer === null ? stepOfKey(event) : 1;
    if (answer !== null) kept.keep({ answers: { [question]: answer } });
    if (step === null) return;
    event.preventDefault();
    focusOn(neighbour(sheet.questions, question, step));
  };
  const answerOf = (question: CallQuestion): CallSheet['answers'][CallQuestion] =>
    kept.waiting.answers?.[question] ?? sheet.answers[question];
  return (
    <article className="stack" aria-label={nameOf(sheet.patient, say)}>
      <Who sheet={sheet} kept={kept} over={over} back={back} />
      <div className="call-columns">
        <div className="stack">
          <Saved kept={kept} />
          <p className="small muted">{own('keys')}</p>
          <ol className="call-questions" ref={list} onKeyDown={keyed} aria-label={own('questions.title')}>
            {sheet.questions.map((question) => (
              <CallQuestionField
                key={question}
                question={question}
                words={own(wordOf(question, sheet.drug), {
                  drug: sheet.drug === null ? '' : own(`drug.${sheet.drug}`),
                })}
                answer={answerOf(question)}
                byPatient={
                  sheet.reply?.answers[question] !== undefined &&
                  sheet.reply.answers[question] === sheet.answers[question] &&
                  sheet.answers[question] !== 'not-recorded'
                }
                disabled={over}
                give={(answer) => kept.keep({ answers: { [question]: answer } })}
              />
            ))}
          </ol>
          {answerOf('fracture') === 'yes' && <ToldFracture sheet={sheet} kept={kept} />}
          {answerOf('started') === 'yes' && (
            <TextInput
              type="date"
              className="short-day"
              label={own('startedOn')}
              defaultValue={sheet.startedOn ?? ''}
              disabled={over}
              onBlur={({ currentTarget: { value } }) => {
                if (value !== (sheet.startedOn ?? '')) kept.keep({ startedOn: value === '' ? null : value });
              }}
            />
          )}
          <Note sheet={sheet} kept={kept} over={over} />
        </div>
        <aside className="stack">
          {sheet.reply !== null && <ReplyPanel sheet={sheet} />}
          <Leads sheet={sheet} />
          {!over && <Ending sheet={sheet} kept={kept} />}
          {over && <Over sheet={sheet} />}
        </aside>
      </div>
    </article>
  );
}

/** Injections and infusions are given, tablets are taken. */
function wordOf(question: CallQuestion, drug: CallSheet['drug']): `q.${CallQuestion}` | 'q.given' {
  const given = drug === 'denosumab' || drug === 'zoledronate' || drug === 'romosozumab';
  return question === 'still-taking' && given ? 'q.given' : `q.${question}`;
}

function Note({
  sheet,
  kept,
  over,
}: {
  readonly sheet: CallSheet;
  readonly kept: KeptSheet;
  readonly over: boolean;
}): ReactElement {
  const own = useFollowUpWords();
  const [text, setText] = useState(sheet.note ?? '');
  return (
    <Textarea
      label={own('note')}
      value={text}
      autosize
      minRows={2}
      maxLength={5_000}
      disabled={over}
      onChange={({ currentTarget: { value } }) => setText(value)}
      onBlur={() => {
        if (text.trim() !== (sheet.note ?? '')) kept.keep({ note: text.trim() === '' ? null : text });
      }}
    />
  );
}
