// What changed in the evidence since somebody last looked: said until a person says that it was seen.

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { NotSaved } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

export function News({
  caseId,
  news,
}: {
  readonly caseId: number;
  readonly news: readonly string[];
}): ReactElement | null {
  const say = useSay();
  const client = useQueryClient();
  const seen = useMutation({
    mutationFn: () => request('POST', `/api/cases/${caseId}/seen`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  if (news.length === 0) return null;
  return (
    <section className="panel news" aria-label={say('news.title')}>
      <p className="line">
        <strong>{say('news.title')}:</strong>{' '}
        <span>{news.map((each) => say.of('news', each)).join('; ')}</span>
        <Button size="compact-sm" onClick={() => seen.mutate()}>
          {say('news.seen')}
        </Button>
      </p>
      <NotSaved error={seen.error} />
    </section>
  );
}
