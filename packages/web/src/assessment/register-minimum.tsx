// What the register still needs of this patient, each with the way to where it is answered.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useAssessmentWords } from './use-assessment-words.ts';

export function RegisterMinimum({ minimum }: Pick<AssessmentPage, 'minimum'>): ReactElement {
  const own = useAssessmentWords();
  const missing = minimum.filter(({ state }) => state === 'missing');
  const early = minimum.filter(({ state }) => state === 'too-early');
  return (
    <section className="panel register" aria-label={own('missing')}>
      <p>
        <strong>{missing.length === 0 ? own('complete') : own('left', { n: missing.length })}</strong>
      </p>
      {missing.length > 0 && (
        <p className="line">
          <span className="muted">{own('missing')}:</span>
          {missing.map(({ item, field }) =>
            field === null ? (
              <span key={item} className="unknown">
                {own(`minimum.${item}`)}
              </span>
            ) : (
              <a key={item} href={field === 'decision' ? '#decision' : `#q-${field}`}>
                {own(`minimum.${item}`)}
              </a>
            ),
          )}
        </p>
      )}
      {early.length > 0 && (
        <p className="line small muted">
          {own('tooEarly')}:{' '}
          {early.map(({ item }) => (
            <span key={item} className="too-early">
              {own(`minimum.${item}`)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
