// What the rules say, beside what was answered: one panel a topic, the bones first, with the choice of the physician under
// each and what was signed before.

import type { AssessmentPage, CasePage, TopicView } from '@breekpunt/server';
import { type ReactElement, type ReactNode, useState } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { BonePanel } from './bone-panel.tsx';
import { choiceInWords } from './choice-in-words.ts';
import { HipPanel } from './hip-panel.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { SignForm } from './sign-form.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';
import { VertebraPanel } from './vertebra-panel.tsx';

export function DecisionPanels({
  page,
  of,
}: {
  readonly page: AssessmentPage;
  readonly of: CasePage;
}): ReactElement {
  const own = useAssessmentWords();
  return (
    <div className="stack decisions" id="decision" tabIndex={-1}>
      {page.decisions.map((view) => (
        <TopicPanel key={view.topic} view={view} page={page} of={of} />
      ))}
      <section className="panel stack" aria-label={own('signed.title')}>
        <h3>{own('signed.title')}</h3>
        <SignedChoices page={page} />
      </section>
    </div>
  );
}

function TopicPanel({
  view,
  page,
  of,
}: {
  readonly view: TopicView;
  readonly page: AssessmentPage;
  readonly of: CasePage;
}): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const [choice, choose] = useState<string | null>(null);
  const title = own(`topic.${view.topic}`);
  return (
    <section className="panel stack decision" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <p className="muted small">{own(`rules.${view.set}`, { day: dayInWords(view.on, say) })}</p>
      </header>
      {view.result === null ? (
        <p className="error-text" role="alert">
          {own('refusedValues')}
        </p>
      ) : (
        <>
          {panelOf(view, page, choose)}
          <OpenQuestions view={view} />
          <SignForm view={view} of={of} choice={choice} choose={choose} />
        </>
      )}
    </section>
  );
}

function panelOf(view: TopicView, page: AssessmentPage, choose: (choice: string) => void): ReactNode {
  switch (view.topic) {
    case 'bone':
      return view.result && <BonePanel result={view.result} rules={page.rules} choose={choose} />;
    case 'hip-fracture':
      return view.result && <HipPanel result={view.result} rules={page.rules} choose={choose} />;
    case 'spine':
      return view.result && <VertebraPanel result={view.result} rules={page.rules} choose={choose} />;
  }
}

function SignedChoices({ page: { signed } }: { readonly page: AssessmentPage }): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  if (signed.length === 0) return <p className="muted">{own('signed.none')}</p>;
  return (
    <ol className="plain-list signed-choices">
      {signed.map(({ id, topic, choice, outcome, by, on, replaced, overrideReason, knowledgeVersion }) => (
        <li key={id} data-replaced={replaced || undefined}>
          {own(`topic.${topic}`)}:{' '}
          <strong>{choice === null ? say.of('decision', outcome) : choiceInWords(topic, choice, own)}</strong>
          {replaced && <span className="muted"> ({own('signed.replaced')})</span>}
          <br />
          <span className="muted small">
            {by}, {dayInWords(on, say)} · {own('signed.version', { version: knowledgeVersion.slice(0, 8) })}
          </span>
          {overrideReason !== null && (
            <>
              <br />
              <span>{own('signed.reason', { reason: overrideReason })}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
