// The bone densitometers of the hospital and how exactly each of them repeats itself, kept by the lead and by IT. Decision: there
// is no value to start from. Two scans are only called different by a precision study of the very device that made them, and the
// page says so where there is none.

import type { DensitometerList } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { numberFormat } from '../format/formatters.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { densitometersQuery } from './densitometers-query.ts';
import { StudyForm } from './study-form.tsx';
import { useDensitometerWords } from './use-densitometer-words.ts';
import './densitometers.css';

type Study = DensitometerList['studies'][number];

export default function Densitometers(): ReactElement {
  const words = useDensitometerWords();
  const found = useQuery(densitometersQuery);
  return (
    <div className="stack densitometers">
      <h1>{words('title')}</h1>
      <p>{words('about')}</p>
      {found.isPending && <GreyRows rows={4} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <p>
            {words('rule')}{' '}
            {found.data.rules.map((rule) => (
              <span key={rule}>
                <RuleLink id={rule} />{' '}
              </span>
            ))}
          </p>
          {found.data.studies.length === 0 && <p className="panel unknown-line">{words('none')}</p>}
          {[...new Set(found.data.studies.map(({ serial }) => serial))].map((serial) => (
            <Device
              key={serial}
              studies={found.data.studies.filter((study) => study.serial === serial)}
              factor={found.data.changeFactor}
            />
          ))}
          <StudyForm known={found.data.studies} />
        </>
      )}
    </div>
  );
}

function Device({
  studies,
  factor,
}: {
  readonly studies: readonly Study[];
  readonly factor: number;
}): ReactElement | null {
  const words = useDensitometerWords();
  const [first] = studies;
  if (first === undefined) return null;
  const name = [words.of('maker', first.maker), first.model].filter((part) => part !== null).join(' ');
  return (
    <section className="panel stack" aria-label={`${name} ${first.serial}`}>
      <h2>
        {name} <span className="muted">{words('serialIs', { serial: first.serial })}</span>
      </h2>
      <table className="plain stacks">
        <thead>
          <tr>
            <th scope="col">{words('region')}</th>
            <th scope="col">{words('error')}</th>
            <th scope="col">{words('least')}</th>
            <th scope="col">{words('studied')}</th>
            <th scope="col">
              <span className="hidden-words">{words('withdraw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {studies.map((study, place) => (
            <Line
              key={study.id}
              study={study}
              factor={factor}
              replaced={studies.slice(0, place).some((later) => isSamePlace(later, study))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** They come with the newest of each region first. */
function isSamePlace(one: Study, other: Study): boolean {
  return one.site === other.site && one.vertebrae.toSorted().join() === other.vertebrae.toSorted().join();
}

function Line({
  study,
  factor,
  replaced,
}: {
  readonly study: Study;
  readonly factor: number;
  readonly replaced: boolean;
}): ReactElement {
  const say = useSay();
  const words = useDensitometerWords();
  const client = useQueryClient();
  const { id, site, vertebrae, error, unit, studiedOn } = study;
  const number = numberFormat(words.language, { maximumFractionDigits: 4 });
  const withdraw = useMutation({
    mutationFn: () => request('DELETE', `/api/site/densitometers/studies/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: densitometersQuery.queryKey }),
  });
  const place = [words.of('site', site), vertebrae.join(', ')].filter((part) => part !== '').join(' ');
  return (
    <tr>
      <td>
        {place}
        {replaced && <span className="muted"> · {words('replaced')}</span>}
      </td>
      <td data-head={words('error')}>
        {number.format(error)} {words.of('unit', unit)}
      </td>
      <td data-head={words('least')}>
        {number.format(factor * error)} {words.of('leastUnit', unit)}
      </td>
      <td data-head={words('studied')}>{dayInWords(studiedOn, say)}</td>
      <td>
        <Button
          size="compact-sm"
          aria-label={words('withdrawOf', { place })}
          aria-busy={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {words('withdraw')}
        </Button>
        {withdraw.isError && (
          <p className="error-text" role="alert">
            {say('notSaved')} {failureInWords(withdraw.error, say)}
          </p>
        )}
      </td>
    </tr>
  );
}
