// What was measured on an image of the hip, as the classifications read it, beside the table of options and never in it.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { numberInWords } from './answer-in-words.ts';
import type { DerivedRow } from './derived-rows.ts';
import { DerivedList } from './derived-values.tsx';
import { type AssessmentSay, useAssessmentWords } from './use-assessment-words.ts';

type Measures = AssessmentPage['derived']['hip'];

export function HipMeasures({
  measures,
  of,
}: {
  readonly measures: Measures;
  readonly of: 'fracture' | 'necrosis';
}): ReactElement | null {
  const own = useAssessmentWords();
  const rows = of === 'fracture' ? fractureRows(measures, own) : necrosisRows(measures, own);
  return rows.length === 0 ? null : <DerivedList rows={rows} />;
}

function fractureRows({ pauwels, trochanteric }: Measures, own: AssessmentSay): readonly DerivedRow[] {
  return [
    ...pauwels.map(({ edition, types, angle, editionDependent }) => ({
      name: own(`pauwels.${edition}`),
      value:
        own('pauwels.type', { type: types.join(' / '), angle: numberInWords(angle, own.language) }) +
        (editionDependent ? ` (${own('pauwels.boundary')})` : ''),
      rules: ['pauwels'],
      population: own.of('population', 'pauwels'),
    })),
    ...(trochanteric === null
      ? []
      : [
          {
            name: own('trochanteric'),
            value: own('trochanteric.group', { group: trochanteric.group }),
            rules: ['ao-ota-31'],
            population: own.of('population', 'ao-ota-31'),
          },
        ]),
  ];
}

function necrosisRows({ kerboul, collapse }: Measures, own: AssessmentSay): readonly DerivedRow[] {
  return [
    ...(kerboul === null
      ? []
      : [
          {
            name: own('kerboul'),
            value: [
              own('kerboul.sum', {
                sum: numberInWords(kerboul.sum, own.language),
                grade: own.of('kerboulGrade', kerboul.grade.means),
              }),
              ...(kerboul.collapseRisk === undefined
                ? []
                : [own('kerboul.risk', { risk: own.of('kerboulGrade', kerboul.collapseRisk.means) })]),
            ].join('; '),
            rules: ['kerboul'],
            population: own.of('population', 'kerboul'),
          },
        ]),
    ...(collapse === null
      ? []
      : [
          {
            name: own('collapse'),
            value: own('collapse.share', {
              two: numberInWords(collapse.within2YearsPercent, own.language),
              five: numberInWords(collapse.within5YearsPercent, own.language),
            }),
            rules: ['jic-2001'],
            population: own.of('population', 'jic-2001'),
          },
        ]),
  ];
}
