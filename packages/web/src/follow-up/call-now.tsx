// From a case to a call about it: one that is open is taken up again, else one begins now.

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

export function CallNow({ caseId }: { readonly caseId: number }): ReactElement {
  const say = useSay();
  const [, go] = useLocation();
  const open = useMutation({
    mutationFn: () => request<{ id: number }>('POST', `/api/cases/${caseId}/contacts`),
    onSuccess: ({ id }) => go(`/follow-up/${id}`),
  });
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => open.mutate()} loading={open.isPending}>
        {say('case.call')}
      </Button>
      {open.isError && (
        <span className="error-text" role="alert">
          {failureInWords(open.error, say)}
        </span>
      )}
    </>
  );
}
