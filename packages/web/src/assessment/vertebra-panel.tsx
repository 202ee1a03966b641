// Where a broken vertebra goes, with the scores beside each other and what follows.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { RuleLink } from '../rules/rule-link.tsx';
import { ChooseButton } from './choose-button.tsx';
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
          <span className="outcome-word">{own(`option.${gate.outcome}`)}</span>
          {gate.outcome !== 'cannot-tell' && (
            <ChooseButton choice={gate.outcome} name={own(`option.${gate.outcome}`)} choose={choose} />
          )}
        </p>
        <ReasonList reasons={gate.reasons} rules={rules} />
      </div>
      <div>
        <h4>{own('scores')}</h4>
        {disagree && (
          <p className="error-text">
            {own('scores.disagree')} <RuleNumbers reasons={['VB9']} />
          </p>
        )}
        <table className="plain scores-table">
          <thead>
            <tr>
              <th>{own('scores.score')}</th>
              <th>{own('scores.points')}</th>
              <th>{own('scores.reading')}</th>
            </tr>
          </thead>
          <tbody>
            {scoreNames.map((name) => (
              <ScoreRow key={name} name={name} read={scores.find(({ score }) => score === name)} />
            ))}
          </tbody>
        </table>
        <p className="small muted">{own('scores.apart')}</p>
      </div>
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

const scoreNames = ['TLICS', 'TL AOSIS', 'OF score'] as const;

function ScoreRow({
  name,
  read,
}: {
  readonly name: string;
  readonly read: VertebraResult['scores'][number] | undefined;
}): ReactElement {
  const own = useAssessmentWords();
  if (read === undefined)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={2}>
          <span className="unknown">{own('scores.notBegun')}</span>
        </td>
      </tr>
    );
  const { answer, readings } = read;
  return (
    <tr>
      <th scope="row">
        <RuleLink id={answer.model.id} name={name} bare />{' '}
        <span className="small muted" lang="en">
          {answer.model.edition}
        </span>
        <br />
        <span className="small muted">
          {own('population')}: {own.of('population', answer.model.id)}
        </span>
      </th>
      <td>
        {answer.outcome === 'value'
          ? answer.total
          : own('scores.between', { least: answer.total.least, most: answer.total.most })}
      </td>
      <td>{readings.map((reading) => own.of('reading', reading)).join(' / ')}</td>
    </tr>
  );
}
