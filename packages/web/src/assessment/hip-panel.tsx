// The options for a broken hip, to talk over; nothing is ranked. Under them whether it was operated on in time, by each
// definition beside the others.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { HipMeasures } from './hip-measures.tsx';
import { openQuestionWords } from './open-questions.tsx';
import { OptionLists, type OptionListsProps } from './option-lists.tsx';
import { RuleNumbers, Standing } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function HipPanel({
  derived: { surgery, hip },
  ...props
}: OptionListsProps & { readonly derived: AssessmentPage['derived'] }): ReactElement {
  return (
    <>
      <Standing standing={props.result.standing} />
      <OptionLists {...props} />
      <HipMeasures measures={hip} of="fracture" />
      {surgery !== null && <SurgeryTimes surgery={surgery} />}
    </>
  );
}

function SurgeryTimes({
  surgery: { times, excused },
}: {
  readonly surgery: NonNullable<AssessmentPage['derived']['surgery']>;
}): ReactElement {
  const own = useAssessmentWords();
  return (
    <div>
      <h4>{own('surgery.title')}</h4>
      <dl className="derived">
        {times.map(({ definition, outcome, reasons, missing }) => (
          <div key={definition}>
            <dt>{own(`surgery.${definition}`)}</dt>
            <dd>
              {outcome === 'cannot-tell' ? (
                <span className="unknown">{own('surgery.cannot-tell')}</span>
              ) : (
                own(`surgery.${outcome}`)
              )}
              {missing.length > 0 && ` (${own('asks', { facts: openQuestionWords(missing, own) })})`}{' '}
              <RuleNumbers reasons={reasons} />
            </dd>
          </div>
        ))}
      </dl>
      {excused.length > 0 && (
        <p className="small">
          {own('surgery.excused', {
            reasons: excused.map((each) => own.of('choice.delay-reasons', each)).join(', '),
          })}{' '}
          <RuleNumbers reasons={['HS19']} />
        </p>
      )}
    </div>
  );
}
