// The dashboard: one set of indicators at a time, named with its edition; the path of patients, every figure, what the registry
// gets. Decision: figures come from the last counting and say when that was; when it is of another day, they are counted anew
// while the old ones stay readable.

import type { QualityFigures } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, moment } from '../format/dates.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { figuresQuery } from './dashboard-queries.ts';
import { FailedCounting } from './failed-counting.tsx';
import { FigureRow } from './figure-row.tsx';
import { FlowOfPatients } from './flow.tsx';
import { HipCareFile } from './hip-care-file.tsx';
import { Registry } from './registry.tsx';
import { Standards } from './standards.tsx';
import { useSay } from './use-dashboard-words.ts';
import './dashboard.css';

export default function Dashboard(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const [, go] = useLocation();
  const set = new URLSearchParams(useSearch()).get('set') ?? 'iof-2020';
  const figures = useQuery(figuresQuery(set));
  const count = useMutation({
    mutationFn: () => request('POST', '/api/quality/recount'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  });
  const { mutate } = count;
  const old = figures.data !== undefined && (figures.data.run === null || figures.data.run.stale);
  const begun = useRef(false);
  useEffect(() => {
    if (!old || begun.current) return;
    begun.current = true;
    mutate();
  }, [old, mutate]);
  return (
    <div className="stack figures-page">
      <div className="line">
        <h1>{say('fig.title')}</h1>
        <nav className="line push noprint" aria-label={say('fig.pages')}>
          <Link href="/figures/missing">{say('missing.title')}</Link>
          <Link href="/figures/what-if">{say('whatif.title')}</Link>
        </nav>
      </div>
      {count.isError && (
        <p className="error-text" role="alert">
          {say('fig.notCounted')} {failureInWords(count.error, say)}
        </p>
      )}
      {figures.isPending && <GreyRows rows={8} />}
      {figures.isLoadingError && <Failure error={figures.error} retry={() => void figures.refetch()} />}
      {figures.data !== undefined && (
        <>
          <div className="line set-line noprint">
            <NativeSelect
              label={say('fig.set')}
              value={set}
              onChange={({ currentTarget }) => go(`/figures?set=${currentTarget.value}`)}
              data={figures.data.sets.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button
              variant="default"
              onClick={() => mutate()}
              loading={count.isPending || figures.data.counting !== null}
            >
              {say('fig.count')}
            </Button>
            <Button
              component="a"
              variant="default"
              href={`/api/quality/board-report?language=${say.language}`}
              target="_blank"
              rel="noreferrer"
            >
              {say('fig.board')}
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              {say('fig.print')}
            </Button>
          </div>
          {figures.data.failed !== null && figures.data.counting === null && !count.isPending && (
            <FailedCounting failed={figures.data.failed} run={figures.data.run} />
          )}
          <Counted figures={figures.data} counting={count.isPending || figures.data.counting !== null} />
          {figures.data.run !== null && <Shown figures={figures.data} />}
        </>
      )}
    </div>
  );
}

/** Which set, which edition, counted when, with how many patients. */
function Counted({
  figures: { set, run, knowledgeVersion, counting: progress },
  counting,
}: {
  readonly figures: QualityFigures;
  readonly counting: boolean;
}): ReactElement {
  const say = useSay();
  const { site, today } = useSession();
  return (
    <div className="stack tight">
      <p>
        <strong>{set.name}</strong> · {site.name}
        {set.status === 'draft' && <span className="muted"> · {say('fig.draft')}</span>}
        <span className="small muted">
          {' '}
          · {say('fig.knowledge')} {knowledgeVersion.slice(0, 8)}
        </span>
      </p>
      <p aria-live="polite" className={run === null ? '' : 'muted small'}>
        {counting && `${say('fig.counting')} `}
        {progress !== null &&
          progress.of > 0 &&
          `${say('fig.progress', { done: progress.done, of: progress.of })} `}
        {run === null && !counting && say('fig.never')}
        {run !== null &&
          say('fig.counted', {
            at: moment(run.countedAt, today, site.timeZone, say),
            cut: dayInWords(run.cut, say),
            n: run.cases,
          })}{' '}
        {run !== null && run.waiting > 0 && say.count('fig.waiting', run.waiting)}
      </p>
    </div>
  );
}

function Shown({ figures }: { readonly figures: QualityFigures }): ReactElement {
  const say = useSay();
  const { user } = useSession();
  // Noughts without a single case would look like a result.
  const isEmpty = figures.run?.cases === 0;
  const nothing = figures.figures.every(
    ({ figure, indicator }) =>
      indicator.counts === 'share' && figure.tally.achieved + figure.tally.missed === 0,
  );
  return (
    <>
      {isEmpty && (
        <p className="panel">
          {say('fig.noCases')} <Link href="/worklist">{say('place.worklist')}</Link>
        </p>
      )}
      {figures.flow !== null && !isEmpty && <FlowOfPatients set={figures.set.id} flow={figures.flow} />}
      {figures.standards.length > 0 && <Standards figures={figures} />}
      {!isEmpty && (
        <section className="stack" aria-labelledby="figures-title">
          <h2 id="figures-title">{say('fig.figures')}</h2>
          <p className="muted small">{say('fig.missingRule')}</p>
          {nothing && <p className="panel">{say('fig.noneKept')}</p>}
          <div className="figure-list">
            {figures.figures.map((shown) => (
              <FigureRow key={shown.indicator.id} set={figures.set.id} shown={shown} />
            ))}
          </div>
        </section>
      )}
      {user.role === 'lead' && (
        <div className="stack noprint">
          <Registry set={figures.set} />
          <HipCareFile />
          <ChoicesForm choices={figures.choices} />
        </div>
      )}
    </>
  );
}
