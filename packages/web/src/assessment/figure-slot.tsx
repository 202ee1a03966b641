// The clinical figures beside the questions they belong to. Decision: they are fetched apart from the page, so that a
// question never waits for a picture; when they cannot be shown, only they say so.

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { figuresQuery } from '../figures/figures-query.ts';
import '../figures/figures.css';
import { HipFigure } from '../figures/hip-figure.tsx';
import { RefractureFigure } from '../figures/refracture-figure.tsx';
import { SpineFigure } from '../figures/spine-figure.tsx';
import { TScoreFigure } from '../figures/t-score-figure.tsx';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function FigureSlot({
  place,
  caseId,
}: {
  readonly place: 'density' | 'risk' | 'hip';
  readonly caseId: number;
}): ReactElement {
  const own = useAssessmentWords();
  const found = useQuery(figuresQuery(caseId));
  if (found.isPending) return <GreyRows rows={2} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { spine, hips, procedures, refracture } = found.data;
  return (
    <details className="figure-slot">
      <summary>{own('figures')}</summary>
      <div className="case-figures">
        {place === 'density' && <TScoreFigure figures={found.data} />}
        {place === 'density' && spine !== null && <SpineFigure spine={spine} />}
        {place === 'risk' && <RefractureFigure refracture={refracture} />}
        {place === 'hip' &&
          hips.map((hip) => <HipFigure key={hip.episode} hip={hip} procedures={procedures} />)}
      </div>
    </details>
  );
}
