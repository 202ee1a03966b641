// Who pays, beside an answer that is not about a bone drug. Decision: said wherever a decision is shown; where the knowledge
// has no rule the page says that nobody can tell, and never leaves the place empty.

import type { TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { RuleNumbers } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function PaymentBeside({ view }: { readonly view: TopicView }): ReactElement | null {
  const own = useAssessmentWords();
  // The bone drugs say it drug by drug.
  if (view.topic === 'bone') return null;
  const [words, rules] = paymentOf(view);
  return (
    <p className="small payment" data-payment={words}>
      <strong>{own('payment')}:</strong> {own(`payment.${words}`)} <RuleNumbers reasons={rules} />
    </p>
  );
}

function paymentOf({
  topic,
  set,
}: TopicView): readonly ['patient' | 'notRead' | 'noRule', readonly string[]] {
  if (topic === 'cement' && set === 'NL') return ['patient', ['VB13']];
  if (topic === 'cement' && set === 'BE') return ['notRead', ['VB15']];
  return ['noRule', []];
}
