// Cases that wait to be taken in from another hospital, and those that were not handed over yet.

import type { CaseTransfers } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { transfersQuery } from './follow-up-queries.ts';
import { OutsideLine } from './outside-line.tsx';
import { TransferredPatient } from './transferred-patient.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function Transfers(): ReactElement | null {
  const own = useFollowUpWords();
  const found = useQuery(transfersQuery);
  if (found.data === undefined || found.data.transfers.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="transfers-title">
      <h2 id="transfers-title">{own('transfers.title')}</h2>
      <ul className="plain-list">
        {found.data.transfers.map((transfer) =>
          transfer.outside && transfer.direction === 'out' ? (
            <OutsideLine key={transfer.id} transfer={transfer} />
          ) : (
            <TransferLine key={transfer.id} transfer={transfer} />
          ),
        )}
      </ul>
    </section>
  );
}

function TransferLine({ transfer }: { readonly transfer: CaseTransfers['transfers'][number] }): ReactElement {
  const { id, direction, other, madeAt } = transfer;
  const own = useFollowUpWords();
  const say = useSay();
  const { today, site } = useSession();
  const client = useQueryClient();
  const [, go] = useLocation();
  const act = useMutation({
    mutationFn: () =>
      request<{ case?: number } | undefined>(
        'POST',
        `/api/case-transfers/${id}/${direction === 'in' ? 'take-in' : 'deliver'}`,
      ),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['case-transfers'] });
      await client.invalidateQueries({ queryKey: ['follow-up'] });
      if (answer?.case !== undefined) go(`/cases/${answer.case}`);
    },
  });
  const at = moment(madeAt, today, site.timeZone, say);
  return (
    <li className="line">
      <TransferredPatient of={transfer} />
      <span>{own(direction === 'in' ? 'transfers.from' : 'transfers.to', { other, at })}</span>
      <Button size="compact-md" onClick={() => act.mutate()} loading={act.isPending}>
        {own(direction === 'in' ? 'transfers.take' : 'transfers.again')}
      </Button>
      {act.isError && (
        <span className="error-text" role="alert">
          {say('notSaved')} {failureInWords(act.error, say)}
        </span>
      )}
    </li>
  );
}
