// The risk scores of a case beside each other, each with the people it was made in, its source and what it cannot do.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import './risk.css';
import { RiskCard } from './risk-card.tsx';
import { useRiskWords } from './use-risk-words.ts';

export function RiskScores({ page }: { readonly page: AssessmentPage }): ReactElement {
  const own = useRiskWords();
  return (
    <div className="stack">
      <p className="muted">{own('intro')}</p>
      <div className="risk-cards">
        {page.risks.map((risk) => (
          <RiskCard key={risk.model} risk={risk} caseId={page.case} />
        ))}
      </div>
    </div>
  );
}
