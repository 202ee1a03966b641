// A table of patients, each with the fracture and what the page tells of them: why they stand behind a figure, or what is missing.

import type { PatientBehind } from '@breekpunt/server';
import { Button } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { dayInWords } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { useSay } from './use-dashboard-words.ts';

type Listed = Pick<PatientBehind, 'case' | 'patient' | 'site' | 'fractureOn'> &
  Partial<Pick<PatientBehind, 'foundOn'>>;

interface PatientTableProps<R extends Listed> {
  readonly rows: readonly R[];
  readonly columns: readonly { readonly head: string; cell(row: R): ReactNode }[];
}

export function PatientTable<R extends Listed>({ rows, columns }: PatientTableProps<R>): ReactElement {
  const say = useSay();
  const { today } = useSession();
  return (
    <div className="scrolls">
      <table className="plain stacks">
        <thead>
          <tr>
            <th scope="col">{say('behind.patient')}</th>
            <th scope="col">{say('behind.fracture')}</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.case}>
              <th scope="row">
                <Link href={`/cases/${row.case}`}>{nameOf(row.patient, say)}</Link>
                <span className="muted small"> {sexAndAge(row.patient, today, say).short}</span>
              </th>
              <td>
                {say.of('site', row.site)}
                <span className="muted small">
                  {' '}
                  {row.fractureOn === null && row.foundOn !== undefined
                    ? say('behind.found', { day: dayInWords(row.foundOn, say) })
                    : dayInWords(row.fractureOn, say)}
                </span>
              </td>
              {columns.map(({ head, cell }) => (
                <td key={head} data-head={head}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Back to the page before, on to the next; each only where there is one. */
export function TurnPages({
  back,
  on,
}: {
  readonly back: (() => void) | null;
  readonly on: (() => void) | null;
}): ReactElement {
  const say = useSay();
  return (
    <p className="line noprint">
      {back !== null && <Button onClick={back}>{say('behind.previous')}</Button>}
      {on !== null && <Button onClick={on}>{say('behind.next')}</Button>}
    </p>
  );
}
