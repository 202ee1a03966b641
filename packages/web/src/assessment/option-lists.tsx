// A table of options as its three places: to talk over, possible once something is known, and blocked with the rule.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { questionInWords } from './open-questions.tsx';
import { ReasonList } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export type OptionTable = NonNullable<Extract<TopicView, { topic: 'hip-fracture' }>['result']>;

export function OptionLists({
  result,
  rules,
  choose,
}: {
  readonly result: OptionTable;
  readonly rules: AssessmentPage['rules'];
  choose(choice: string): void;
}): ReactElement {
  const own = useAssessmentWords();
  const places = [
    ['options', result.options],
    ['possible', result.possible],
    ['blocked', result.blocked],
  ] as const;
  return (
    <>
      {result.outcome === 'stopped' && <p>{own('pathway.stopped')}</p>}
      {result.outcome === 'none' && <p>{own('pathway.none')}</p>}
      {places
        .filter(([, options]) => options.length > 0)
        .map(([place, options]) => (
          <div key={place}>
            <h4>{own(`pathway.${place}`)}</h4>
            <ul className="drug-list">
              {options.map(({ option, reasons, missing }) => (
                <li key={option} className="drug" data-state={place === 'options' ? 'open' : place}>
                  <div className="line">
                    <strong>{own.of('option', option)}</strong>
                    <Button
                      size="compact-md"
                      className="push"
                      aria-label={`${own('choose')} ${own.of('option', option)}`}
                      onClick={() => choose(option)}
                    >
                      {own('choose')}
                    </Button>
                  </div>
                  {missing.length > 0 && (
                    <p className="small unknown-line">
                      {own('asks', { facts: missing.map((each) => questionInWords(each, own)).join(', ') })}
                    </p>
                  )}
                  <ReasonList reasons={reasons} rules={rules} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}
