// What was sent to webhooks lately: above all what was given up, which can be sent again.

import type { WebhookList } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { NotDone } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { webhooksQuery } from './connection-queries.ts';
import { useConnectionWords } from './use-connection-words.ts';

export function Deliveries({ list }: { readonly list: WebhookList }): ReactElement | null {
  const words = useConnectionWords();
  const names = new Map(list.webhooks.map(({ id, name }) => [id, name]));
  if (list.deliveries.length === 0) return null;
  return (
    <section aria-label={words('deliveries.title')}>
      <table className="plain stacks">
        <caption>{words('deliveries.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('deliveries.when')}</th>
            <th scope="col">{words('deliveries.what')}</th>
            <th scope="col">{words('deliveries.to')}</th>
            <th scope="col">{words('deliveries.state')}</th>
          </tr>
        </thead>
        <tbody>
          {list.deliveries.map((delivery) => (
            <Line key={delivery.id} delivery={delivery} to={names.get(delivery.webhook) ?? ''} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly delivery: WebhookList['deliveries'][number];
  readonly to: string;
}

function Line({ delivery, to }: LineProps): ReactElement {
  const say = useSay();
  const words = useConnectionWords();
  const client = useQueryClient();
  const { site, today } = useSession();
  const at = (instant: Date): string => moment(instant, today, site.timeZone, say);
  const again = useMutation({
    mutationFn: () => request('POST', `/api/webhook-deliveries/${delivery.id}/again`),
    onSettled: () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  const { state, attempts, lastProblem, lastStatus } = delivery;
  const why = lastProblem === null ? null : words.of('why', lastProblem);
  return (
    <tr>
      <td>{at(delivery.happenedAt)}</td>
      <td>{words.of('topic', delivery.topic)}</td>
      <td data-head={words('deliveries.to')}>{to}</td>
      <td>
        <span className={state === 'given-up' ? 'error-text' : undefined}>{words(`state.${state}`)}</span>
        {state !== 'delivered' && attempts > 0 && (
          <span className="muted">
            {' '}
            {words('deliveries.attempts', { n: attempts })}{' '}
            {[why, lastStatus].filter((part) => part !== null).join(' ')}.
          </span>
        )}
        {state === 'waiting' && attempts > 0 && (
          <span className="muted"> {words('deliveries.next', { at: at(delivery.nextAt) })}</span>
        )}
        {state === 'given-up' && (
          <>
            {' '}
            <Button size="compact-sm" onClick={() => again.mutate()}>
              {words('deliveries.again')}
            </Button>
          </>
        )}
        <NotDone error={again.error} />
      </td>
    </tr>
  );
}
