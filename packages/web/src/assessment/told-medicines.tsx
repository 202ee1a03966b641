// Medicines that other systems told of, with their days. An empty list says nothing about what somebody takes.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function ToldMedicines({ page: { medicines } }: { readonly page: AssessmentPage }): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  if (medicines.length === 0) return <p className="muted">{own('told.none')}</p>;
  return (
    <div>
      <h4>{own('told')}</h4>
      <ul className="plain-list">
        {medicines.map(({ name, code, startedOn, endedOn }) => (
          <li key={`${name} ${startedOn} ${endedOn}`}>
            {name} {code !== null && <span className="muted small">{code}</span>}{' '}
            <span className="muted">
              {dayInWords(startedOn, say)}
              {endedOn !== null && ` – ${dayInWords(endedOn, say)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
