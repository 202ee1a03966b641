// What the rules say, beside what was answered: one panel a topic, the bones first, with the choice of the physician under
// each and what was signed before.

import type { AssessmentPage, CasePage, TopicView } from '@breekpunt/server';
import {
  memo,
  type NamedExoticComponent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useRef,
  useState,
} from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { BonePanel } from './bone-panel.tsx';
import { choiceInWords } from './choice-in-words.ts';
import { ChosenContext } from './choose-button.tsx';
import { HipPanel } from './hip-panel.tsx';
import { NecrosisPanel } from './necrosis-panel.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { OptionLists } from './option-lists.tsx';
import { OsteoarthritisPanel } from './osteoarthritis-panel.tsx';
import { PainPanel } from './pain-panel.tsx';
import { PaymentBeside } from './payment-beside.tsx';
import { Standing } from './rules-line.tsx';
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
  const { surgery, hip } = page.derived;
  const beside = { rules: page.rules, figures: page.figures, surgery, hip, of };
  return (
    <div className="stack decisions" id="decision" tabIndex={-1}>
      {page.decisions
        .filter(({ topic }) => !under.has(topic))
        .map((view) => (
          <TopicPanel key={view.topic} view={view} {...beside}>
            {view.topic === 'spine' &&
              page.decisions
                .filter(({ topic }) => under.has(topic))
                .map((each) => <TopicPanel key={each.topic} view={each} {...beside} />)}
          </TopicPanel>
        ))}
      <section className="panel stack" aria-label={own('signed.title')}>
        <h3>{own('signed.title')}</h3>
        <SignedChoices page={page} />
      </section>
    </div>
  );
}

/** Shown in the panel of the broken vertebra. */
const under: ReadonlySet<TopicView['topic']> = new Set<TopicView['topic']>(['brace', 'cement']);

interface Beside {
  readonly rules: AssessmentPage['rules'];
  readonly figures: AssessmentPage['figures'];
  readonly surgery: AssessmentPage['derived']['surgery'];
  readonly hip: AssessmentPage['derived']['hip'];
  readonly of: CasePage;
}

interface TopicPanelProps extends Beside {
  readonly view: TopicView;
  readonly children?: ReactNode;
}

/** Drawn anew only when its own decision changed: an answer to something else leaves it as it was. */
const TopicPanel: NamedExoticComponent<TopicPanelProps> = memo(function TopicPanel({
  view,
  of,
  children,
  ...beside
}: TopicPanelProps): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const [choice, choose] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  // Whoever chose goes on where the choice is signed.
  const take = useCallback((taken: string) => {
    choose(taken);
    panel.current?.querySelector<HTMLElement>(':scope > .sign-form select')?.focus();
  }, []);
  const title = own(`topic.${view.topic}`);
  const Heading = under.has(view.topic) ? 'h4' : 'h3';
  return (
    <section
      ref={panel}
      className={under.has(view.topic) ? 'stack decision decision-under' : 'panel stack decision'}
      aria-label={title}
    >
      <header>
        <Heading>{title}</Heading>
        <p className="muted small">{own(`rules.${view.set}`, { day: dayInWords(view.on, say) })}</p>
      </header>
      {view.result === null ? (
        <p className="error-text" role="alert">
          {own('refusedValues')}
        </p>
      ) : (
        <>
          <ChosenContext value={choice}>{panelOf(view, beside, take)}</ChosenContext>
          <PaymentBeside payments={view.payments} rules={beside.rules} />
          <OpenQuestions questions={view.questions} prefix={`d-${view.topic}`} />
          <SignForm view={view} of={of} choice={choice} choose={choose} />
        </>
      )}
      {children}
    </section>
  );
});

function panelOf(
  view: TopicView,
  { rules, figures, surgery, hip }: Omit<Beside, 'of'>,
  choose: (choice: string) => void,
): ReactNode {
  const table = { rules, figures, choose };
  switch (view.topic) {
    case 'bone':
      return view.result && <BonePanel result={view.result} rules={rules} choose={choose} />;
    case 'hip-fracture':
      return view.result && <HipPanel result={view.result} surgery={surgery} measures={hip} {...table} />;
    case 'spine':
      return view.result && <VertebraPanel result={view.result} rules={rules} choose={choose} />;
    case 'brace':
    case 'cement':
      return (
        view.result && (
          <>
            <Standing standing={view.result.standing} />
            <OptionLists result={view.result} {...table} />
          </>
        )
      );
    case 'necrosis':
      return view.result && <NecrosisPanel result={view.result} measures={hip} {...table} />;
    case 'osteoarthritis':
      return view.result && <OsteoarthritisPanel result={view.result} {...table} />;
    case 'pain-relief':
      return view.result && <PainPanel result={view.result} rules={rules} choose={choose} />;
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
