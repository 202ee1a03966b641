// The planned drugs against pain, each with what speaks against it and what has to go with it. A block says "ask the
// physician": it refuses nothing.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { numberInWords } from './answer-in-words.ts';
import { ChooseButton } from './choose-button.tsx';
import { openQuestionWords } from './open-questions.tsx';
import { ReasonList, Standing } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

type PainResult = NonNullable<Extract<TopicView, { topic: 'pain-relief' }>['result']>;

interface PainPanelProps {
  readonly result: PainResult;
  readonly rules: AssessmentPage['rules'];
  choose(choice: string): void;
}

/** How the line is drawn, by the outcome. */
const states = {
  ready: 'open',
  'not-ready': 'waits',
  'ask-physician': 'blocked',
  'cannot-tell': 'cannot-tell',
} as const;

export function PainPanel({ result: { checks }, rules, choose }: PainPanelProps): ReactElement {
  const own = useAssessmentWords();
  const isDraft = checks.some(({ standing }) => standing === 'draft');
  return (
    <>
      <Standing standing={isDraft ? 'draft' : 'confirmed'} />
      <ul className="drug-list">
        {checks.map(({ drug, outcome, because, mostGramsADay, practitionerLooks, reasons, missing }) => (
          <li key={drug} className="drug" data-state={states[outcome]}>
            <div className="line">
              <strong>{own(`option.${drug}`)}</strong>
              <span className="drug-state">{own(`pain.${outcome}`)}</span>
              <ChooseButton choice={drug} name={own(`option.${drug}`)} choose={choose} />
            </div>
            {mostGramsADay !== null && (
              <p>{own('pain.most', { n: numberInWords(mostGramsADay, own.language) })}</p>
            )}
            {because.length > 0 && (
              <p className="small">
                {own('pain.because', {
                  facts: because.map(({ fact }) => own.of('painFact', fact)).join(', '),
                })}
              </p>
            )}
            {practitionerLooks && <p className="small">{own('pain.practitioner')}</p>}
            {missing.length > 0 && (
              <p className="small unknown-line">{own('asks', { facts: openQuestionWords(missing, own) })}</p>
            )}
            <ReasonList reasons={reasons} rules={rules} />
          </li>
        ))}
      </ul>
    </>
  );
}
