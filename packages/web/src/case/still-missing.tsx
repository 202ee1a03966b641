// What the register still needs of this patient, by name. Fetched after the page itself: the names come with the words of
// the assessment.

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { assessmentQuery } from '../assessment/assessment-queries.ts';
import { useAssessmentWords } from '../assessment/use-assessment-words.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

export default function StillMissing({ caseId }: { readonly caseId: number }): ReactElement | null {
  const own = useAssessmentWords();
  const say = useSay();
  const found = useQuery(assessmentQuery(caseId));
  if (found.isLoadingError) return <p className="error-text">{failureInWords(found.error, say)}</p>;
  if (found.data === undefined) return null;
  const missing = found.data.minimum.filter(({ state }) => state === 'missing');
  if (missing.length === 0) return <p className="muted">{own('complete')}</p>;
  return (
    <p>
      {own('left', { n: missing.length })}: {missing.map(({ item }) => own(`minimum.${item}`)).join(', ')}
    </p>
  );
}
