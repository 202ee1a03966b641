// The sheet of one call, made for two minutes and one hand: who, the number, the questions in one order, where the answers
// lead, and the end. It saves by itself. Decision: what the patient settled in the guide is folded away, and what was not begun
// is not asked about; when denosumab is no longer taken the sheet cannot be ended before what follows is written down, and the
// form for it opens where the answer was given.

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
import { shownQuestions } from './call-questions.ts';
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
  // As it was when the sheet was opened: a question that is answered now does not jump away.
  const [settled] = useState(sheet.settled);
  const back = (): void => go('/follow-up');
  useKeys({ Escape: back });
  const over = sheet.doneOn !== null || sheet.cancelled !== null;
  const answerOf = (question: CallQuestion): CallSheet['answers'][CallQuestion] =>
    kept.waiting.answers?.[question] ?? sheet.answers[question];
  const asked = shownQuestions(sheet, over ? [] : settled, answerOf('started'));
  const first =
    asked.find((question) => sheet.open.includes(question) || isByPatient(sheet, question)) ?? null;
  const opened = useRef(first);
  const wasOver = useRef(over);
  useEffect(() => {
    if (!over && opened.current !== null) focusOn(`[data-question="${opened.current}"]`);
    // Once it has ended, Enter goes back to the list.
    if (over && !wasOver.current) focusOn('.back-to-list');
    wasOver.current = over;
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
    const started = question === 'started' && answer !== null ? answer : answerOf('started');
    const next = neighbour(shownQuestions(sheet, settled, started), question, step);
    // After the last question Enter ends the call.
    if (next !== null) focusOn(`[data-question="${next}"]`);
    else if (step === 1) focusOn('[data-ends-call]');
  };
  const field = (question: CallQuestion): ReactElement => (
    <CallQuestionField
      key={question}
      question={question}
      words={own(wordOf(question, sheet.drug), {
        drug: sheet.drug === null ? '' : own(`drug.${sheet.drug}`),
      })}
      answer={answerOf(question)}
      byPatient={isByPatient(sheet, question)}
      disabled={over}
      give={(answer) => kept.keep({ answers: { [question]: answer } })}
    />
  );
  const folded = over ? [] : sheet.questions.filter((question) => settled.includes(question));
  return (
    <article className="stack" aria-label={nameOf(sheet.patient, say)}>
      <Who sheet={sheet} kept={kept} over={over} back={back} />
      <div className="call-columns">
        <div className="stack">
          {!over && (
            <>
              <Saved kept={kept} />
              <p className="small muted for-keys">{own('keys')}</p>
            </>
          )}
          <ol className="call-questions" onKeyDown={keyed} aria-label={own('questions.title')}>
            {asked.map(field)}
          </ol>
          {folded.length > 0 && (
            <details className="panel">
              <summary>
                {own('settled', { n: folded.length })}{' '}
                {folded
                  .map((question) => `${own(`short.${question}`)}: ${own(`answer.${answerOf(question)}`)}`)
                  .join(' · ')}
              </summary>
              <ol className="call-questions" aria-label={own('settled.title')}>
                {folded.map(field)}
              </ol>
            </details>
          )}
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
          {sheet.cancelled === null && <Leads sheet={sheet} />}
          {!over && <Ending sheet={sheet} kept={kept} />}
          {over && <Over sheet={sheet} />}
        </aside>
      </div>
    </article>
  );
}

/** Said in the guide, and not otherwise by anybody since. */
function isByPatient({ reply, answers }: CallSheet, question: CallQuestion): boolean {
  const said = reply?.answers[question];
  return said !== undefined && said !== 'not-recorded' && said === answers[question];
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** Injections and infusions are given, tablets are taken. */
function wordOf(
  question: CallQuestion,
  drug: CallSheet['drug'],
): `q.${CallQuestion}` | 'q.given' | 'q.first-given' {
  const given = drug === 'denosumab' || drug === 'zoledronate' || drug === 'romosozumab';
  if (!given) return `q.${question}`;
  return question === 'still-taking' ? 'q.given' : question === 'started' ? 'q.first-given' : `q.${question}`;
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
