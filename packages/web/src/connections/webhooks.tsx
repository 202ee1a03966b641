// Who is told of what happens: the webhooks, a new one with its secret shown once, and what could not be handed over.

import type { WebhookList } from '@breekpunt/server';
import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { webhooksQuery } from './connection-queries.ts';
import { Deliveries } from './deliveries.tsx';
import { EndButton } from './end-button.tsx';
import { useConnectionWords } from './use-connection-words.ts';

export function Webhooks(): ReactElement {
  const words = useConnectionWords();
  const found = useQuery(webhooksQuery);
  return (
    <section className="stack" aria-label={words('webhooks.title')}>
      <h2>{words('webhooks.title')}</h2>
      <p>{words('webhooks.about')}</p>
      {found.isPending && <GreyRows rows={3} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          {found.data.webhooks.length === 0 && <p className="muted">{words('webhooks.none')}</p>}
          {found.data.webhooks.map((webhook) => (
            <WebhookPanel key={webhook.id} webhook={webhook} />
          ))}
          <Deliveries list={found.data} />
          <NewWebhook topics={found.data.topics} />
        </>
      )}
    </section>
  );
}

function WebhookPanel({ webhook }: { readonly webhook: WebhookList['webhooks'][number] }): ReactElement {
  const say = useSay();
  const words = useConnectionWords();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const ping = useMutation({
    mutationFn: () => request('POST', `/api/webhooks/${webhook.id}/ping`),
    onSettled: again,
  });
  const end = useMutation({
    mutationFn: () => request('DELETE', `/api/webhooks/${webhook.id}`),
    onSettled: again,
  });
  const failed = ping.error ?? end.error;
  return (
    <article className="panel stack" aria-label={webhook.name}>
      <h3>{webhook.name}</h3>
      <p>
        <code>{webhook.url}</code>
      </p>
      <p>{webhook.topics.map((topic) => words.of('topic', topic)).join(' · ')}</p>
      <p className="line">
        <Button onClick={() => ping.mutate()}>{words('webhooks.ping')}</Button>
        <EndButton means={words('webhooks.endSure')} end={() => end.mutate()} />
        <span role="status" className="muted">
          {ping.isSuccess && words('webhooks.pinged')}
        </span>
      </p>
      {failed !== null && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(failed, say)}
        </p>
      )}
    </article>
  );
}

function NewWebhook({ topics }: { readonly topics: readonly string[] }): ReactElement {
  const say = useSay();
  const words = useConnectionWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [network, setNetwork] = useState<'public' | 'own'>('public');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useMutation({
    mutationFn: () =>
      request<{ id: number; secret: string }>('POST', '/api/webhooks', {
        name,
        url,
        network,
        topics: chosen,
      }),
    onSuccess: async () => {
      setName('');
      setUrl('');
      setChosen([]);
      await client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
    },
  });
  return (
    <form
      className="panel stack"
      aria-label={words('webhooks.new')}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <h3>{words('webhooks.new')}</h3>
      <TextInput
        label={words('field.name')}
        value={name}
        required
        withAsterisk={false}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <TextInput
        label={words('webhooks.url')}
        value={url}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => setUrl(value)}
      />
      <Radio.Group
        label={words('field.network')}
        value={network}
        onChange={(value) => setNetwork(value as 'public' | 'own')}
      >
        <div className="stack choices-of">
          {(['public', 'own'] as const).map((value) => (
            <Radio key={value} value={value} label={words(`network.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      <Checkbox.Group label={words('webhooks.topics')} value={[...chosen]} onChange={setChosen}>
        <div className="stack choices-of">
          {topics.map((topic) => (
            <Checkbox key={topic} value={topic} label={words.of('topic', topic)} />
          ))}
        </div>
      </Checkbox.Group>
      {add.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')}{' '}
          {refusalFrom(add.error).code === 'refused'
            ? words('webhooks.urlWrong')
            : failureInWords(add.error, say)}
        </p>
      )}
      {add.isSuccess && (
        <div className="connection-secret" role="status">
          <p>{words('webhooks.secret')}</p>
          <code>{add.data.secret}</code>
        </div>
      )}
      <p>
        <Button type="submit" variant="filled">
          {words('webhooks.add')}
        </Button>
      </p>
    </form>
  );
}
