// What came in and what waits for somebody, with the reason. Nobody's name stands here; who must see a message saves it, and
// that is logged.

import type { InboxLine, InboxState } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { inboxQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { numberInWords } from '../assessment/answer-in-words.ts';
import { moment } from '../format/dates.ts';
import { Failure, NotDone } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { type Say, useSay } from '../words/use-words.tsx';
import '../worklist/worklist.css';
import { FirstSteps } from './first-steps.tsx';
import { unreadInWords } from './unread-in-words.ts';
import { useInboxWords } from './use-inbox-words.ts';
import './inbox.css';

const states: readonly InboxState[] = ['quarantined', 'received', 'processed', 'set-aside'];

export default function Inbox(): ReactElement {
  const say = useSay();
  const { user, site } = useSession();
  const [state, setState] = useState<InboxState>('quarantined');
  const inbox = useQuery(inboxQuery(state));
  const isNew =
    !site.synthetic &&
    inbox.data !== undefined &&
    Object.values(inbox.data.counts).every((count) => count === 0);
  return (
    <div className="stack">
      <h1>{say('place.inbox')}</h1>
      <p>{say('inbox.intro')}</p>
      {['nurse', 'lead', 'it'].includes(user.role) && (
        <p>
          <Link href="/inbox/upload">{say('upload.open')}</Link>
        </p>
      )}
      <fieldset className="plain-set line">
        <legend className="hidden-words">{say('filter.title')}</legend>
        {states.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={state === each}
            onClick={() => setState(each)}
          >
            {say(`inbox.${each}`)}
            {inbox.data !== undefined && <span className="count">{inbox.data.counts[each]}</span>}
          </button>
        ))}
      </fieldset>
      {inbox.isPending && <GreyRows rows={6} />}
      {inbox.isLoadingError && <Failure error={inbox.error} retry={() => void inbox.refetch()} />}
      {isNew && <FirstSteps />}
      {inbox.data !== undefined && inbox.data.messages.length === 0 && !isNew && (
        <p className="panel">{state === 'quarantined' ? say('inbox.noneQuarantined') : say('inbox.none')}</p>
      )}
      {inbox.data !== undefined && inbox.data.messages.length > 0 && (
        <table className="plain stacks">
          <thead>
            <tr>
              <th scope="col">{say('inbox.when')}</th>
              <th scope="col">{say('inbox.from')}</th>
              <th scope="col">{say('inbox.why')}</th>
              <th scope="col">{say('inbox.do')}</th>
            </tr>
          </thead>
          <tbody>
            {inbox.data.messages.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** In the reader's words; what was kept before reasons were kept as data stands in English, as the sender was answered. */
function Reason({ code, sentence, expected, unread }: NonNullable<InboxLine['reason']>): ReactElement {
  const say = useSay();
  const own = useInboxWords();
  const told = say.of('inboxReason', code);
  if (told === code) return <>{sentence}</>;
  const detail = unread === null && (code === 'not-readable' || code === 'partly-unreadable');
  return (
    <>
      {told}
      {expected !== null && ` ${expectedInWords(expected, say)}`}
      {unread !== null && ` ${unreadInWords(unread, own)}`}
      {detail && (
        <span lang="en" className="muted">
          {' '}
          {sentence}
        </span>
      )}
    </>
  );
}

function expectedInWords(
  { quantity, least, most, unit }: NonNullable<NonNullable<InboxLine['reason']>['expected']>,
  say: Say,
): string {
  return say('inbox.expected', {
    quantity: say.of('density', quantity),
    least: numberInWords(least, say.language),
    most: numberInWords(most, say.language),
    unit: say.of('densityUnit', unit),
  });
}

function Line({ line }: { readonly line: InboxLine }): ReactElement {
  const say = useSay();
  const { user, site, today } = useSession();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: 'retry' | 'set-aside') => request('POST', `/api/inbox/${line.id}/${what}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const keeps = user.role === 'lead' || user.role === 'it';
  const waits = line.state === 'quarantined' || line.state === 'set-aside';
  return (
    <tr>
      <td>{moment(line.receivedAt, today, site.timeZone, say)}</td>
      <td data-head={say('inbox.from')}>
        {say.of('door', line.door)}:{' '}
        {line.fileName ??
          (line.sender === '' ? <span className="unknown">{say('inbox.senderUnknown')}</span> : line.sender)}
        <br />
        <span className="muted small">{say('inbox.bytes', { n: line.bytes })}</span>
      </td>
      <td>
        {line.reason === null ? (
          say(`inbox.${line.state}`)
        ) : (
          <>
            <Reason {...line.reason} />
            {line.reason.place !== null && <span className="muted"> ({line.reason.place})</span>}
            <br />
            <span className="rule">{line.reason.code}</span>
          </>
        )}
      </td>
      <td>
        {keeps && (
          <span className="line">
            {waits && (
              <Button size="compact-sm" onClick={() => act.mutate('retry')}>
                {say('inbox.retry')}
              </Button>
            )}
            {line.state === 'quarantined' && (
              <Button size="compact-sm" onClick={() => act.mutate('set-aside')}>
                {say('inbox.setAside')}
              </Button>
            )}
            <a href={`/api/inbox/${line.id}/raw`} download>
              {say('inbox.download')}
            </a>
            {line.door === 'upload' && (line.counts.rejects ?? 0) > 0 && (
              <a href={`/api/inbox/${line.id}/left-out`} download>
                {say('upload.saveLeftOut')}
              </a>
            )}
          </span>
        )}
        <NotDone error={act.error} />
      </td>
    </tr>
  );
}
