// Published numbers beside an option, each with its source: of a trial or a register, never of this one patient.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { RuleLink } from '../rules/rule-link.tsx';
import { numberInWords } from './answer-in-words.ts';
import { useAssessmentWords } from './use-assessment-words.ts';

export function OptionFigures({
  ids,
  figures,
}: {
  readonly ids: readonly string[];
  readonly figures: AssessmentPage['figures'];
}): ReactElement | null {
  const own = useAssessmentWords();
  const shown = figures.filter(({ id }) => ids.includes(id));
  if (shown.length === 0) return null;
  return (
    <ul className="option-figures small">
      {shown.map(({ id, values }) => {
        const [a, b] = values.map((value) =>
          typeof value === 'number' ? numberInWords(value, own.language) : value,
        );
        return (
          <li key={id}>
            {own(`figure.${id}` as 'figure.hip-surgery.health-death', { a: a ?? '', b: b ?? '' })}{' '}
            <RuleLink id={id} name={own('source')} />
          </li>
        );
      })}
    </ul>
  );
}
