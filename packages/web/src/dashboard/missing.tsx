// What nobody wrote down although it is time: a list to be worked through, patient by patient. Decision: one figure at a time can be
// chosen, or only one's own cases; each thing that is missing leads to where it is filled in, and what was filled in since the
// counting is marked until it is counted again, which the page asks for by itself.

import type { MissingData, MissingRow } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { request } from '../api/request.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { missingQuery, type Place } from './dashboard-queries.ts';
import { fillAddress } from './fill-address.ts';
import { PatientTable, TurnPages } from './patient-table.tsx';
import { useSay } from './use-dashboard-words.ts';
import './dashboard.css';

export default function Missing(): ReactElement {
  const say = useSay();
  const search = useSearch();
  const [starts, setStarts] = useState<readonly (Place | null)[]>([null]);
  const client = useQueryClient();
  // Only what changed is looked at, so it costs a moment.
  const count = useMutation({
    mutationFn: () => request('POST', '/api/quality/recount'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  });
  const missing = useQuery(missingQuery(search, starts.at(-1) ?? null));
  const { mutate } = count;
  // Somebody comes back from filling something in: it is counted at once, and goes from the list.
  const filled = missing.data?.rows.some((row) => row.missing.length === 0) === true;
  const begun = useRef(false);
  useEffect(() => {
    if (!filled || begun.current) return;
    begun.current = true;
    mutate();
  }, [filled, mutate]);
  return (
    <div className="stack figures-page">
      <p>
        <Link href="/figures">{say('behind.back')}</Link>
      </p>
      <div className="line">
        <h1>{say('missing.title')}</h1>
        <Button className="push" variant="default" loading={count.isPending} onClick={() => count.mutate()}>
          {say('fig.count')}
        </Button>
      </div>
      {count.isError && (
        <p className="error-text" role="alert">
          {say('fig.notCounted')} {failureInWords(count.error, say)}
        </p>
      )}
      <p>{say('missing.intro')}</p>
      {missing.isPending && <GreyRows rows={8} />}
      {missing.isLoadingError && <Failure error={missing.error} retry={() => void missing.refetch()} />}
      {missing.data !== undefined && (
        <>
          <Choices counts={missing.data.counts} chosen={() => setStarts([null])} />
          <p role="status">
            {missing.data.total === 0 ? say('missing.none') : say.count('missing.total', missing.data.total)}
          </p>
          {missing.data.rows.length > 0 && (
            <PatientTable
              rows={missing.data.rows}
              columns={[
                { head: say('missing.what'), cell: (row) => <WhatIsMissing row={row} /> },
                {
                  head: say('missing.owner'),
                  cell: ({ owner }) => <span className="small">{owner ?? say('missing.nobody')}</span>,
                },
              ]}
            />
          )}
          <TurnPages
            back={starts.length > 1 ? () => setStarts((known) => known.slice(0, -1)) : null}
            on={missing.data.next === null ? null : () => setStarts((known) => [...known, missing.data.next])}
          />
        </>
      )}
    </div>
  );
}

/** The address holds what was chosen, so that it can be kept and sent. */
function Choices({
  counts,
  chosen,
}: {
  readonly counts: MissingData['counts'];
  chosen(): void;
}): ReactElement {
  const say = useSay();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const set = (name: string, value: string | null): void => {
    if (value === null) asked.delete(name);
    else asked.set(name, value);
    chosen();
    go(`/figures/missing?${asked}`);
  };
  const indicator = asked.get('indicator');
  const mine = asked.get('mine') === 'yes';
  return (
    <fieldset className="plain-set line">
      <legend className="hidden-words">{say('missing.which')}</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={indicator === null}
        onClick={() => set('indicator', null)}
      >
        {say('missing.all')}
      </button>
      {counts.map(({ indicator: id, number, count }) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-pressed={indicator === id}
          onClick={() => set('indicator', id)}
        >
          {say.of('missingOf', id)} <strong>{count}</strong>
          <span className="hidden-words"> {say('missing.of', { number })}</span>
        </button>
      ))}
      <button
        type="button"
        className="chip"
        aria-pressed={mine}
        onClick={() => set('mine', mine ? null : 'yes')}
      >
        {say('missing.mine')}
      </button>
    </fieldset>
  );
}

function WhatIsMissing({ row }: { readonly row: MissingRow }): ReactElement {
  const say = useSay();
  return (
    <>
      {row.missing.length === 0 && <span className="muted">✓ {say('missing.done')}</span>}
      <ul className="plain-list missing-what">
        {[...new Set(row.missing.map(({ what }) => what))].map((what) => (
          <li key={what}>
            {row.ended ? (
              say.of('event', what)
            ) : (
              <Link href={fillAddress(row.case, what)}>{say.of('event', what)}</Link>
            )}
          </li>
        ))}
      </ul>
      {row.ended && <span className="small muted">{say('missing.ended')}</span>}
    </>
  );
}
