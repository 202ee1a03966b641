// Gives the chosen cases to a colleague, all at once. Cases that somebody changed meanwhile are left, and named.

import type { Assigned, WorklistRow } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { colleaguesQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { nameOf } from '../format/people.ts';
import { NotDone } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

interface BulkBarProps {
  readonly rows: readonly WorklistRow[];
  clear(): void;
  versionOf(row: WorklistRow): number;
}

export function BulkBar({ rows, clear, versionOf }: BulkBarProps): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const client = useQueryClient();
  const colleagues = useQuery(colleaguesQuery);
  const [owner, setOwner] = useState('');
  const assign = useMutation({
    mutationFn: (to: number | null) =>
      request<Assigned>('POST', '/api/worklist/assign', {
        cases: rows.map((row) => ({ id: row.id, version: versionOf(row) })),
        owner: to,
      }),
    onSuccess: async ({ left }) => {
      await client.invalidateQueries({ queryKey: ['worklist'] });
      if (left.length === 0) clear();
    },
  });
  const left = assign.data?.left ?? [];
  return (
    <div className="bulk-bar line" role="group" aria-label={say('bulk.title')}>
      <strong>{say.count('bulk.chosen', rows.length)}</strong>
      <Button onClick={() => assign.mutate(user.id)}>{say('bulk.mine')}</Button>
      <NativeSelect
        size="sm"
        aria-label={say('bulk.to')}
        value={owner}
        onChange={({ currentTarget: { value } }) => setOwner(value)}
        data={[
          { value: '', label: say('bulk.choose') },
          { value: 'nobody', label: say('row.noOwner') },
          ...(colleagues.data?.colleagues ?? [])
            .filter(({ role }) => ['nurse', 'physician', 'lead'].includes(role))
            .map(({ id, displayName }) => ({ value: String(id), label: displayName })),
        ]}
      />
      {owner !== '' && (
        <Button variant="filled" onClick={() => assign.mutate(owner === 'nobody' ? null : Number(owner))}>
          {say('bulk.give')}
        </Button>
      )}
      <Button variant="subtle" onClick={clear}>
        {say('bulk.clear')}
      </Button>
      {left.length > 0 && (
        <p className="error-text" role="alert">
          {say('bulk.left', {
            names: rows
              .filter(({ id }) => left.includes(id))
              .map(({ patient }) => nameOf(patient, say))
              .join('; '),
          })}
        </p>
      )}
      <NotDone error={assign.error} />
    </div>
  );
}
