// Where a broken vertebra goes, with the scores beside each other and what follows.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { ReasonList, RuleNumbers, Standing } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

type VertebraResult = NonNullable<Extract<TopicView, { topic: 'spine' }>['result']>;

export function VertebraPanel({
  result: { gate, scores, disagree, fractureService, xRayWeeks },
  rules,
  choose,
}: {
  readonly result: VertebraResult;
  readonly rules: AssessmentPage['rules'];
  choose(choice: string): void;
}): ReactElement {
  const own = useAssessmentWords();
  return (
    <>
      <Standing standing={gate.standing} />
      <div>
        <p className="outcome line" data-outcome={gate.outcome}>
          {own(`option.${gate.outcome}`)}
          {gate.outcome !== 'cannot-tell' && (
            <Button
              size="compact-md"
              className="push"
              aria-label={`${own('choose')} ${own(`option.${gate.outcome}`)}`}
              onClick={() => choose(gate.outcome)}
            >
              {own('choose')}
            </Button>
          )}
        </p>
        <ReasonList reasons={gate.reasons} rules={rules} />
      </div>
      {scores.length > 0 && (
        <div>
          <h4>{own('scores')}</h4>
          {disagree && <p className="error-text">{own('scores.disagree')}</p>}
          <ul className="plain-list">
            {scores.map(({ score, answer, readings }) => (
              <li key={score}>
                <strong>{score}</strong>:{' '}
                {answer.outcome === 'value' ? answer.total : own('class.cannot-tell')} (
                {readings.map((reading) => own.of('reading', reading)).join(' / ')})
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        {own(`service.${fractureService.outcome}`)} <RuleNumbers reasons={fractureService.reasons} />
      </p>
      {xRayWeeks.length > 0 && (
        <p>
          {own('xRays', { weeks: xRayWeeks.join(', ') })} <RuleNumbers reasons={['VB8']} />
        </p>
      )}
    </>
  );
}
