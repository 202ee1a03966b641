// Follow-up that ended because of a wish, a move or a death that was a mistake, taken up again from the case.

import type { WorklistRow } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

const endings = ['declined', 'moved-away', 'deceased'] as const;

export function ResumeFollowUp({
  of: { id, version, list, reason },
}: {
  readonly of: Pick<WorklistRow, 'id' | 'version' | 'list' | 'reason'>;
}): ReactElement | null {
  const own = useFollowUpWords();
  const say = useSay();
  const client = useQueryClient();
  const resume = useMutation({
    mutationFn: () => request('POST', `/api/cases/${id}/follow-up-resume`, { onVersion: version }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['case', id] });
      await client.invalidateQueries({ queryKey: ['follow-up'] });
    },
  });
  const ended = endings.find((each) => each === reason);
  if (list !== 'ended' || ended === undefined) return null;
  return (
    <>
      <span>{own(`cancelled.${ended}`)}</span>
      <Button size="compact-md" variant="default" onClick={() => resume.mutate()} loading={resume.isPending}>
        {own(ended === 'deceased' ? 'resume.alive' : 'resume')}
      </Button>
      {resume.isError && (
        <span className="error-text" role="alert">
          {failureInWords(resume.error, say)}
        </span>
      )}
    </>
  );
}
