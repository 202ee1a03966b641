// What nobody wrote down although it is time: a list to be worked through, patient by patient.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { dayInWords } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { missingQuery } from './dashboard-queries.ts';
import { useSay } from './use-dashboard-words.ts';
import './dashboard.css';

export default function Missing(): ReactElement {
  const say = useSay();
  const { today } = useSession();
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
            <div className="scrolls">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{say('behind.patient')}</th>
                    <th scope="col">{say('behind.fracture')}</th>
                    <th scope="col">{say('missing.what')}</th>
                  </tr>
                </thead>
                <tbody>
                  {missing.data.rows.map((row) => (
                    <tr key={row.case}>
                      <th scope="row">
                        <Link href={`/cases/${row.case}`}>{nameOf(row.patient, say)}</Link>
                        <span className="muted small"> {sexAndAge(row.patient, today, say).short}</span>
                      </th>
                      <td>
                        {say.of('site', row.site)}{' '}
                        <span className="muted small">{dayInWords(row.fractureOn, say)}</span>
                      </td>
                      <td>{[...new Set(row.missing.map(({ what }) => say.of('event', what)))].join(', ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <p className="line">
            {starts.length > 1 && (
              <Button variant="default" onClick={() => setStarts((known) => known.slice(0, -1))}>
                {say('behind.previous')}
              </Button>
            )}
            {missing.data.next !== null && (
              <Button variant="default" onClick={() => setStarts((known) => [...known, missing.data.next])}>
                {say('behind.next')}
              </Button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
