// One contact that is owed: how pressing, whom, which contact and its window, what the patient said already, how often it
// was tried.

import type { ContactLine } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, moment } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { useSay } from '../words/use-words.tsx';
import { StateTag, type TagLevel } from './state-tag.tsx';
import { type FollowUpSay, useFollowUpWords } from './use-follow-up-words.ts';
import { WhomToReach } from './whom-to-reach.tsx';

const levels: Readonly<Record<ContactLine['state'], TagLevel>> = {
  replied: 'week',
  late: 'late',
  due: 'week',
  waiting: 'none',
  coming: 'usual',
};

export function ContactRow({ contact }: { readonly contact: ContactLine }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { today, site } = useSession();
  const { patient, state } = contact;
  const person = sexAndAge(patient, today, say);
  const window = own('window', {
    from: dayInWords(contact.from, say),
    until: dayInWords(contact.until, say),
  });
  return (
    <li className="call-row">
      <StateTag level={levels[state]} words={stateInWords(contact, own, say)} />
      <div>
        <Link href={`/follow-up/${contact.id}`} className="call-name">
          {nameOf(patient, say)}
        </Link>{' '}
        <span aria-hidden="true">{person.short}</span>
        <span className="hidden-words">{person.spoken}</span>
        <p className="small">
          {say.of('moment', contact.moment)} · {window}
        </p>
        {contact.needs.length > 0 && (
          <p>
            {own('patientSays')}{' '}
            <strong>{contact.needs.map((need) => own(`lead.${need}`)).join(' · ')}</strong>
          </p>
        )}
        <p className="small muted">
          {say.of('site', contact.site)}, {dayInWords(contact.fractureOn, say)} ·{' '}
          {contact.drug === null ? own('noDrug') : own(`drug.${contact.drug}`)}
          {contact.attempts > 0 && ` · ${own('attempts', { n: contact.attempts })}`}
          {contact.appointmentAt !== null &&
            ` · ${own('appointment', { at: moment(contact.appointmentAt, today, site.timeZone, say) })}`}
        </p>
      </div>
      <WhomToReach of={contact} />
    </li>
  );
}

function stateInWords(
  { state, tryOn }: ContactLine,
  own: FollowUpSay,
  say: ReturnType<typeof useSay>,
): string {
  return state === 'waiting' && tryOn !== null
    ? own('state.waiting', { day: dayInWords(tryOn, say) })
    : own(`state.${state}`, { day: '' });
}
