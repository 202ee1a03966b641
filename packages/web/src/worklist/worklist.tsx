// The worklist: which lists there are, which cases stand in this one, and everything that can be done with them from the
// keyboard. What the page shows stands in its address.

import type { WorklistRow } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { countsQuery, fetchWorklist } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { useDeeds } from '../case/deeds.tsx';
import type { Asking } from '../case/verdict-choices.tsx';
import { moment } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useArrivals } from '../shell/arrivals.tsx';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { ActionBar } from './action-bar.tsx';
import { hasFilters, listOf } from './address.ts';
import { lastRow, rememberPlace } from './back-to-list.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CaseRow } from './case-row.tsx';
import { Filters } from './filters.tsx';
import { ListTabs } from './list-tabs.tsx';
import './worklist.css';

const PatientAlarms = lazy(() => import('../guide/patient-alarms.tsx'));

export function Worklist(): ReactElement {
  const say = useSay();
  const { today } = useSession();
  const search = useSearch();
  const [, go] = useLocation();
  const client = useQueryClient();
  const deeds = useDeeds();
  const { arrivals, seen } = useArrivals();
  const counts = useQuery(countsQuery);
  const page = useInfiniteQuery({
    queryKey: ['worklist', 'page', search],
    queryFn: ({ pageParam }) => fetchWorklist(search, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 300_000,
  });
  const rows = useMemo(() => page.data?.pages.flatMap((each) => each.rows) ?? [], [page.data]);
  const [current, setCurrent] = useState(lastRow);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const listElement = useRef<HTMLUListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins without marks and questions
  useEffect(() => {
    setSelected(new Set());
    setAsking(null);
  }, [search]);

  const place = rows.findIndex(({ id }) => id === current);
  const row = rows[place];
  const focusRow = (id: number): void => {
    setCurrent(id);
    listElement.current?.querySelector<HTMLElement>(`[data-case="${id}"] a`)?.focus();
  };
  // Back from a case: where one was, unless somebody has begun something else.
  const isBack = useRef(current !== 0);
  useEffect(() => {
    if (!isBack.current || place === -1) return;
    isBack.current = false;
    if (document.activeElement?.contains(listElement.current)) focusRow(current);
  });
  const move = (steps: number): void => {
    const next = rows[place === -1 ? 0 : Math.min(Math.max(place + steps, 0), rows.length - 1)];
    if (next !== undefined) focusRow(next.id);
    if (place + steps >= rows.length && page.hasNextPage) void page.fetchNextPage();
  };
  const open = (id: number, doing = ''): void => {
    rememberPlace(search, id);
    go(`/cases/${id}${doing}`);
  };
  const decide = (on: WorklistRow, verdict: Parameters<typeof deeds.decide>[1]): void => {
    setAsking(null);
    deeds.decide(
      { id: on.id, version: deeds.of(on.id)?.version ?? on.version, name: nameOf(on.patient, say) },
      verdict,
    );
    const at = rows.indexOf(on);
    const next = rows[at + 1] ?? rows[at - 1];
    if (next !== undefined) focusRow(next.id);
  };
  const toggle = (id: number): void =>
    setSelected(
      (known) => new Set(known.has(id) ? [...known].filter((each) => each !== id) : [...known, id]),
    );
  const ask = (kind: Asking['kind']): void => {
    if (row !== undefined && deeds.of(row.id) === undefined) setAsking({ id: row.id, kind });
  };
  const openable = row !== undefined && deeds.of(row.id)?.state !== 'saving';
  const actions = {
    confirm: openable ? () => decide(row, { verdict: 'confirmed' }) : undefined,
    correct: openable ? () => open(row.id, '?do=correct') : undefined,
    reject: openable ? () => ask('rejected') : undefined,
    notUseful: openable ? () => ask('not-useful') : undefined,
    snooze: openable ? () => ask('snoozed') : undefined,
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: row === undefined ? undefined : () => open(row.id),
    Escape: asking === null ? undefined : () => setAsking(null),
    c: actions.confirm,
    e: actions.correct,
    r: actions.reject,
    w: actions.notUseful,
    s: actions.snooze,
    x: row === undefined ? undefined : () => toggle(row.id),
    o: row === undefined ? undefined : () => open(row.id, '?do=note'),
    t: row === undefined ? undefined : () => open(row.id, '?do=task'),
  });

  const showNew = (): void => {
    seen();
    void client.invalidateQueries({ queryKey: ['worklist'] });
  };
  const total = page.data?.pages[0]?.total;
  return (
    <div className="worklist">
      <h1 className="hidden-words">{say('place.worklist')}</h1>
      <Suspense>
        <PatientAlarms />
      </Suspense>
      <ListTabs counts={counts.data} search={search} />
      <Filters counts={counts.data} search={search} />
      {arrivals > 0 && (
        <p className="arrivals" role="status">
          <Button variant="light" onClick={showNew}>
            {say.count('arrivals', arrivals)}
          </Button>
        </p>
      )}
      {selected.size > 0 && (
        <BulkBar
          rows={rows.filter(({ id }) => selected.has(id))}
          clear={() => setSelected(new Set())}
          versionOf={(each) => deeds.of(each.id)?.version ?? each.version}
        />
      )}
      {page.isPending && <GreyRows rows={8} />}
      {page.isLoadingError && <Failure error={page.error} retry={() => void page.refetch()} />}
      {page.data !== undefined && rows.length === 0 && (
        <NothingHere lastReportAt={page.data.pages[0]?.lastReportAt ?? null} search={search} />
      )}
      <ul className="rows" ref={listElement} aria-label={say('place.worklist')}>
        {rows.map((each) => (
          <CaseRow
            key={each.id}
            row={each}
            today={today}
            isCurrent={each.id === current}
            isSelected={selected.has(each.id)}
            asking={asking?.id === each.id ? asking : null}
            open={() => open(each.id)}
            focused={() => setCurrent(each.id)}
            select={() => toggle(each.id)}
            decide={(verdict) => decide(each, verdict)}
            stopAsking={() => {
              setAsking(null);
              focusRow(each.id);
            }}
          />
        ))}
      </ul>
      {page.isFetchNextPageError && <Failure error={page.error} retry={() => void page.fetchNextPage()} />}
      {rows.length > 0 && (
        <p className="line list-end">
          <span>{say('list.shown', { shown: rows.length, total: total ?? rows.length })}</span>
          {page.hasNextPage && (
            <Button onClick={() => void page.fetchNextPage()} aria-busy={page.isFetchingNextPage}>
              {say('list.more')}
            </Button>
          )}
        </p>
      )}
      {row !== undefined && <ActionBar actions={actions} />}
      {row === undefined && rows.length > 0 && (
        <p className="muted small key-hint for-keys noprint">{say('act.hint')}</p>
      )}
    </div>
  );
}

function NothingHere({
  lastReportAt,
  search,
}: {
  readonly lastReportAt: string | Date | null;
  readonly search: string;
}): ReactElement {
  const say = useSay();
  const { site, today, user } = useSession();
  const filtered = hasFilters(search);
  return (
    <div className="panel stack nothing-here">
      <p>
        <strong>{filtered ? say('list.noMatch') : say('list.empty')}</strong>
      </p>
      {filtered && (
        <p>
          <Link href={`/worklist?list=${listOf(search)}`}>{say('list.everybody')}</Link>
        </p>
      )}
      <p className="muted">
        {lastReportAt === null
          ? say('list.noReports')
          : say('list.lastReport', { at: moment(lastReportAt, today, site.timeZone, say) })}
      </p>
      {lastReportAt === null && user.role !== 'physician' && (
        <p>
          <Link href="/inbox/upload">{say('list.bringIn')}</Link>.{' '}
          <span className="muted">{say('list.bringInHow')}</span>
        </p>
      )}
    </div>
  );
}
