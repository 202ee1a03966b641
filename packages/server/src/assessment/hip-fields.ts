// What the table of options for a broken hip asks beside the rest of the assessment.

import { gardenTypes, mobilities } from '@breekpunt/investigate';
import type { Field, FieldKind } from './field.ts';

const yesNo = { kind: 'yes-no' } as const;

/** Words of the guideline's list; which of them excuse a delay is knowledge. */
const delayReasons = [
  'anaemia',
  'anticoagulation',
  'volume-depletion',
  'electrolytes',
  'uncontrolled-diabetes',
  'uncontrolled-heart-failure',
  'correctable-arrhythmia-or-ischaemia',
  'acute-chest-infection',
  'exacerbation-of-chronic-chest-disease',
  'other',
] as const;

const questions: readonly (readonly [id: string, kind: FieldKind])[] = [
  [
    'hip-site',
    { kind: 'choice', choices: ['neck', 'trochanteric-a1-a2', 'trochanteric-a3', 'subtrochanteric'] },
  ],
  ['garden', { kind: 'choice', choices: gardenTypes }],
  ['pauwels-angle', { kind: 'number', range: 'assessment.plausible-pauwels' }],
  ['lateral-wall', { kind: 'number', range: 'assessment.plausible-lateral-wall' }],
  ['admitted', { kind: 'day' }],
  ['delay-reasons', { kind: 'choices', choices: delayReasons }],
  ['hip-x-ray', { kind: 'choice', choices: ['fracture', 'negative'] }],
  ['can-bear-weight', yesNo],
  ['asa', { kind: 'number', range: 'assessment.plausible-asa' }],
  ['walking-category', { kind: 'number', range: 'assessment.plausible-walking-category' }],
  ['life-weeks', { kind: 'number', range: 'assessment.plausible-life-weeks' }],
  ['walked-outdoors', yesNo],
  ['cognitive-impairment', yesNo],
  ['fit-for-prosthesis', yesNo],
  ['good-reduction', yesNo],
  ['bedbound', yesNo],
  ['comfort-only', yesNo],
  ['tumour-or-atypical', yesNo],
];

/** How somebody got about before the fracture: the three questions of the mobility score, asked inside it. */
const mobility = ['walks-indoors', 'walks-outdoors', 'goes-shopping'] as const;

export const hipFields: readonly Field[] = [
  ...questions.map(([id, kind]): Field => ({ id, section: 'hip', kind, only: ['hip-fracture'] })),
  ...mobility.map(
    (id): Field => ({
      id,
      section: 'scores',
      kind: { kind: 'choice', choices: mobilities },
      only: ['hip-fracture'],
    }),
  ),
];
