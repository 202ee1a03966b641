// Decision aids: the list, and one grid with its options side by side, to be gone through with the patient and printed.

import type { GridsAnswer } from '@breekpunt/server';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { GridSheet } from './grid-sheet.tsx';
import { type AidsSay, useAidsWords } from './use-aids-words.ts';
import './aids.css';

const gridsQuery = (language: string) =>
  queryOptions({
    queryKey: ['grids', language],
    queryFn: () => request<GridsAnswer>('GET', `/api/grids?language=${language}`),
    staleTime: 300_000,
  });

export default function Aids({ grid: id }: { readonly grid: string | null }): ReactElement {
  const say = useAidsWords();
  const found = useQuery(gridsQuery(say.language));
  if (found.isPending) return <GreyRows rows={8} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const grid = found.data.grids.find((each) => each.id === id);
  return grid === undefined ? (
    <AidsList grids={found.data.grids} say={say} />
  ) : (
    <GridSheet key={grid.id} grid={grid} />
  );
}

function AidsList({
  grids,
  say,
}: {
  readonly grids: GridsAnswer['grids'];
  readonly say: AidsSay;
}): ReactElement {
  return (
    <div className="stack">
      <h1>{say('title')}</h1>
      <p>{say('intro')}</p>
      <ul className="plain-list aids-list">
        {grids.map(({ id, title, decision, pathway, language, overdue }) => (
          <li key={id} className="panel stack">
            <h2>
              <Link href={`/aids/${id}`} lang={language}>
                {title}
              </Link>
            </h2>
            <p lang={language}>{decision}</p>
            <p className="muted small">{say(`pathway.${pathway}`)}</p>
            {overdue && <p className="unknown">{say('overdue')}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
