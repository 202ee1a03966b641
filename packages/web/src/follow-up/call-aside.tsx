// Beside the questions of a call: what the patient wrote already, where the answers lead, and how the contact ended.

import type { CallSheet } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { caseQuery } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { ReasonList } from '../assessment/rules-line.tsx';
import { dayInWords, moment } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function ReplyPanel({ sheet: { reply } }: { readonly sheet: CallSheet }): ReactElement | null {
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
export function Leads({ sheet }: { readonly sheet: CallSheet }): ReactElement {
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

export function Over({ sheet }: { readonly sheet: CallSheet }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  // A case that was handed over ended here by a move, as the contacts have it; where it goes on is known to the case.
  const found = useQuery({ ...caseQuery(sheet.case), enabled: sheet.cancelled !== null });
  const isHandedOver = found.data?.row.reason === 'transferred';
  const ended = isHandedOver ? 'transferred' : sheet.cancelled;
  return (
    <section className="panel stack" role="status">
      <p>
        <strong>
          {sheet.cancelled === null
            ? own.of('outcome', sheet.outcome ?? '')
            : own.of('cancelled', ended ?? '')}
        </strong>{' '}
        {sheet.doneOn !== null && dayInWords(sheet.doneOn, say)}
        {sheet.channel === 'guide' && ` · ${own('byItself')}`}
      </p>
      {sheet.leads.length > 0 && sheet.cancelled === null && <p>{own('tasksMade')}</p>}
      {sheet.cancelled !== null && isHandedOver && <p>{own('handedOver')}</p>}
      <p>
        <Link href="/follow-up" className="back-to-list">
          {own('backToList')}
        </Link>
      </p>
    </section>
  );
}
