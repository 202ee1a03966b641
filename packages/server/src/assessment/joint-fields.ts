// Questions about a hip that dies or wears out. Decision: two questions open the rest, because most patients of a fracture
// service have neither; what the assessment asks anyway (smoking, diabetes, glucocorticoids) is not asked again.

import { jicTypes, type StagingSystem } from '@breekpunt/investigate';
import type { Field, FieldKind } from './field.ts';

const yesNo = { kind: 'yes-no' } as const;
const day = { kind: 'day' } as const;
const number = (range: string): FieldKind => ({ kind: 'number', range });

const stagings: readonly StagingSystem[] = ['arco-2019', 'arco-1994', 'ficat-arlet', 'steinberg'];

/** Causes that no other question answers, by the words of knowledge; pregnancy is asked of women among the medicines. */
export const askedCauses = [
  'hip-fracture',
  'hip-dislocation',
  'kidney-disease-or-transplant',
  'organ-transplant',
  'clotting-or-haemoglobin-disorder',
  'pregnancy',
  'radiotherapy',
  'chemotherapy',
  'lupus',
  'cushing',
  'gaucher',
  'hiv',
  'diving',
] as const;

const necrosis: readonly (readonly [id: string, kind: FieldKind])[] = [
  ['necrosis-x-ray-normal', yesNo],
  ['necrosis-mri', yesNo],
  ['necrosis-stage', { kind: 'stage', systems: stagings }],
  ['necrosis-extent', number('assessment.plausible-percent')],
  ['jic-type', { kind: 'choice', choices: jicTypes }],
  ['kerboul-image', { kind: 'choice', choices: ['radiograph', 'mri'] }],
  ['kerboul-frontal', number('assessment.plausible-arc')],
  ['kerboul-lateral', number('assessment.plausible-arc')],
  ['necrosis-found', day],
  ['steroid-grams', number('assessment.plausible-steroid-grams')],
  ['alcohol-grams', number('assessment.plausible-alcohol-grams')],
  ['alcohol-months', number('assessment.plausible-alcohol-months')],
  ['necrosis-causes', { kind: 'choices', choices: askedCauses }],
];

const osteoarthritis: readonly (readonly [id: string, kind: FieldKind])[] = [
  ['fever-or-hot-joint', yesNo],
  ['leg-bears-no-weight', yesNo],
  ['night-pain', yesNo],
  ['pain-on-activity', yesNo],
  ['morning-stiffness', number('assessment.plausible-stiffness')],
  ['exercise-weeks', number('assessment.plausible-exercise-weeks')],
  ['enough-relief', yesNo],
  ['pain-relief-tried', yesNo],
  ['last-injection', day],
  ['injection-dose', number('assessment.plausible-injection')],
  ['waits-for-prosthesis', yesNo],
  ['insulin', yesNo],
  ['imaging-guidance', yesNo],
  ['severe-complaints', yesNo],
  ['x-ray-explains', yesNo],
  ['wants-prosthesis', yesNo],
];

/** Nobody can have "no" day on which the necrosis was found. */
const withoutNo: ReadonlySet<string> = new Set(['necrosis-found']);

export const jointFields: readonly Field[] = [
  { id: 'necrosis-suspected', section: 'joint', kind: yesNo },
  ...necrosis.map(([id, kind]): Field => fieldOf(id, kind, 'necrosis')),
  { id: 'hip-osteoarthritis', section: 'joint', kind: yesNo },
  ...osteoarthritis.map(([id, kind]): Field => fieldOf(id, kind, 'osteoarthritis')),
];

function fieldOf(id: string, kind: FieldKind, only: 'necrosis' | 'osteoarthritis'): Field {
  return { id, section: 'joint', kind, only: [only], ...(withoutNo.has(id) ? { withoutNo: true } : {}) };
}
