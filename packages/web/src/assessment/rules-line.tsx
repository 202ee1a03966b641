// Why: the sentence of each rule that spoke, its number, and its source in one click.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { RuleLink } from '../rules/rule-link.tsx';
import { ruleSentence } from '../rules/rule-sentence.ts';
import { useAssessmentWords } from './use-assessment-words.ts';

export interface RulesProps {
  readonly reasons: readonly string[];
  readonly rules: AssessmentPage['rules'];
}

export function ReasonList({ reasons, rules }: RulesProps): ReactElement | null {
  const own = useAssessmentWords();
  if (reasons.length === 0) return null;
  const named = rules.filter(({ id }) => reasons.includes(id));
  return (
    <ul className="reason-list">
      {named.map((rule) => (
        <li key={rule.id}>
          <RuleSentence rule={rule} />{' '}
          {rule.sources
            .filter(({ address }) => address !== null)
            .slice(0, 1)
            .map(({ address, title, where }) => (
              <a
                key={`${title} ${where}`}
                href={address ?? ''}
                title={title}
                aria-label={`${own('source')}: ${title}`}
              >
                {own('source')}
              </a>
            ))}
        </li>
      ))}
    </ul>
  );
}

/** The sentence and the number both open the entry of the rule. */
function RuleSentence({ rule }: { readonly rule: AssessmentPage['rules'][number] }): ReactElement {
  const own = useAssessmentWords();
  return (
    <>
      <RuleLink id={rule.id} name={ruleSentence(rule, own.language)} bare /> <RuleLink id={rule.id} />
    </>
  );
}

/** The numbers alone, where the sentence would not fit. */
export function RuleNumbers({ reasons }: { readonly reasons: readonly string[] }): ReactElement {
  return (
    <span className="rule-numbers">
      {reasons.map((rule) => (
        <span key={rule}>
          <RuleLink id={rule} />
        </span>
      ))}
    </span>
  );
}

/** Whether what follows may be called advice. */
export function Standing({ standing }: { readonly standing: 'draft' | 'confirmed' }): ReactElement {
  const own = useAssessmentWords();
  return standing === 'draft' ? (
    <p className="standing" data-standing="draft">
      <span className="draft-tag">{own('draft')}</span> {own('draft.why')}
    </p>
  ) : (
    <p className="standing small">✓ {own('signedRules')}</p>
  );
}
