// The decision about the bones: whether to treat, how high the risk is, the drugs in order with what blocks them, and
// beside it, as an answer of its own, who pays.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { numberInWords } from './answer-in-words.ts';
import { DrugLine } from './drug-line.tsx';
import { ReasonList, RuleNumbers, Standing } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export type BoneResult = NonNullable<Extract<TopicView, { topic: 'bone' }>['result']>;

export interface BonePanelProps {
  readonly result: BoneResult;
  readonly rules: AssessmentPage['rules'];
  choose(choice: string): void;
}

export function BonePanel({ result, rules, choose }: BonePanelProps): ReactElement {
  const own = useAssessmentWords();
  const { indication, risk, anabolicFirst, options, supplements } = result;
  const treated = indication.outcome === 'treat' || indication.outcome === 'consider';
  const placed = options.filter(({ place }) => place !== null);
  const others = options.filter(({ place }) => place === null);
  return (
    <>
      <Standing standing={indication.standing} />
      <div>
        <p className="outcome" data-outcome={indication.outcome}>
          {own(`indication.${indication.outcome}`)}
        </p>
        <ReasonList reasons={indication.reasons} rules={rules} />
      </div>
      <dl className="derived">
        <div>
          <dt>{own('risk')}</dt>
          <dd>
            {own(`risk.${risk.outcome}`)} <RuleNumbers reasons={risk.reasons} />
          </dd>
        </div>
        <div>
          <dt>{own('anabolic')}</dt>
          <dd>
            {own(`anabolic.${anabolicFirst.outcome}`)} <RuleNumbers reasons={anabolicFirst.reasons} />
          </dd>
        </div>
      </dl>
      {treated ? (
        <>
          <h4>{own('options')}</h4>
          <p className="small muted">
            {own('payment')}: {own('payment.apart')}
          </p>
          <ol className="drug-list">
            {placed.map((option) => (
              <DrugLine key={option.drug} option={option} rules={rules} choose={choose} />
            ))}
          </ol>
          {others.length > 0 && (
            <details>
              <summary>{own('options.named')}</summary>
              <ul className="drug-list">
                {others.map((option) => (
                  <DrugLine key={option.drug} option={option} rules={rules} choose={choose} />
                ))}
              </ul>
            </details>
          )}
        </>
      ) : (
        <p className="muted">{own('options.hidden')}</p>
      )}
      {supplements.length > 0 && (
        <div>
          <h4>{own('supplements')}</h4>
          <ul className="plain-list">
            {supplements.map(({ substance, perDay, unit, foodCounts, reasons }) => (
              <li key={substance}>
                {own(`substance.${substance}`)}:{' '}
                {perDay.length === 0
                  ? own('perDay.none')
                  : own('perDay', {
                      amount: perDay.map((amount) => numberInWords(amount, own.language)).join('–'),
                      unit: own(`doseUnit.${unit}`),
                    })}
                {foodCounts && `; ${own('foodCounts')}`} <RuleNumbers reasons={reasons} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
