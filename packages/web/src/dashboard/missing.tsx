// What nobody wrote down although it is time: a list to be worked through, patient by patient.

import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { missingQuery } from './dashboard-queries.ts';
import { PatientTable, TurnPages } from './patient-table.tsx';
import { useSay } from './use-dashboard-words.ts';
import './dashboard.css';

export default function Missing(): ReactElement {
  const say = useSay();
  const [starts, setStarts] = useState<readonly (number | null)[]>([null]);
  const missing = useQuery(missingQuery(starts.at(-1) ?? null));
  return (
    <div className="stack figures-page">
      <p>
        <Link href="/figures">{say('behind.back')}</Link>
      </p>
      <h1>{say('missing.title')}</h1>
      <p>{say('missing.intro')}</p>
      {missing.isPending && <GreyRows rows={8} />}
      {missing.isError && <Failure error={missing.error} retry={() => void missing.refetch()} />}
      {missing.isSuccess && (
        <>
          <ul className="missing-counts">
            {missing.data.counts.map(({ indicator, number, count }) => (
              <li key={indicator}>
                <strong>{count}</strong> {say('missing.of', { number })}
              </li>
            ))}
          </ul>
          <p role="status">{say.count('missing.total', missing.data.total)}</p>
          {missing.data.rows.length > 0 && (
            <PatientTable
              rows={missing.data.rows}
              about={say('missing.what')}
              cell={(row) => [...new Set(row.missing.map(({ what }) => say.of('event', what)))].join(', ')}
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
