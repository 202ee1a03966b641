// A table of options as its three places: to talk over, possible once something is known, and blocked with the rule. Figures that
// compare several of them stand once, under them all.

import type { AssessmentPage, TopicView } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { ChooseButton } from './choose-button.tsx';
import { questionInWords } from './open-questions.tsx';
import { OptionFigures } from './option-figures.tsx';
import { ReasonList } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

/** Of any topic: which options there are is the table's own. */
export type OptionTable = Omit<HipTable, 'options' | 'possible' | 'blocked'> & {
  readonly [Place in 'options' | 'possible' | 'blocked']: readonly (Omit<
    HipTable['options'][number],
    'option'
  > & { readonly option: string })[];
};
type HipTable = NonNullable<Extract<TopicView, { topic: 'hip-fracture' }>['result']>;

export interface OptionListsProps {
  readonly result: OptionTable;
  readonly rules: AssessmentPage['rules'];
  readonly figures: AssessmentPage['figures'];
  choose(choice: string): void;
}

export function OptionLists({ result, rules, figures, choose }: OptionListsProps): ReactElement {
  const own = useAssessmentWords();
  const places = [
    ['options', result.options],
    ['possible', result.possible],
    ['blocked', result.blocked],
  ] as const;
  const named = places.flatMap(([, options]) => options.flatMap((option) => option.figures));
  const compared = [...new Set(named.filter((id, place) => named.indexOf(id) !== place))];
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
              {options.map(({ option, reasons, missing, figures: ids }) => (
                <li key={option} className="drug" data-state={place === 'options' ? 'open' : place}>
                  <div className="line">
                    <strong>{own.of('option', option)}</strong>
                    <ChooseButton choice={option} name={own.of('option', option)} choose={choose} />
                  </div>
                  {place !== 'possible' && <Asked missing={missing} />}
                  <OptionFigures ids={ids.filter((id) => !compared.includes(id))} figures={figures} />
                  {place === 'possible' ? (
                    // Many wait for the same facts and rules: under each of them the sentences would fill the page.
                    <details>
                      <summary>{own('possible.why', { n: missing.length })}</summary>
                      <Asked missing={missing} />
                      <ReasonList reasons={reasons} rules={rules} />
                    </details>
                  ) : (
                    <ReasonList reasons={reasons} rules={rules} />
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      {compared.length > 0 && (
        <div>
          <h4>{own('figures.compared')}</h4>
          <OptionFigures ids={compared} figures={figures} />
        </div>
      )}
    </>
  );
}

function Asked({ missing }: { readonly missing: readonly string[] }): ReactElement | null {
  const own = useAssessmentWords();
  if (missing.length === 0) return null;
  return (
    <p className="small unknown-line">
      {own('asks', { facts: missing.map((each) => questionInWords(each, own)).join(', ') })}
    </p>
  );
}
