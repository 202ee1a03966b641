// Who pays, beside what is decided. Decision: a line for each thing, with the text it rests on; where none was found the line
// says so and names the search, and never stays empty.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { questionInWords } from './open-questions.tsx';
import { ReasonList } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function PaymentBeside({
  payments,
  rules,
}: {
  readonly payments: TopicView['payments'];
  readonly rules: AssessmentPage['rules'];
}): ReactElement | null {
  const own = useAssessmentWords();
  if (payments.length === 0) return null;
  const reasons = [...new Set(payments.flatMap((line) => line.reasons))];
  return (
    <div className="payments">
      <h4>{own('payment.beside')}</h4>
      <dl className="derived">
        {payments.map(({ thing, outcome, missing, standing }) => (
          <div key={thing} data-payment={outcome}>
            <dt>{own(`paid.${thing}`)}</dt>
            <dd>
              {outcome === 'cannot-tell' ? (
                <span className="unknown">{own('payment.cannot-tell')}</span>
              ) : (
                own(outcome === 'not-paid' ? 'payment.patient' : `payment.${outcome}`)
              )}
              {missing.length > 0 &&
                ` (${own('payment.lacks', { what: missing.map((each) => questionInWords(each, own)).join(', ') })})`}
              {standing === 'draft' && (
                <>
                  {' '}
                  <span className="draft-tag">{own('draft')}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <details className="small">
        <summary>{own('because')}</summary>
        <ReasonList reasons={reasons} rules={rules} />
      </details>
    </div>
  );
}
