// What can be computed from the answers, each by its name, and a question where something lacks.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useDensityWords } from '../density-change/use-density-words.ts';
import { useSay } from '../words/use-words.tsx';
import { densityRows } from './density-rows.ts';
import { bloodRows, type DerivedRow, fallRows } from './derived-rows.ts';
import { RuleNumbers } from './rules-line.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function DerivedValues({
  page: { derived, unusableLabs },
  of,
}: {
  readonly page: AssessmentPage;
  readonly of: 'blood' | 'falls' | 'density';
}): ReactElement {
  const own = useAssessmentWords();
  const changes = useDensityWords();
  const say = useSay();
  const rows =
    of === 'blood'
      ? bloodRows(derived, own)
      : of === 'falls'
        ? fallRows(derived, own, say)
        : densityRows(derived.density, own, changes, say);
  return (
    <>
      <DerivedList rows={rows} />
      {of === 'blood' && unusableLabs.length > 0 && (
        <p className="error-text">
          {own('unusable', { tests: unusableLabs.map(({ test }) => own.of('test', test)).join(', ') })}
        </p>
      )}
    </>
  );
}

export function DerivedList({ rows }: { readonly rows: readonly DerivedRow[] }): ReactElement {
  const own = useAssessmentWords();
  return (
    <dl className="derived">
      {rows.map(({ name, value, rules, asks = [], population }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null ? <span className="unknown">{own('unknown')}</span> : value}{' '}
            {value !== null && <RuleNumbers reasons={rules} />}
            {asks.length > 0 && (
              <p className="small unknown-line">{own('asks', { facts: asks.join(', ') })}</p>
            )}
            {population !== undefined && (
              <span className="small muted">
                {' '}
                {own('population')}: {population}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
