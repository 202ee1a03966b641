// What became of the table, as far as it is: it waits its turn, then the numbers and the rows that stayed out.

import type { InboxLine } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { Failure } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

/** The events say when it is done; asking is for when an event was lost. */
const askAgainMs = 3_000;

export function Taken({ message }: { readonly message: number }): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const line = useQuery({
    queryKey: ['inbox', 'message', message],
    queryFn: () => request<InboxLine>('GET', `/api/inbox/${message}`),
    refetchInterval: ({ state }) => (state.data?.state === 'received' ? askAgainMs : false),
  });
  if (line.isLoadingError) return <Failure error={line.error} retry={() => void line.refetch()} />;
  if (line.data === undefined || line.data.state === 'received')
    return (
      <p className="panel" role="status">
        {say('upload.waiting')}
      </p>
    );
  const { counts, reason } = line.data;
  const { reports = 0, repeated = 0, rejects = 0 } = counts;
  const items = reports + repeated + rejects;
  return (
    <section className="panel stack" aria-label={say('upload.done')}>
      <h2>{say('upload.done')}</h2>
      <p role="status">{say('upload.tallyDone', { items, reports, repeated, leftOut: rejects })}</p>
      {reason !== null && reason.code !== 'rows-left-out' && <p className="error-text">{reason.sentence}</p>}
      {rejects > 0 && (
        <p>
          <a href={`/api/inbox/${message}/left-out`} download>
            {say('upload.saveLeftOut')}
          </a>
        </p>
      )}
      <p className="line">
        {user.role !== 'it' && <Link href="/worklist">{say('upload.toWorklist')}</Link>}
        <Link href="/inbox">{say('upload.back')}</Link>
      </p>
    </section>
  );
}
