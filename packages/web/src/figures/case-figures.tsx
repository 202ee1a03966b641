// The figures of a case, side by side: only those for which the record holds something to draw. Fetched after the page
// itself; when they cannot be shown, only they say so.

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { figuresQuery } from './figures-query.ts';
import { HipFigure } from './hip-figure.tsx';
import { RefractureFigure } from './refracture-figure.tsx';
import { SpineFigure } from './spine-figure.tsx';
import { TScoreFigure } from './t-score-figure.tsx';
import { useFigureWords } from './use-figure-words.ts';
import './figures.css';

export default function CaseFigures({ caseId }: { readonly caseId: number }): ReactElement {
  const say = useFigureWords();
  const found = useQuery(figuresQuery(caseId));
  if (found.isPending) return <GreyRows rows={4} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { spine, hips, procedures, refracture } = found.data;
  return (
    <section className="case-figures" aria-label={say('title')}>
      <TScoreFigure figures={found.data} />
      <RefractureFigure refracture={refracture} />
      {spine !== null && <SpineFigure spine={spine} caseId={caseId} />}
      {hips.map((hip) => (
        <HipFigure key={hip.episode} hip={hip} procedures={procedures} />
      ))}
    </section>
  );
}
