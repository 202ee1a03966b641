// Filters kept under a name: choose one, keep the present ones, throw one away.

import { Button, CloseButton, Popover, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { viewsQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

export function SavedViews({ search }: { readonly search: string }): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const views = useQuery(viewsQuery);
  const [opened, setOpened] = useState(false);
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const save = useMutation({
    mutationFn: (name: string) => request('POST', '/api/views', { name, query: search }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: number) => request('DELETE', `/api/views/${id}`),
    onSuccess: refresh,
  });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus>
      <Popover.Target>
        <button type="button" className="chip" onClick={() => setOpened(!opened)}>
          {say('views.title')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('views.title')}>
        <div className="stack saved-views">
          {views.data?.views.length === 0 && <p className="muted">{say('views.none')}</p>}
          <ul>
            {views.data?.views.map((view) => (
              <li key={view.id}>
                <Link href={`/worklist?${view.query}`} onClick={() => setOpened(false)}>
                  {view.name}
                </Link>
                <CloseButton
                  aria-label={say('views.remove', { name: view.name })}
                  onClick={() => remove.mutate(view.id)}
                />
              </li>
            ))}
          </ul>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
              if (name !== '') save.mutate(name);
              event.currentTarget.reset();
            }}
          >
            <TextInput name="name" size="sm" label={say('views.name')} maxLength={60} />
            <Button type="submit">{say('views.save')}</Button>
          </form>
          {(save.isError || remove.isError || views.isError) && (
            <p className="error-text" role="alert">
              {failureInWords(save.error ?? remove.error ?? views.error, say)}
            </p>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
