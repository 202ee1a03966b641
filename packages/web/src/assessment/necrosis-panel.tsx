// A dying femoral head: the stage as it was stated, with its system and edition; the options of that stage; how long the other
// hip is watched; what caused it.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { numberInWords } from './answer-in-words.ts';
import { HipMeasures } from './hip-measures.tsx';
import { OptionLists } from './option-lists.tsx';
import { ReasonList, RuleNumbers, Standing } from './rules-line.tsx';
import { useAnswers } from './use-answers.tsx';
import { type AssessmentSay, useAssessmentWords } from './use-assessment-words.ts';

type NecrosisResult = NonNullable<Extract<TopicView, { topic: 'necrosis' }>['result']>;

interface NecrosisPanelProps {
  readonly result: NecrosisResult;
  readonly rules: AssessmentPage['rules'];
  readonly figures: AssessmentPage['figures'];
  readonly measures: AssessmentPage['derived']['hip'];
  choose(choice: string): void;
}

export function NecrosisPanel({
  result: { table, otherHip, causes, steroids },
  measures,
  ...shown
}: NecrosisPanelProps): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  return (
    <>
      <Standing standing={table.standing} />
      <StatedStage />
      <OptionLists result={table} {...shown} />
      <HipMeasures measures={measures} of="necrosis" />
      <dl className="derived">
        {steroids !== undefined && (
          <div>
            <dt>{own('necrosis.steroids')}</dt>
            <dd>
              {own('necrosis.steroids.workedOut', {
                grams: numberInWords(Math.round(steroids.grams * 10) / 10, own.language),
              })}{' '}
              <RuleNumbers reasons={['AV11']} />
            </dd>
          </div>
        )}
        {otherHip !== null && (
          <div>
            <dt>{own('necrosis.otherHip')}</dt>
            <dd>
              {own(`necrosis.otherHip.${otherHip.outcome}`, { day: dayInWords(otherHip.until, say) })}{' '}
              <RuleNumbers reasons={otherHip.reasons} />
            </dd>
          </div>
        )}
        {causes !== null && (
          <div>
            <dt>{own('necrosis.causes')}</dt>
            <dd>
              {own(`necrosis.causes.${causes.outcome}`, {
                causes: causes.causes.map((cause) => causeInWords(cause, own)).join(', '),
              })}
            </dd>
          </div>
        )}
      </dl>
      {causes !== null && causes.outcome !== 'cannot-tell' && (
        <ReasonList reasons={causes.reasons} rules={shown.rules} />
      )}
    </>
  );
}

/** A stage of another system stands there and decides nothing. */
function StatedStage(): ReactElement | null {
  const own = useAssessmentWords();
  const { page } = useAnswers();
  const field = page.fields.find((each) => each.field === 'necrosis-stage');
  const answer = field?.answer ?? null;
  if (field === undefined || typeof answer !== 'object' || answer === null || !('system' in answer))
    return null;
  const words = { stage: answer.stage, system: own.of('system', answer.system) };
  return answer.system === 'arco-2019' ? (
    <p>{own('necrosis.stage', words)}</p>
  ) : (
    <p className="unknown-line">{own('necrosis.otherStage', words)}</p>
  );
}

function causeInWords(cause: string, own: AssessmentSay): string {
  const asked = own.of('choice.necrosis-causes', cause);
  return asked === cause ? own.of('cause', cause) : asked;
}
