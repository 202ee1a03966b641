// A worn hip, step by step: what comes first, what is locked and why, and what is not recommended, named as such.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { OptionLists } from './option-lists.tsx';
import { RuleNumbers, Standing } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

type OsteoarthritisResult = NonNullable<Extract<TopicView, { topic: 'osteoarthritis' }>['result']>;

interface OsteoarthritisPanelProps {
  readonly result: OsteoarthritisResult;
  readonly rules: AssessmentPage['rules'];
  readonly figures: AssessmentPage['figures'];
  choose(choice: string): void;
}

export function OsteoarthritisPanel({
  result: { table, image, dose },
  ...shown
}: OsteoarthritisPanelProps): ReactElement {
  const own = useAssessmentWords();
  return (
    <>
      <Standing standing={table.standing} />
      <OptionLists result={table} {...shown} />
      <dl className="derived">
        {image !== null && (
          <div>
            <dt>{own('oa.image')}</dt>
            <dd>
              {own(`oa.image.${image.outcome}`)} <RuleNumbers reasons={image.reasons} />
            </dd>
          </div>
        )}
        {dose !== null && (
          <div>
            <dt>{own('oa.dose')}</dt>
            <dd className={dose.outcome === 'too-high' ? 'error-text' : undefined}>
              {own(`oa.dose.${dose.outcome}`)} <RuleNumbers reasons={dose.reasons} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
