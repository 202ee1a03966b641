// One injection of denosumab that is due: since when, until when bone is at risk, and the three things that can be done.

import type { DoseLine } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { RuleNumbers } from '../assessment/rules-line.tsx';
import { dayInWords } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { DoseForm } from './dose-form.tsx';
import { StateTag, type TagLevel } from './state-tag.tsx';
import { StopForm } from './stop-form.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';
import { WhomToReach } from './whom-to-reach.tsx';

const levels: Readonly<Record<DoseLine['standing']['state'], TagLevel>> = {
  overdue: 'late',
  due: 'week',
  soon: 'usual',
  later: 'usual',
  'cannot-tell': 'none',
};

export function DoseRow({ dose }: { readonly dose: DoseLine }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { today } = useSession();
  const [doing, setDoing] = useState<'given' | 'stop' | null>(null);
  const [, go] = useLocation();
  // A call that is planned is taken up; else one is opened.
  const call = useMutation({
    mutationFn: async () =>
      dose.contact ?? (await request<{ id: number }>('POST', `/api/cases/${dose.case}/contacts`)).id,
    onSuccess: (contact) => go(`/follow-up/${contact}`),
  });
  const { patient, standing } = dose;
  const person = sexAndAge(patient, today, say);
  return (
    <li className="call-row">
      <StateTag level={levels[standing.state]} words={own(`dose.${standing.state}`)} />
      <div>
        <Link href={`/cases/${dose.case}`} className="call-name">
          {nameOf(patient, say)}
        </Link>{' '}
        <span aria-hidden="true">{person.short}</span>
        <span className="hidden-words">{person.spoken}</span>
        <p>
          {standing.daysLate > 0
            ? own('dose.late', { day: dayInWords(standing.dueOn, say), n: standing.daysLate })
            : own('dose.on', { day: dayInWords(standing.dueOn, say) })}
        </p>
        <p className="small muted">
          {own('dose.last', { day: dayInWords(dose.lastGivenOn, say) })}
          {standing.state === 'overdue' &&
            ` · ${own('dose.rebound', { day: dayInWords(standing.reboundUntil, say) })}`}{' '}
          <RuleNumbers reasons={standing.reasons} />
        </p>
        <div className="line">
          <Button size="compact-md" onClick={() => call.mutate()} loading={call.isPending}>
            {own('dose.call')}
          </Button>
          <Button
            size="compact-md"
            aria-expanded={doing === 'given'}
            onClick={() => setDoing(doing === 'given' ? null : 'given')}
          >
            {own('dose.given')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-expanded={doing === 'stop'}
            onClick={() => setDoing(doing === 'stop' ? null : 'stop')}
          >
            {own('dose.stopped')}
          </Button>
        </div>
        {call.isError && (
          <p className="error-text" role="alert">
            {failureInWords(call.error, say)}
          </p>
        )}
        {doing === 'given' && <DoseForm case={dose.case} drug="denosumab" done={() => setDoing(null)} />}
        {doing === 'stop' && <StopForm case={dose.case} drug="denosumab" done={() => setDoing(null)} />}
      </div>
      <WhomToReach of={dose} />
    </li>
  );
}
