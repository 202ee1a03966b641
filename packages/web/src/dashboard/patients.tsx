// The patients behind a figure, each with the reason why they stand there.

import type { PatientBehind } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { behindQuery, type Place } from './dashboard-queries.ts';
import { monthsInWords, reasonInWords, titleOf } from './figure-words.ts';
import { PatientTable, TurnPages } from './patient-table.tsx';
import { useSay } from './use-dashboard-words.ts';
import './dashboard.css';

const standings = ['achieved', 'missed', 'not-recorded', 'too-early', 'outside', 'left-out'] as const;

export default function Patients(): ReactElement {
  const say = useSay();
  const search = useSearch();
  const [, go] = useLocation();
  const asked = new URLSearchParams(search);
  // Where each page began, so that one can go back.
  const [starts, setStarts] = useState<readonly (Place | null)[]>([null]);
  const behind = useQuery(behindQuery(search, starts.at(-1) ?? null));
  const chosen = (asked.get('standing') ?? '').split(',');
  const choose = (standing: string): void => {
    const next = new URLSearchParams(search);
    next.set('standing', standing);
    setStarts([null]);
    go(`/figures/patients?${next}`);
  };
  const months = { from: asked.get('from') ?? '', to: asked.get('to') ?? '' } as Parameters<
    typeof monthsInWords
  >[0];
  return (
    <div className="stack figures-page">
      <p>
        <Link href={`/figures?set=${asked.get('set') ?? 'iof-2020'}`}>{say('behind.back')}</Link>
      </p>
      <h1>{behind.data !== undefined ? titleOf(behind.data.indicator, say) : say('behind.title')}</h1>
      <p className="muted">{monthsInWords(months, say)}</p>
      {behind.data?.given != null && (
        <p>
          {say(behind.data.given.achieved ? 'behind.reached' : 'behind.unreached', {
            title: titleOf(behind.data.given.indicator, say),
          })}
        </p>
      )}
      <fieldset className="plain-set line">
        <legend className="hidden-words">{say('behind.which')}</legend>
        {standings.map((standing) => (
          <button
            key={standing}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(standing)}
            onClick={() => choose(standing)}
          >
            {say.of('standing', standing)}
          </button>
        ))}
      </fieldset>
      {behind.isPending && <GreyRows rows={8} />}
      {behind.isLoadingError && <Failure error={behind.error} retry={() => void behind.refetch()} />}
      {behind.data !== undefined && (
        <>
          <p role="status">{say.count('behind.total', behind.data.total)}</p>
          {behind.data.rows.length > 0 && (
            <PatientTable
              rows={behind.data.rows}
              columns={[{ head: say('behind.reason'), cell: (row) => <WhyHere row={row} /> }]}
            />
          )}
          <TurnPages
            back={starts.length > 1 ? () => setStarts((known) => known.slice(0, -1)) : null}
            on={behind.data.next === null ? null : () => setStarts((known) => [...known, behind.data.next])}
          />
        </>
      )}
    </div>
  );
}

function WhyHere({ row }: { readonly row: PatientBehind }): ReactElement {
  const say = useSay();
  return (
    <>
      {row.reason.kind === 'same-day' ? (
        <Link href={`/cases/${row.reason.counted}`}>{reasonInWords(row.reason, say)}</Link>
      ) : (
        reasonInWords(row.reason, say)
      )}
      {row.empty.length > 0 &&
        `${say('colon')} ${row.empty.map((field) => say.of('field', field)).join(', ')}`}
      {row.changed && <span className="small muted"> {say('behind.changed')}</span>}
    </>
  );
}
