// The assessment of a case: one calm page that saves by itself, with what is still missing beside it and what the rules say
// next to that. Decision: the sections stand under each other and nothing is hidden but the long list of safety questions,
// which says how many of them are answered.

import type { CasePage as CaseAnswer, AssessmentPage as Page } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import { memo, type ReactElement, useDeferredValue, useEffect } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { caseQuery } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { CaseBanner } from '../case/case-banner.tsx';
import '../case/case.css';
import { clockTime, dayInWords } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { useBackToList } from '../worklist/back-to-list.ts';
import './assessment.css';
import { RiskScores } from '../risk/risk-scores.tsx';
import { assessmentQuery } from './assessment-queries.ts';
import { DecisionPanels } from './decision-panels.tsx';
import { DerivedValues } from './derived-values.tsx';
import { FigureSlot } from './figure-slot.tsx';
import { RegisterMinimum } from './register-minimum.tsx';
import { SectionFields } from './section-fields.tsx';
import { SectionLinks, sectionsInOrder } from './section-links.tsx';
import { ToldMedicines } from './told-medicines.tsx';
import { AnswersProvider, useOfAnswers } from './use-answers.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export default function AssessmentPage(): ReactElement {
  const { id: named } = useParams<{ id: string }>();
  const id = Number(named);
  const assessment = useQuery(assessmentQuery(id));
  const found = useQuery(caseQuery(id));
  // What the rules make of an answer is drawn after the answer itself, and waits for whoever clicks on.
  const drawn = useDeferredValue(assessment.data);
  const failed = [assessment, found].find((query) => query.isLoadingError);
  if (failed?.isLoadingError === true)
    return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (assessment.data === undefined || found.data === undefined) return <GreyRows rows={10} />;
  return (
    <AnswersProvider key={id} page={assessment.data}>
      <OpenAssessment page={drawn?.case === id ? drawn : assessment.data} of={found.data} />
    </AnswersProvider>
  );
}

const OpenAssessment = memo(function OpenAssessment({
  page,
  of,
}: {
  readonly page: Page;
  readonly of: CaseAnswer;
}): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const [, go] = useLocation();
  const back = (): void => go(`/cases/${page.case}`);
  const backToList = useBackToList();
  useKeys({ Escape: back });
  useEffect(() => {
    document.title = `${own('title')} · Breekpunt`;
    return () => {
      document.title = 'Breekpunt';
    };
  }, [own]);
  return (
    <article className="case assessment" aria-label={nameOf(of.row.patient, say)}>
      <CaseBanner page={of} back={backToList} />
      <div className="line">
        <h2>{own('title')}</h2>
        <Link href={`/cases/${page.case}`}>{own('toCase')}</Link>
        <SavedAt />
      </div>
      <SectionLinks page={page} />
      <RegisterMinimum minimum={page.minimum} />
      <Contradictions page={page} />
      <div className="assessment-columns">
        <div className="stack">
          {sectionsInOrder.map((section) => (
            <SectionFields key={section} section={section} page={page}>
              {(section === 'density' || section === 'risk' || section === 'hip') && (
                <FigureSlot place={section} caseId={page.case} />
              )}
              {(section === 'blood' || section === 'falls' || section === 'density') && (
                <DerivedValues page={page} of={section} />
              )}
              {section === 'scores' && <RiskScores page={page} />}
              {section === 'medicines' && <ToldMedicines page={page} />}
            </SectionFields>
          ))}
        </div>
        <DecisionPanels page={page} of={of} />
      </div>
    </article>
  );
});

function SavedAt(): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const { site } = useSession();
  const state = useOfAnswers((answers) => answers.state());
  const savedAt = useOfAnswers((answers) => answers.savedAt());
  return (
    <span className={state === 'failed' ? 'push error-text' : 'push muted'} role="status">
      {state === 'saving'
        ? own('saving')
        : state === 'failed'
          ? own('unsaved')
          : savedAt !== null && own('saved', { at: clockTime(savedAt, site.timeZone, say.language) })}
    </span>
  );
}

function Contradictions({ page }: { readonly page: Page }): ReactElement | null {
  const own = useAssessmentWords();
  const say = useSay();
  if (page.contradictions.length === 0) return null;
  return (
    <section className="panel contradictions" role="alert" aria-label={own('contradictions')}>
      <h3>{own('contradictions')}</h3>
      <ul>
        {page.contradictions.map(({ kind, days }) => (
          <li key={kind}>
            {own(`contradiction.${kind}` as 'contradiction.fracture-after-death', {
              a: dayInWords(days?.[0] ?? null, say),
              b: dayInWords(days?.[1] ?? null, say),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
