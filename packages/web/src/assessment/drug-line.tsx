// One drug: whether it can be given, what blocks it and by which rule, dose, duration and review, and who pays.

import type { AssessmentPage } from '@breekpunt/server';
import { memo, type NamedExoticComponent, type ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { numberInWords } from './answer-in-words.ts';
import type { BoneResult } from './bone-panel.tsx';
import { ChooseButton } from './choose-button.tsx';
import { fieldInSentence } from './field-in-sentence.ts';
import { questionInWords } from './open-questions.tsx';
import { ReasonList, RuleNumbers } from './rules-line.tsx';
import { type AssessmentSay, useAssessmentWords } from './use-assessment-words.ts';

type Option = BoneResult['options'][number];

interface DrugLineProps {
  readonly option: Option;
  readonly rules: AssessmentPage['rules'];
  choose(choice: string): void;
}

/** Drawn anew only when its own answer changed: an answer elsewhere leaves most drugs as they were. */
export const DrugLine: NamedExoticComponent<DrugLineProps> = memo(function DrugLine({
  option,
  rules,
  choose,
}: DrugLineProps): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const { drug, place, turn, safety, course, payment } = option;
  const name = own(`drug.${drug}`);
  const state = safety.outcome !== 'open' ? safety.outcome : turn.outcome === 'now' ? 'open' : 'waits';
  return (
    <li className="drug" data-state={state}>
      <div className="line">
        {place !== null && <span className="drug-place">{place.rank}</span>}
        <strong>{name}</strong>
        <span className="drug-state">
          {state === 'blocked' && '✕ '}
          {state === 'waits'
            ? own(`turn.${turn.outcome}` as 'turn.after-anabolic')
            : own(`safety.${safety.outcome}`)}
        </span>
        <ChooseButton choice={drug} name={name} choose={choose} />
      </div>
      {safety.because.map(({ rule, fact }) => (
        <p key={`${rule} ${fact}`} className="small">
          {own(safety.outcome === 'blocked' ? 'blockedBy' : 'waitsFor', { fact: factInWords(fact, own) })}{' '}
          <RuleNumbers reasons={[rule]} />
        </p>
      ))}
      {safety.from !== null && (
        <p className="small">{own('safety.until', { day: dayInWords(safety.from, say) })}</p>
      )}
      {safety.care.map(({ rule, fact }) => (
        <p key={`care ${rule} ${fact}`} className="small">
          {own('careWith', { fact: factInWords(fact, own) })} <RuleNumbers reasons={[rule]} />
        </p>
      ))}
      {safety.missing.length > 0 && (
        <p className="small unknown-line">
          {own('asks', { facts: safety.missing.map((each) => questionInWords(each, own)).join(', ') })}
        </p>
      )}
      <p className="small muted">{courseInWords(course, own)}</p>
      <p className="small payment" data-payment={payment.outcome}>
        <strong>{own('payment')}:</strong> {own(`payment.${payment.outcome}`)}
        {payment.missing.length > 0 &&
          ` (${own('payment.lacks', { what: payment.missing.map((each) => questionInWords(each, own)).join(', ') })})`}{' '}
        <RuleNumbers reasons={payment.reasons} />
      </p>
      <details className="small">
        <summary>{own('because')}</summary>
        <ReasonList
          reasons={[
            ...(place === null ? [] : [place.rule]),
            ...turn.reasons,
            ...safety.reasons,
            ...payment.reasons,
          ]}
          rules={rules}
        />
      </details>
    </li>
  );
});

/** A fact is a question of the assessment, or one that was worked out. */
function factInWords(fact: string, own: AssessmentSay): string {
  const worked = own.of('fact', fact);
  return worked === fact ? fieldInSentence(fact, own) : worked;
}

function courseInWords(
  { dose, longestMonths, judgedAgainMonths, antiresorptiveFollows }: Option['course'],
  own: AssessmentSay,
): string {
  const words = own('dose', {
    amount: numberInWords(dose.amount, own.language),
    unit: own.of('doseUnit', dose.unit),
    way: own.of('way', dose.way),
    rhythm: own.of('rhythm', dose.rhythm),
  });
  return [
    words,
    ...(longestMonths === null ? [] : [own('course.longest', { n: longestMonths })]),
    ...(judgedAgainMonths === null ? [] : [own('course.judged', { n: judgedAgainMonths })]),
    ...(antiresorptiveFollows ? [own('course.follows')] : []),
  ].join('; ');
}
