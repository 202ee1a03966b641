// One's own calendar address: made here, shown once, ended here. Decision: what it opens is said before it is made.

import type { CalendarFeeds, NewCalendarFeed } from '@breekpunt/server';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import './follow-up.css';
import { useFollowUpWords } from './use-follow-up-words.ts';

const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: () => request<CalendarFeeds>('GET', '/api/calendar-feeds'),
});

export default function CalendarPage(): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { today, site, user } = useSession();
  const client = useQueryClient();
  const feeds = useQuery(feedsQuery);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['calendar-feeds'] });
  const make = useMutation({
    mutationFn: () => request<NewCalendarFeed>('POST', '/api/calendar-feeds'),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: (id: number) => request('DELETE', `/api/calendar-feeds/${id}`),
    onSuccess: async () => {
      make.reset();
      await again();
    },
  });
  const name = useMutation({
    mutationFn: (withNames: boolean) => request('PUT', '/api/calendar-feeds/names', { withNames }),
    onSuccess: again,
  });
  const failed = [make, end, name].find(({ isError }) => isError);
  return (
    <div className="stack">
      <p>
        <Link href="/follow-up">{own('backToList')}</Link>
      </p>
      <h1>{own('calendar.title')}</h1>
      <p>{own('calendar.what')}</p>
      {feeds.data !== undefined && (
        <p>{own(feeds.data.withNames ? 'calendar.withNames' : 'calendar.noNames')}</p>
      )}
      {feeds.data !== undefined && user.role === 'lead' && (
        <Checkbox
          label={own('calendar.names')}
          description={own('calendar.namesWhy')}
          checked={name.isPending ? name.variables : feeds.data.withNames}
          onChange={({ currentTarget: { checked } }) => name.mutate(checked)}
        />
      )}
      <p>
        <Button onClick={() => make.mutate()} loading={make.isPending}>
          {own('calendar.make')}
        </Button>
      </p>
      {make.isSuccess && (
        <section className="panel stack" role="status">
          <TextInput
            label={own('calendar.address')}
            description={own('calendar.once')}
            value={make.data.address}
            readOnly
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </section>
      )}
      {failed !== undefined && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(failed.error, say)}
        </p>
      )}
      {feeds.isLoadingError && <Failure error={feeds.error} retry={() => void feeds.refetch()} />}
      {feeds.data !== undefined && feeds.data.feeds.length === 0 && (
        <p className="muted">{own('calendar.none')}</p>
      )}
      {feeds.data !== undefined && (
        <ul className="plain-list">
          {feeds.data.feeds.map(({ id, createdAt, lastReadAt }) => (
            <li key={id} className="line">
              <span>
                {own('calendar.made', { at: moment(createdAt, today, site.timeZone, say) })} ·{' '}
                {lastReadAt === null
                  ? own('calendar.neverRead')
                  : own('calendar.read', { at: moment(lastReadAt, today, site.timeZone, say) })}
              </span>
              <Button size="compact-md" variant="default" onClick={() => end.mutate(id)}>
                {own('calendar.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
