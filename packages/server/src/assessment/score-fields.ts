// What the risk scores ask that nothing else of the assessment answers. Decision: asked inside the score that needs it; the
// whole list is folded, as few services use every score.

import { alcoholIntakes, ethnicGroups, smokingHabits } from '@breekpunt/qfracture';
import type { AskedOf, Field, FieldKind } from './field.ts';

const yesNo = { kind: 'yes-no' } as const;
const choice = (choices: readonly string[]): FieldKind => ({ kind: 'choice', choices });
const number = (range: string): FieldKind => ({ kind: 'number', range });

const rows: readonly (readonly [id: string, kind: FieldKind, only?: readonly AskedOf[]])[] = [
  ['mother-hip', yesNo],
  ['arms-to-rise', yesNo],
  ['reduced-mobility', yesNo],
  ['secondary-condition', yesNo],
  ['takes-oestrogen', yesNo, ['woman']],
  ['oestrogen-only', yesNo, ['woman']],
  ['alcohol-units', choice(alcoholIntakes)],
  ['smoking-habit', choice(smokingHabits)],
  ['ethnic-group', choice(ethnicGroups)],
  ['diabetes-type', choice(['type-1', 'type-2']), ['diabetes']],
  ['ever-fell', yesNo],
  ['earlier-major-fracture', yesNo],
  ['parent-osteoporosis', yesNo],
  ['lupus', yesNo],
  ['cardiovascular-disease', yesNo],
  ['asthma-or-copd', yesNo],
  ['copd', yesNo, ['asthma-or-copd']],
  ['fev1-below-half', yesNo, ['copd']],
  ['dementia', yesNo],
  ['parkinsons-disease', yesNo],
  ['epilepsy-or-anticonvulsants', yesNo],
  ['antidepressants', yesNo],
  ['chronic-liver-disease', yesNo],
  ['endocrine-disorder', yesNo],
  ['malabsorption', yesNo],
  ['mental-test', number('assessment.plausible-mental-test'), ['hip-fracture']],
  ['comorbidities', number('assessment.plausible-comorbidities'), ['hip-fracture']],
  ['malignancy-20-years', yesNo, ['hip-fracture']],
];

export const scoreFields: readonly Field[] = rows.map(([id, kind, only]) => ({
  id,
  section: 'scores',
  kind,
  ...(only === undefined ? {} : { only }),
}));
