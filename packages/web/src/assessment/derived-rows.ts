// The rows of what was computed from blood and from falls, in words. Decision: what a result points to stands with who or what
// comes next, and a result that nobody can judge is named, so that silence is not read as health.

import type { AssessmentPage } from '@breekpunt/server';
import { dayInWords } from '../format/dates.ts';
import type { Say } from '../words/use-words.tsx';
import { numberInWords } from './answer-in-words.ts';
import type { AssessmentSay } from './use-assessment-words.ts';

export interface DerivedRow {
  readonly name: string;
  /** Null: not known. */
  readonly value: string | null;
  readonly rules: readonly string[];
  /** What to ask still, in words. */
  readonly asks?: readonly string[];
  /** In whom a score was made. */
  readonly population?: string;
}

type Derived = AssessmentPage['derived'];

export function bloodRows(derived: Derived, own: AssessmentSay): readonly DerivedRow[] {
  const rounded = (value: number): string => numberInWords(Math.round(value), own.language);
  const { clearance, filtration, calcium, panel, bodyMassIndex, findings } = derived;
  const tests = (of: readonly string[]): string => of.map((test) => own.of('test', test)).join(', ');
  return [
    {
      name: own('derived.panel'),
      value: `${own(`panel.${panel.outcome}`)}${panel.missing.length === 0 ? '' : `; ${own('derived.lacks', { tests: tests(panel.missing) })}`}`,
      rules: panel.reasons,
    },
    ...findings.findings.map(({ test, is, next, reasons }) => ({
      name: `${own.of('test', test)}: ${own(`finding.${is}`)}`,
      value: next.map((step) => own(`next.${step}`)).join('; '),
      rules: reasons,
    })),
    ...(findings.notJudged.length === 0
      ? []
      : [
          {
            name: own('derived.notJudged'),
            value: findings.notJudged
              .map(
                ({ test, missing }) =>
                  `${own.of('test', test)} (${own('derived.lacks', { tests: missing.map((each) => own.of('lacking', each)).join(', ') })})`,
              )
              .join('; '),
            rules: [],
          },
        ]),
    {
      name: own('derived.clearance'),
      value: clearance && `${rounded(clearance.value)} mL/min`,
      rules: clearance?.reasons ?? [],
    },
    {
      name: own('derived.filtration'),
      value: filtration && `${rounded(filtration.value)} mL/min/1,73 m² (${filtration.stage})`,
      rules: filtration?.reasons ?? [],
    },
    { name: own('derived.calcium'), value: calcium && own(`level.${calcium}`), rules: ['LB7', 'LB11'] },
    {
      name: own('derived.bmi'),
      value:
        bodyMassIndex === null
          ? null
          : `${numberInWords(Math.round(bodyMassIndex * 10) / 10, own.language)} kg/m²`,
      rules: [],
    },
  ];
}

export function fallRows(
  { fallRisk, fallPlan }: Derived,
  own: AssessmentSay,
  say: Say,
): readonly DerivedRow[] {
  const atLeast = own('derived.atLeast', { class: own(`class.${fallRisk.atLeast}`) });
  const { multifactorial, strengthAndBalance, seeAgain, open } = fallPlan;
  const steps = [
    ...(multifactorial === 'yes' ? [own('falls.multifactorial')] : []),
    ...(strengthAndBalance === 'yes' ? [own('falls.exercise')] : []),
    ...(seeAgain === null
      ? []
      : [
          own('falls.again', {
            from: dayInWords(seeAgain.from, say),
            until: dayInWords(seeAgain.until, say),
          }),
        ]),
  ];
  return [
    {
      name: own('derived.falls'),
      value:
        fallRisk.outcome === 'cannot-tell'
          ? `${own('class.cannot-tell')} (${atLeast})`
          : own(`class.${fallRisk.outcome}`),
      rules: fallRisk.reasons,
      asks: fallRisk.missing.map((each) => own.of('fallItem', each)),
    },
    ...(fallRisk.inPopulation === 'no'
      ? [{ name: own('falls.population'), value: own('falls.younger'), rules: [] }]
      : []),
    ...(steps.length === 0
      ? []
      : [{ name: own('falls.plan'), value: steps.join('; '), rules: fallPlan.reasons }]),
    ...(open.length === 0
      ? []
      : [
          {
            name: own('falls.open'),
            value: open.map((item) => own.of('fallItem', item)).join(', '),
            rules: [],
          },
        ]),
  ];
}
