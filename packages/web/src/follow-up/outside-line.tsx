// A case on its way to a hospital of another installation: the file, the code that opens it, and that it arrived. Decision: a file and
// its code are made anew each time, so that one that was lost is worth nothing without the other, and nothing has to be kept.

import type { CaseTransfers, TransferFile } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { saveFile } from '../format/save-file.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { TransferredPatient } from './transferred-patient.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function OutsideLine({
  transfer,
}: {
  readonly transfer: CaseTransfers['transfers'][number];
}): ReactElement {
  const { id, other, madeAt } = transfer;
  const own = useFollowUpWords();
  const say = useSay();
  const { today, site } = useSession();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => request<TransferFile>('POST', `/api/case-transfers/${id}/file`),
    onSuccess: ({ name, file }) => saveFile(new Blob([file], { type: 'application/octet-stream' }), name),
  });
  const arrive = useMutation({
    mutationFn: () => request('POST', `/api/case-transfers/${id}/arrived`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case-transfers'] }),
  });
  const failed = make.error ?? arrive.error;
  return (
    <li className="stack">
      <p className="line">
        <TransferredPatient of={transfer} />
        <span>{own('transfers.to', { other, at: moment(madeAt, today, site.timeZone, say) })}</span>
        <Button size="compact-md" onClick={() => make.mutate()} loading={make.isPending}>
          {own('transfers.file')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => arrive.mutate()}
          loading={arrive.isPending}
        >
          {own('transfers.arrived')}
        </Button>
      </p>
      {make.isSuccess && (
        <div role="status">
          <p>
            {own('transfers.code')} <strong className="code">{make.data.code}</strong>
          </p>
          <p className="muted">{own('transfers.codeOnce')}</p>
        </div>
      )}
      {failed !== null && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(failed, say)}
        </p>
      )}
    </li>
  );
}
