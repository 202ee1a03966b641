// The hospital's own codes for acute hip care, for the lead and for IT: which there are, what each stands for, one more, one less.
// Decision: a code is added and taken away by itself, so that two people who keep the list never undo each other's work.

import type { HipCareCodesPage } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { refusalFrom, request } from '../api/request.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { HipCodeForm } from './hip-code-form.tsx';
import { hipCodesQuery } from './hip-codes-query.ts';
import { useHipCareWords } from './use-hip-care-words.ts';
import './hip-care.css';

export default function HipCodes(): ReactElement {
  const words = useHipCareWords();
  const found = useQuery(hipCodesQuery);
  return (
    <div className="stack hip-codes">
      <p>
        <Link href="/connections">{words('codes.back')}</Link>
      </p>
      <h1>{words('codes.title')}</h1>
      <p>{words('codes.about')}</p>
      {found.isPending && <GreyRows rows={4} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          {found.data.codes.length === 0 ? (
            <p className="panel unknown-line">{words('codes.none')}</p>
          ) : (
            <CodeTable codes={found.data.codes} />
          )}
          <HipCodeForm items={found.data.items} />
        </>
      )}
    </div>
  );
}

function CodeTable({ codes }: Pick<HipCareCodesPage, 'codes'>): ReactElement {
  const words = useHipCareWords();
  return (
    <section className="panel">
      <table className="plain stacks" aria-label={words('codes.title')}>
        <thead>
          <tr>
            <th scope="col">{words('codes.item')}</th>
            <th scope="col">{words('codes.code')}</th>
            <th scope="col">{words('codes.system')}</th>
            <th scope="col">
              <span className="hidden-words">{words('codes.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map((each) => (
            <CodeLine key={`${each.system} ${each.code}`} of={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CodeLine({
  of: { system, code, item },
}: {
  readonly of: HipCareCodesPage['codes'][number];
}): ReactElement {
  const say = useSay();
  const words = useHipCareWords();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => request('DELETE', `/api/hip-care/codes?${new URLSearchParams({ system, code })}`),
    onSuccess: () => client.invalidateQueries({ queryKey: hipCodesQuery.queryKey }),
  });
  return (
    <tr>
      <td>{words.of('codes.item', item)}</td>
      <td data-head={words('codes.code')}>
        <code>{code}</code>
      </td>
      <td data-head={words('codes.system')}>
        {/* Our own word for a code that came without a system. */}
        {system === 'unknown' ? words('codes.noSystem') : <code>{system}</code>}
      </td>
      <td>
        <Button
          size="compact-sm"
          aria-label={words('codes.removeOf', { code })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {words('codes.remove')}
        </Button>
        {remove.isError && (
          <p className="error-text" role="alert">
            {refusalFrom(remove.error).code === 'not-found'
              ? words('codes.gone')
              : failureInWords(remove.error, say)}
          </p>
        )}
      </td>
    </tr>
  );
}
