// The sheet of one call, made for two minutes and one hand: who, the number, the questions in one order, where the answers
// lead, and the end. It saves by itself. Decision: when denosumab is no longer taken the sheet cannot be ended before what
// follows is written down, and the form for it opens where the answer was given.

import type { CallSheet } from '@breekpunt/server';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { ReasonList } from '../assessment/rules-line.tsx';
import '../assessment/assessment.css';
import { clockTime, dayInWords, moment } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { answerOfKey, neighbour, stepOfKey } from './call-keys.ts';
import { CallQuestionField } from './call-question.tsx';
import { EndForm } from './end-form.tsx';
import { sheetQuery } from './follow-up-queries.ts';
import './follow-up.css';
import { StopForm } from './stop-form.tsx';
import { type CallQuestion, type KeptSheet, useCallSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export default function CallPage(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const sheet = useQuery(sheetQuery(Number(id)));
  if (sheet.isError) return <Failure error={sheet.error} retry={() => void sheet.refetch()} />;
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
      <Who sheet={sheet} back={back} />
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

function Who({ sheet, back }: { readonly sheet: CallSheet; back(): void }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { today, site } = useSession();
  const { patient, dose } = sheet;
  return (
    <header className="stack">
      <div className="line">
        <Button variant="subtle" size="compact-md" onClick={back}>
          ← {own('title')}
        </Button>
        <h1>{nameOf(patient, say)}</h1>
        <span>{sexAndAge(patient, today, say).spoken}</span>
        <span>
          {say('person.born')} {dayInWords(patient.birthDate, say)}
        </span>
        <Link href={`/cases/${sheet.case}`}>{own('toCase')}</Link>
      </div>
      <p className="line">
        <strong>{say.of('moment', sheet.moment)}</strong>
        <span>
          {sheet.from !== null &&
            own('window', { from: dayInWords(sheet.from, say), until: dayInWords(sheet.until, say) })}
        </span>
        <span>
          {say.of('site', sheet.site)}, {dayInWords(sheet.fractureOn, say)}
        </span>
        <span>{sheet.drug === null ? own('noDrug') : own(`drug.${sheet.drug}`)}</span>
        {dose !== null && dose.dueOn !== null && (
          <span>{own('dose.next', { day: dayInWords(dose.dueOn, say) })}</span>
        )}
        {dose !== null && dose.dueOn === null && <strong>{own('dose.cannot-tell')}</strong>}
      </p>
      <p className="line">
        {sheet.phone === null ? (
          <span className="muted">{own('phone.unknown')}</span>
        ) : (
          <a href={`tel:${sheet.phone.replaceAll(/[^\d+]/g, '')}`}>{own('callTo', { phone: sheet.phone })}</a>
        )}
        {sheet.generalPractitioner !== null && (
          <span className="muted">{own('practitioner', { name: sheet.generalPractitioner })}</span>
        )}
        {sheet.appointments.map(({ id, at, what }) => (
          <span key={id} className="muted">
            {own('appointment', { at: moment(at, today, site.timeZone, say) })}
            {what !== null && ` (${what})`}{' '}
            <a href={`/api/appointments/${id}/calendar`} download>
              {own('calendar.file')}
            </a>
          </span>
        ))}
      </p>
      {sheet.attempts.length > 0 && (
        <p className="small muted">
          {own('attempts', { n: sheet.attempts.length })}:{' '}
          {sheet.attempts
            .map(
              ({ at, outcome, by }) =>
                `${moment(at, today, site.timeZone, say)} ${own.of('tried', outcome)} (${by})`,
            )
            .join(' · ')}
        </p>
      )}
    </header>
  );
}

function Saved({ kept: { saving } }: { readonly kept: KeptSheet }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { site } = useSession();
  if (saving.state === 'failed')
    return (
      <div className="not-saved" role="alert">
        <p className="error-text">
          {own('notSaved')}{' '}
          {saving.error.more['because'] === 'plan-needed'
            ? own('planNeeded')
            : failureInWords(saving.error, say)}
        </p>
        <p>
          <Button size="compact-md" onClick={saving.again}>
            {own('again')}
          </Button>
        </p>
      </div>
    );
  return (
    <p className="muted" role="status">
      {saving.state === 'saving' && own('saving')}
      {saving.state === 'saved' && own('saved', { at: clockTime(saving.at, site.timeZone, say.language) })}
      {saving.state === 'idle' && own('savesItself')}
    </p>
  );
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

function ReplyPanel({ sheet: { reply } }: { readonly sheet: CallSheet }): ReactElement | null {
  const own = useFollowUpWords();
  const say = useSay();
  const { today, site } = useSession();
  if (reply === null) return null;
  return (
    <section className="panel stack" aria-label={own('reply.title')}>
      <h2>{own('reply.title')}</h2>
      <p>{own('reply.on', { at: moment(reply.at, today, site.timeZone, say) })}</p>
      {reply.note !== null && <blockquote>{reply.note}</blockquote>}
    </section>
  );
}

/** What the answers ask for, with its rule; nothing said yet is not "nothing needed". */
function Leads({ sheet }: { readonly sheet: CallSheet }): ReactElement {
  const own = useFollowUpWords();
  return (
    <section className="panel stack" aria-label={own('leads.title')}>
      <h2>{own('leads.title')}</h2>
      {sheet.leads.length === 0 && (
        <p className="muted">{sheet.open.length > 0 ? own('leads.notYet') : own('leads.none')}</p>
      )}
      <ul className="plain-set lead-list">
        {sheet.leads.map(({ kind, withinDays, reasons }) => (
          <li key={kind}>
            <strong>{own(`lead.${kind}`)}</strong>{' '}
            <span className="muted">
              {own(withinDays === 1 ? 'within.one' : 'within.other', { n: withinDays })}
            </span>
            <details>
              <summary>{own('why')}</summary>
              <ReasonList reasons={reasons} rules={sheet.rules} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ending({ sheet, kept }: { readonly sheet: CallSheet; readonly kept: KeptSheet }): ReactElement {
  const own = useFollowUpWords();
  const [doing, setDoing] = useState<'attempt' | 'end' | 'stop' | null>(null);
  const needsPlan = sheet.leads.some(({ kind }) => kind === 'follow-on-plan');
  const offersStop = needsPlan || sheet.leads.some(({ kind }) => kind === 'stopped');
  const { drug } = sheet;
  return (
    <section className="panel stack" aria-label={own('ending.title')}>
      {drug !== null && (needsPlan || doing === 'stop') && (
        <StopForm case={sheet.case} drug={drug} done={() => setDoing(null)} />
      )}
      {sheet.open.length > 0 && (
        <p className="muted">
          {own('stillOpen', { list: sheet.open.map((each) => own(`short.${each}`)).join(', ') })}
        </p>
      )}
      {needsPlan && <p className="error-text">{own('planNeeded')}</p>}
      <p className="line">
        <Button onClick={() => kept.act('end', { channel: 'phone' })}>{own('end')}</Button>
        {offersStop && !needsPlan && doing !== 'stop' && (
          <Button variant="default" onClick={() => setDoing('stop')}>
            {own('stop.open')}
          </Button>
        )}
      </p>
      <p className="line">
        <Button variant="default" onClick={() => setDoing(doing === 'attempt' ? null : 'attempt')}>
          {own('attempt')}
        </Button>
        <Button variant="subtle" onClick={() => setDoing(doing === 'end' ? null : 'end')}>
          {own('endAll')}
        </Button>
      </p>
      {doing === 'attempt' && (
        <AttemptForm
          tried={(outcome) => {
            kept.act('attempts', { outcome, channel: 'phone' });
            setDoing(null);
          }}
        />
      )}
      {doing === 'end' && <EndForm case={sheet.case} contact={sheet.id} done={() => setDoing(null)} />}
    </section>
  );
}

function Over({ sheet }: { readonly sheet: CallSheet }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  return (
    <section className="panel stack" role="status">
      <p>
        <strong>
          {sheet.cancelled === null
            ? own.of('outcome', sheet.outcome ?? '')
            : own(`cancelled.${sheet.cancelled}` as 'cancelled.deceased')}
        </strong>{' '}
        {sheet.doneOn !== null && dayInWords(sheet.doneOn, say)}
        {sheet.channel === 'guide' && ` · ${own('byItself')}`}
      </p>
      {sheet.leads.length > 0 && <p>{own('tasksMade')}</p>}
      <p>
        <Link href="/follow-up">{own('backToList')}</Link>
      </p>
    </section>
  );
}
