// "Opvolging": doses that are overdue or soon due on top, then whom to call in which window, then what was done lately.
// Decision: a dose that is due stands here for everybody, whoever's patient it is; "mine" leaves out the calls that are
// a colleague's and keeps those that are nobody's.

import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { dayInWords } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { type Whose, WhoseChips } from '../shell/whose-chips.tsx';
import { useSay } from '../words/use-words.tsx';
import '../worklist/worklist.css';
import '../assessment/assessment.css';
import { BringCase } from './bring-case.tsx';
import { ContactRow } from './contact-row.tsx';
import { DoseRow } from './dose-row.tsx';
import { followUpQuery } from './follow-up-queries.ts';
import './follow-up.css';
import { Transfers } from './transfers.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export default function FollowUp(): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const [whose, setWhose] = useState<Whose>('me');
  const found = useQuery(followUpQuery(whose));
  useKeys({ j: () => focusOnName(1), k: () => focusOnName(-1) });
  return (
    <div className="stack">
      <div className="line">
        <h1>{own('title')}</h1>
        <Link href="/follow-up/calendar" className="push">
          {own('calendar.link')}
        </Link>
      </div>
      <WhoseChips whose={whose} choose={setWhose} words={{ me: own('whose.me'), all: own('whose.all') }} />
      {found.isPending && <GreyRows rows={8} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <section className="panel stack doses" aria-labelledby="doses-title">
            <h2 id="doses-title">{own('doses.title')}</h2>
            {found.data.doses.length === 0 ? (
              <p>{own('doses.none')}</p>
            ) : (
              <ul className="plain-list">
                {found.data.doses.map((dose) => (
                  <DoseRow key={`${dose.case} ${dose.standing.drug} ${dose.lastGivenOn}`} dose={dose} />
                ))}
              </ul>
            )}
          </section>
          <Transfers />
          <section className="stack" aria-labelledby="contacts-title">
            <h2 id="contacts-title">{own('contacts.title', { n: found.data.total })}</h2>
            {found.data.contacts.length === 0 ? (
              <p className="panel">{own('contacts.none')}</p>
            ) : (
              <ul className="plain-list call-list">
                {found.data.contacts.map((contact) => (
                  <ContactRow key={contact.id} contact={contact} />
                ))}
              </ul>
            )}
            {found.data.total > found.data.contacts.length && (
              <p className="muted">
                {own('contacts.more', { n: found.data.contacts.length, total: found.data.total })}
              </p>
            )}
          </section>
          <details className="panel">
            <summary>{own('made.title', { n: found.data.made.length })}</summary>
            {found.data.made.length === 0 && <p>{own('made.none')}</p>}
            <ul className="plain-list">
              {found.data.made.map((made) => (
                <li key={made.id}>
                  <Link href={`/follow-up/${made.id}`}>{nameOf(made.patient, say)}</Link> ·{' '}
                  {say.of('moment', made.moment)} · {own.of('outcome', made.outcome)} ·{' '}
                  <span className="muted">
                    {dayInWords(made.doneOn, say)}
                    {made.channel === 'guide' && ` · ${own('byItself')}`}
                  </span>
                </li>
              ))}
            </ul>
          </details>
          <BringCase />
        </>
      )}
    </div>
  );
}

/** From one name of the list to the next, as in every list; Enter opens it. */
function focusOnName(step: 1 | -1): void {
  const names = [...document.querySelectorAll<HTMLElement>('.call-name')];
  const at = names.indexOf(document.activeElement as HTMLElement);
  names[at === -1 ? 0 : Math.min(Math.max(at + step, 0), names.length - 1)]?.focus();
}
