// Above the questions of a call: who it is, the number, the contact with its window, and what was tried. Whose contact it is can be
// changed here, because whoever takes over reads it first.

import type { CallSheet } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { colleaguesQuery } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, moment } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { useSay } from '../words/use-words.tsx';
import { CallPhone } from './call-phone.tsx';
import type { KeptSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function Who({
  sheet,
  kept,
  over,
  back,
}: {
  readonly sheet: CallSheet;
  readonly kept: KeptSheet;
  readonly over: boolean;
  back(): void;
}): ReactElement {
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
        <CallPhone sheet={sheet} kept={kept} over={over} />
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
              ({ at, outcome, by, again }) =>
                `${moment(at, today, site.timeZone, say)} ${own.of('tried', outcome)}${
                  again === null ? '' : `, ${own('attempt.until', { day: dayInWords(again, say) })}`
                } (${by})`,
            )
            .join(' · ')}
        </p>
      )}
      {!over && <Owner sheet={sheet} kept={kept} />}
    </header>
  );
}

function Owner({
  sheet,
  kept,
}: {
  readonly sheet: CallSheet;
  readonly kept: KeptSheet;
}): ReactElement | null {
  const own = useFollowUpWords();
  const found = useQuery(colleaguesQuery);
  if (found.data === undefined) return null;
  const { owner } = kept.waiting;
  const shown = owner === undefined ? sheet.owner : owner;
  return (
    <NativeSelect
      className="middle-wide"
      label={own('owner')}
      value={shown === null ? '' : String(shown)}
      onChange={({ currentTarget: { value } }) => kept.keep({ owner: value === '' ? null : Number(value) })}
      data={[
        { value: '', label: own('nobody') },
        ...found.data.colleagues.map(({ id, displayName }) => ({ value: String(id), label: displayName })),
      ]}
    />
  );
}
