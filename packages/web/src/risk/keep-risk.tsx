// Keeping what a score says today, and what was kept before. Decision: never optimistic; what is kept is what was shown, or
// nothing.

import type { RiskView } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { useOfAnswers } from '../assessment/use-answers.tsx';
import { useAssessmentWords } from '../assessment/use-assessment-words.ts';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { figuresInWords } from './figures-in-words.ts';
import { useRiskWords } from './use-risk-words.ts';

export function KeepRisk({
  risk: { model, outcome, mark, kept },
  caseId,
}: {
  readonly risk: RiskView;
  readonly caseId: number;
}): ReactElement {
  const own = useRiskWords();
  const assessment = useAssessmentWords();
  const say = useSay();
  const saving = useOfAnswers((answers) => answers.state() === 'saving');
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => request('POST', `/api/cases/${caseId}/risk-results`, { model, mark }),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  return (
    <>
      {outcome === 'value' && (
        <p className="line">
          <Button
            size="compact-md"
            aria-label={own('keep.of', { name: own(`name.${model}`) })}
            onClick={() => {
              if (!saving) keep.mutate();
            }}
          >
            {own('keep')}
          </Button>
          <span role="status" className="muted">
            {keep.isPending && own('keep.busy')}
          </span>
        </p>
      )}
      {keep.isError && (
        <p className="error-text" role="alert">
          {own('keep.failed')}
        </p>
      )}
      {kept.length > 0 && (
        <div className="small">
          <p className="muted">{own('kept')}:</p>
          <ul className="plain-list">
            {kept.map(({ id, on, by, figures, knowledgeVersion }) => (
              <li key={id}>
                {own('kept.line', {
                  day: dayInWords(on, say),
                  by: by ?? assessment('somebody'),
                  figures: figuresInWords(figures, own),
                  version: knowledgeVersion?.slice(0, 8) ?? '–',
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
