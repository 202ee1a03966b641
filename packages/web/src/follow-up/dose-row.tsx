// One injection or infusion that is due: since when, until when bone is at risk, the day that was arranged, and what can be done.
// Decision: what is to be done comes first, the call last: a dose is arranged and given, and not every one needs a talk.

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
import { ArrangeForm } from './arrange-form.tsx';
import { DoseForm } from './dose-form.tsx';
import { doseWords } from './dose-words.ts';
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
  const [doing, setDoing] = useState<'arrange' | 'given' | 'stop' | null>(null);
  const [, go] = useLocation();
  // A call that is planned is taken up; else one is opened.
  const call = useMutation({
    mutationFn: async () =>
      dose.contact ?? (await request<{ id: number }>('POST', `/api/cases/${dose.case}/contacts`)).id,
    onSuccess: (contact) => go(`/follow-up/${contact}`),
  });
  const { patient, standing, arrangedOn } = dose;
  const { drug } = standing;
  const words = doseWords(drug);
  const isAhead = arrangedOn !== null && arrangedOn >= today;
  const person = sexAndAge(patient, today, say);
  const press = (what: NonNullable<typeof doing>): void => setDoing(doing === what ? null : what);
  const close = (): void => setDoing(null);
  return (
    <li className="call-row">
      {isAhead && !(drug === 'denosumab' && standing.state === 'overdue') ? (
        <StateTag level="usual" words={own('dose.isArranged')} />
      ) : (
        <StateTag level={levels[standing.state]} words={own(`dose.${standing.state}`)} />
      )}
      <div>
        <Link href={`/cases/${dose.case}`} className="call-name">
          {nameOf(patient, say)}
        </Link>{' '}
        <span aria-hidden="true">{person.short}</span>
        <span className="hidden-words">{person.spoken}</span>
        <p>
          <strong>{own(`drug.${drug}`)}</strong> ·{' '}
          {standing.daysLate > 0
            ? own('dose.late', { day: dayInWords(standing.dueOn, say), n: standing.daysLate })
            : own('dose.on', { day: dayInWords(standing.dueOn, say) })}
        </p>
        {arrangedOn !== null && (
          <p className={isAhead ? 'why-plan' : 'error-text'}>
            {own(isAhead ? 'dose.arrangedOn' : 'dose.arrangedPassed', { day: dayInWords(arrangedOn, say) })}
          </p>
        )}
        <p className="small muted">
          {own(words.last, { day: dayInWords(dose.lastGivenOn, say) })}
          {standing.state === 'overdue' &&
            standing.reboundUntil !== null &&
            ` · ${own('dose.rebound', { day: dayInWords(standing.reboundUntil, say) })}`}{' '}
          <RuleNumbers reasons={standing.reasons} />
        </p>
        <div className="line dose-deeds">
          <Button
            size="compact-md"
            variant={isAhead ? 'default' : 'filled'}
            aria-expanded={doing === 'arrange'}
            onClick={() => press('arrange')}
          >
            {own(isAhead ? 'dose.arrangeAnew' : words.arrange)}
          </Button>
          <Button size="compact-md" aria-expanded={doing === 'given'} onClick={() => press('given')}>
            {own(words.given)}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-expanded={doing === 'stop'}
            onClick={() => press('stop')}
          >
            {own('dose.stopped')}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => call.mutate()} loading={call.isPending}>
            {own('dose.call')}
          </Button>
        </div>
        {call.isError && (
          <p className="error-text" role="alert">
            {failureInWords(call.error, say)}
          </p>
        )}
        {doing === 'arrange' && (
          <ArrangeForm case={dose.case} drug={drug} arrangedOn={arrangedOn} done={close} />
        )}
        {doing === 'given' && <DoseForm case={dose.case} drug={drug} done={close} />}
        {doing === 'stop' && <StopForm case={dose.case} drug={drug} done={close} />}
      </div>
      <WhomToReach of={dose} />
    </li>
  );
}
