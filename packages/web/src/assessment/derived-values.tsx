// What can be computed from the answers, each by its name, and nothing where something lacks.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { RuleLink } from '../rules/rule-link.tsx';
import { numberInWords } from './answer-in-words.ts';
import { useAssessmentWords } from './use-assessment-words.ts';

export function DerivedValues({
  page: { derived, unusableLabs },
  of,
}: {
  readonly page: AssessmentPage;
  readonly of: 'blood' | 'falls';
}): ReactElement {
  const own = useAssessmentWords();
  const rounded = (value: number): string => numberInWords(Math.round(value), own.language);
  const { clearance, filtration, calcium, panel, fallRisk, bodyMassIndex } = derived;
  const atLeast = own('derived.atLeast', { class: own(`class.${fallRisk.atLeast}`) });
  const lacks = panel.missing.map((test) => own.of('test', test)).join(', ');
  const rows: readonly (readonly [words: string, value: string | null, rules: readonly string[]])[] =
    of === 'blood'
      ? [
          [
            own('derived.panel'),
            `${own(`panel.${panel.outcome}`)}${panel.missing.length === 0 ? '' : `; ${own('derived.lacks', { tests: lacks })}`}`,
            panel.reasons,
          ],
          [
            own('derived.clearance'),
            clearance && `${rounded(clearance.value)} mL/min`,
            clearance?.reasons ?? [],
          ],
          [
            own('derived.filtration'),
            filtration && `${rounded(filtration.value)} mL/min/1,73 m² (${filtration.stage})`,
            filtration?.reasons ?? [],
          ],
          [own('derived.calcium'), calcium && own(`level.${calcium}`), ['LB7', 'LB11']],
          [
            own('derived.bmi'),
            bodyMassIndex === null
              ? null
              : `${numberInWords(Math.round(bodyMassIndex * 10) / 10, own.language)} kg/m²`,
            [],
          ],
        ]
      : [
          [
            own('derived.falls'),
            fallRisk.outcome === 'cannot-tell'
              ? `${own('class.cannot-tell')} (${atLeast})`
              : own(`class.${fallRisk.outcome}`),
            fallRisk.reasons,
          ],
        ];
  return (
    <dl className="derived">
      {rows.map(([words, value, rules]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            {value === null ? (
              <span className="unknown">{own('unknown')}</span>
            ) : (
              <>
                {value}{' '}
                {rules.map((rule) => (
                  <RuleLink key={rule} id={rule} />
                ))}
              </>
            )}
          </dd>
        </div>
      ))}
      {of === 'blood' && unusableLabs.length > 0 && (
        <div className="error-text">
          {own('unusable', { tests: unusableLabs.map(({ test }) => own.of('test', test)).join(', ') })}
        </div>
      )}
    </dl>
  );
}
